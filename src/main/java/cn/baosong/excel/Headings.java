package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;

/**
 * Finds the columns of a sheet by their headings, in any order. Width, case and blanks make no difference; a star at the
 * end and the unit in brackets may be left out.
 */
final class Headings {

    private static final int MOST_NAMED = 10;
    private static final int LONGEST_NAME = 40;
    private static final Pattern UNIT = Pattern.compile("\\([^()]*\\)$");

    private final Map<Integer, String> keys = new TreeMap<>();
    private final SheetHeading heading;

    /**
     * @param found texts of the first row by index of the column
     * @throws Problem that names what is unknown, what stands twice, or what is missing
     */
    Headings(String sheet, SortedMap<Integer, String> found, List<SheetColumn> columns) {
        var byTitle = new HashMap<String, String>();
        // Whole titles win over titles without their unit.
        columns.forEach(column -> byTitle.put(plain(column.title()), column.key()));
        columns.forEach(column -> byTitle.putIfAbsent(withoutUnit(column.title()), column.key()));
        var unknown = new ArrayList<String>();
        var letters = new LinkedHashMap<String, String>();
        var twice = new ArrayList<String>();
        found.forEach((index, title) -> {
            var key = byTitle.getOrDefault(plain(title), byTitle.get(withoutUnit(title)));
            var letter = CellReference.convertNumToColString(index);
            if (key == null) {
                unknown.add(named(letter, title));
            } else if (letters.putIfAbsent(key, letter) != null) {
                twice.add(named(letter, title));
            } else {
                keys.put(index, key);
            }
        });
        var missing = titles(columns, letters, false);
        refuse("excel.error.columns-unknown", unknown);
        refuse("excel.error.columns-twice", twice);
        refuse("excel.error.columns-missing", titles(columns, letters, true));
        heading = new SheetHeading(sheet, Map.copyOf(letters), missing);
    }

    SheetHeading heading() {
        return heading;
    }

    SheetRow row(int number, SortedMap<Integer, String> found) {
        var cells = new LinkedHashMap<String, String>();
        keys.forEach((index, key) -> {
            var text = found.get(index);
            if (text != null) {
                cells.put(key, text);
            }
        });
        return new SheetRow(number, cells);
    }

    private static List<String> titles(List<SheetColumn> columns, Map<String, String> there, boolean requiredOnly) {
        var absent = new LinkedHashMap<String, String>();
        columns.stream()
                .filter(column -> !there.containsKey(column.key()) && (column.required() || !requiredOnly))
                .forEach(column -> absent.putIfAbsent(column.key(), column.title()));
        return List.copyOf(absent.values());
    }

    private static void refuse(String key, List<String> names) {
        if (!names.isEmpty()) {
            throw new Problem(
                    key,
                    new LinkedHashSet<>(names).stream().limit(MOST_NAMED).collect(Collectors.joining("、"))
                            + (names.size() > MOST_NAMED ? " …" : ""));
        }
    }

    private static String named(String letter, String title) {
        var name = title.replaceAll("\\s+", " ");
        return letter + " " + (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name);
    }

    private static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceAll("\\*+$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String withoutUnit(String title) {
        return UNIT.matcher(plain(title)).replaceFirst("");
    }
}
