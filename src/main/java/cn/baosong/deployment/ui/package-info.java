/** The pages of deploying: files uploaded in the workbench, what became of them, and the access tokens of the Modeler. */
package cn.baosong.deployment.ui;
