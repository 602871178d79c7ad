/** Registration of enterprises: filling, checking, submitting and, once accepted, admitting them. */
@org.springframework.modulith.ApplicationModule
package cn.baosong.registration;
