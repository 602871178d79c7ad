package cn.baosong.excel;

import java.util.List;
import java.util.Map;

/**
 * The first row of a sheet.
 *
 * @param sheet name of the sheet
 * @param letters where each column stands, {@code A} and on, by key
 * @param missing titles of columns the sheet could have and has not
 */
public record SheetHeading(String sheet, Map<String, String> letters, List<String> missing) {}
