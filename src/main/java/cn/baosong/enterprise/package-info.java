/** Registered enterprises and the versions of their basic information. */
@org.springframework.modulith.ApplicationModule
package cn.baosong.enterprise;
