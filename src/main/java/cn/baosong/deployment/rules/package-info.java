/**
 * What the guard of the engine asks of forms and decision tables beside their being readable to the engine: each file can
 * be used as it is, down to its last expression.
 */
package cn.baosong.deployment.rules;
