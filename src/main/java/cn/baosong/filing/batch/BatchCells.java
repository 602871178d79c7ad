package cn.baosong.filing.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed for one enterprise.
 *
 * @param fields texts by form and path, {@code economic-indicators/revenue.cumulative}
 * @param lists lines of the other sheets by key of the sheet
 * @param explanation 情况说明 to every warning, null for none
 */
record BatchCells(Map<String, String> fields, Map<String, List<Line>> lists, String explanation) {

    private static final String FIELDS = "fields";
    private static final String LISTS = "lists";
    private static final String EXPLANATION = "explanation";
    private static final String ROW = "row";
    private static final String CELLS = "cells";

    /** @param row in its sheet, @param cells texts by path in the row */
    record Line(int row, Map<String, String> cells) {}

    boolean empty() {
        return fields.isEmpty() && lists.isEmpty() && explanation == null;
    }

    /** @return the same as a value of JSON */
    Map<String, Object> written() {
        var written = new LinkedHashMap<String, Object>();
        written.put(FIELDS, fields);
        var sheets = new LinkedHashMap<String, Object>();
        lists.forEach((sheet, lines) -> sheets.put(
                sheet,
                lines.stream()
                        .map(line -> Map.of(ROW, line.row(), CELLS, line.cells()))
                        .toList()));
        written.put(LISTS, sheets);
        if (explanation != null) {
            written.put(EXPLANATION, explanation);
        }
        return written;
    }

    /** Of what {@link #written} made. */
    static BatchCells read(Map<String, Object> written) {
        var lists = new LinkedHashMap<String, List<Line>>();
        if (written.get(LISTS) instanceof Map<?, ?> sheets) {
            sheets.forEach((sheet, lines) -> lists.put(
                    String.valueOf(sheet),
                    ((List<?>) lines)
                            .stream()
                                    .map(line -> (Map<?, ?>) line)
                                    .map(line -> new Line(((Number) line.get(ROW)).intValue(), texts(line.get(CELLS))))
                                    .toList()));
        }
        return new BatchCells(texts(written.get(FIELDS)), lists, (String) written.get(EXPLANATION));
    }

    static Map<String, String> texts(Object written) {
        var texts = new LinkedHashMap<String, String>();
        if (written instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }
}
