package cn.baosong.excel;

import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One sheet of a workbook made from a form. A line for each field or indicator, or, for a dynamic list, a line for each
 * of its rows. Reading goes by keys in the hidden first row and the hidden first column, never by what the headings say.
 *
 * @param key unique in the workbook
 * @param form id of the form
 * @param name of the sheet, for people
 * @param columns from the left
 * @param lines from above; none for a list
 * @param list null where the lines are fixed
 */
public record SheetPlan(
        String key, String form, String name, List<Column> columns, List<Line> lines, DynamicList list) {

    /**
     * @param group heading shared with the columns beside, empty for none
     * @param note what to fill in, empty for none
     * @param input whether people fill it in
     * @param field what a cell of a list's column is; null where the lines say it
     */
    public record Column(String key, String title, String group, String note, boolean input, Field field) {}

    /**
     * @param key path of the field or the indicator
     * @param words what stands in columns nobody fills in, by column
     * @param fields what is filled in, by column; a closed cell has none
     * @param note what to fill in, empty for none
     */
    public record Line(String key, Map<String, String> words, Map<String, Field> fields, String note) {}

    boolean open() {
        return list != null;
    }

    /** @return what is filled in, by path; of a list, by path inside a row */
    public Map<String, Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        columns.stream()
                .filter(column -> column.field() != null)
                .forEach(column -> fields.put(column.key(), column.field()));
        lines.forEach(line ->
                line.fields().values().forEach(field -> fields.put(field.head().path(), field)));
        return fields;
    }
}
