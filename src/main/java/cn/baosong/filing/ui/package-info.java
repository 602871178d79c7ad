/** Pages of reporting. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.filing.ui;
