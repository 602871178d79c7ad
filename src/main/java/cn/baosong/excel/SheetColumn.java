package cn.baosong.excel;

import java.util.List;

/**
 * A column of a sheet.
 *
 * @param key what the program calls it; two columns of one key are two ways to call the same, such as in two languages
 * @param title its heading, with the unit in brackets at the end where there is one
 * @param note what to fill in, shown beside the heading; empty for none
 * @param options texts offered for choosing; empty for any text
 * @param required whether a sheet without this heading is refused
 */
public record SheetColumn(String key, String title, String note, List<String> options, boolean required) {

    public SheetColumn {
        options = List.copyOf(options);
    }

    /** A column of plain text. */
    public static SheetColumn text(String key, String title) {
        return new SheetColumn(key, title, "", List.of(), false);
    }
}
