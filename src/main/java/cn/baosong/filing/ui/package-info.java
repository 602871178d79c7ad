/** Pages of reporting: the list of an enterprise's reports, a report to be read, printed and compared, where it is. */
@org.springframework.modulith.NamedInterface("ui")
package cn.baosong.filing.ui;
