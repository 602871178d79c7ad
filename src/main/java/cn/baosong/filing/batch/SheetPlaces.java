package cn.baosong.filing.batch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the columns stand in the sheets of one workbook.
 *
 * @param sheets names in the file, by key of the sheet
 * @param letters by key of the sheet, then by key of the column
 */
public record SheetPlaces(Map<String, String> sheets, Map<String, Map<String, String>> letters) {

    private static final String NAME = "name";
    private static final String LETTERS = "letters";

    public static final SheetPlaces NONE = new SheetPlaces(Map.of(), Map.of());

    /** @return such as {@code 指标!F7}; without the letter where the sheet has no such column */
    String at(String sheet, String column, int row) {
        var name = sheets.getOrDefault(sheet, "");
        var letter = letter(letters.getOrDefault(sheet, Map.of()), column);
        return name + "!" + letter + row;
    }

    /** A check may be about an indicator as a whole: its first column then. */
    private static String letter(Map<String, String> known, String column) {
        if (column == null) {
            return "";
        }
        return known.getOrDefault(
                column,
                known.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(column + "."))
                        .map(Map.Entry::getValue)
                        .min((one, other) -> one.length() == other.length()
                                ? one.compareTo(other)
                                : Integer.compare(one.length(), other.length()))
                        .orElse(""));
    }

    /** @return the same as a value of JSON */
    public Map<String, Object> written() {
        var written = new LinkedHashMap<String, Object>();
        sheets.forEach((sheet, name) ->
                written.put(sheet, Map.of(NAME, name, LETTERS, letters.getOrDefault(sheet, Map.of()))));
        return written;
    }

    /** Of what {@link #written} made. */
    public static SheetPlaces read(Map<?, ?> written) {
        var sheets = new HashMap<String, String>();
        var letters = new HashMap<String, Map<String, String>>();
        written.forEach((sheet, value) -> {
            if (value instanceof Map<?, ?> one) {
                sheets.put(String.valueOf(sheet), String.valueOf(one.get(NAME)));
                letters.put(String.valueOf(sheet), BatchCells.texts(one.get(LETTERS)));
            }
        });
        return new SheetPlaces(Map.copyOf(sheets), Map.copyOf(letters));
    }
}
