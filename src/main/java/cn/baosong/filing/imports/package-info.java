/**
 * 上报导入 (IMP-01 to 06): a workbook made from the forms of a month's report, and the report taken from it. A file is
 * taken whole or not at all.
 */
@NamedInterface("imports")
package cn.baosong.filing.imports;

import org.springframework.modulith.NamedInterface;
