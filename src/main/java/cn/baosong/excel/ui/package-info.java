/** Sending a workbook and getting one, as parts of any page. */
@NamedInterface("ui")
package cn.baosong.excel.ui;

import org.springframework.modulith.NamedInterface;
