/**
 * Changing the product while it runs: process owners deploy models, tables and forms from Camunda Modeler or in the
 * workbench, and make the access tokens the Modeler shows instead of a password.
 */
@org.springframework.modulith.ApplicationModule
package cn.baosong.deployment;
