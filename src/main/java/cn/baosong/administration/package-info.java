/**
 * Administrators and the enterprises they are answerable for (监测企业信息管理, ADM-01 to 08): who is there, who is disabled or
 * removed, and which desk reviews first.
 */
@org.springframework.modulith.ApplicationModule
package cn.baosong.administration;
