/** Pages of reporting: filling in, importing, what was reported, printing, versions compared, and where a report is. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.filing.ui;
