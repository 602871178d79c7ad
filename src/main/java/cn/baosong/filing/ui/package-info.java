/** Pages of reporting: filling in, importing, and reading what was reported. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.filing.ui;
