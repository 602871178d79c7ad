/** The pages of the guide and the manual, and the ways to them. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.help.ui;
