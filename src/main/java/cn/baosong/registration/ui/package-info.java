/** The pages of enterprise registration. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.registration.ui;
