package cn.baosong.excel;

import cn.baosong.common.Problem;
import cn.baosong.excel.FilledSheet.Place;
import cn.baosong.excel.SheetPlan.Column;
import cn.baosong.excel.SheetPlan.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** Reads the rows of one sheet of a workbook filled in, by the keys of its first row and its column of keys. */
final class SheetReading {

    private final SheetPlan plan;
    private final String name;
    private final int keyColumn;
    private final Consumer<BookProblem> problems;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();
    private final Map<String, Line> lines;
    private final Map<String, Integer> seen = new HashMap<>();
    private final FilledSheet filled;
    private int lastHeading = 1;

    /**
     * @param keyColumn index of the column of keys
     * @param keys the first row
     */
    SheetReading(
            SheetPlan plan,
            String name,
            int keyColumn,
            SortedMap<Integer, String> keys,
            Consumer<BookProblem> problems) {
        this.plan = plan;
        this.name = name;
        this.keyColumn = keyColumn;
        this.problems = problems;
        this.lines = plan.lines().stream().collect(Collectors.toMap(Line::key, Function.identity()));
        this.filled = new FilledSheet(plan, name, new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
        find(keys);
    }

    private void find(SortedMap<Integer, String> keys) {
        var byKey = plan.columns().stream().collect(Collectors.toMap(Column::key, Function.identity()));
        keys.forEach((index, key) -> {
            var column = byKey.get(key);
            if (column != null && column.input()) {
                if (columns.containsValue(column)) {
                    problems.accept(BookProblem.of(name, 0, letter(index), "excel.error.column-twice", called(column)));
                } else {
                    columns.put(index, column);
                }
            }
        });
        plan.columns().stream()
                .filter(column -> column.input() && !columns.containsValue(column))
                .forEach(column ->
                        problems.accept(BookProblem.of(name, 0, "", "excel.error.column-missing", called(column))));
    }

    FilledSheet filled() {
        return filled;
    }

    void row(int number, SortedMap<Integer, String> cells) {
        var key = cells.get(keyColumn);
        if (BookPage.MARK.equals(key)) {
            lastHeading = number;
        } else if (plan.open()) {
            entry(number, cells);
        } else if (key != null && lines.containsKey(key)) {
            if (seen.putIfAbsent(key, number) == null) {
                line(number, lines.get(key), cells);
            } else {
                problems.accept(BookProblem.of(name, number, "", "excel.error.line-twice", seen.get(key)));
            }
        } else {
            columns.keySet().stream()
                    .filter(cells::containsKey)
                    .findFirst()
                    .ifPresent(index ->
                            problems.accept(BookProblem.of(name, number, letter(index), "excel.error.line-unknown")));
        }
    }

    private void line(int number, Line line, SortedMap<Integer, String> cells) {
        columns.forEach((index, column) -> {
            var field = line.fields().get(column.key());
            if (field != null) {
                filled.places().put(field.head().path(), new Place(number, letter(index)));
                if (cells.containsKey(index)) {
                    filled.cells().put(field.head().path(), cells.get(index));
                }
            } else if (cells.containsKey(index)) {
                problems.accept(BookProblem.of(name, number, letter(index), "excel.error.cell-closed"));
            }
        });
    }

    private void entry(int number, SortedMap<Integer, String> cells) {
        var row = new LinkedHashMap<String, String>();
        columns.forEach((index, column) -> {
            if (cells.containsKey(index)) {
                row.put(column.key(), cells.get(index));
            }
        });
        if (row.isEmpty()) {
            return;
        }
        var prefix = plan.list().head().path() + "[" + filled.rows().size() + "].";
        columns.forEach(
                (index, column) -> filled.places().put(prefix + column.key(), new Place(number, letter(index))));
        filled.rows().add(row);
    }

    void unreadable(int row, int column, Problem problem) {
        if (columns.containsKey(column)) {
            problems.accept(BookProblem.of(name, row, letter(column), problem));
        }
    }

    /** Of cells made one, only the first has a value; the others would be read as emptied. */
    void merged(String range) {
        CellRangeAddress cells;
        try {
            cells = CellRangeAddress.valueOf(range);
        } catch (RuntimeException strange) {
            throw new Problem("excel.error.damaged");
        }
        if (cells.getLastRow() < lastHeading) {
            return;
        }
        columns.keySet().stream()
                .filter(index -> index >= cells.getFirstColumn() && index <= cells.getLastColumn())
                .findFirst()
                .ifPresent(index -> problems.accept(
                        BookProblem.of(name, cells.getFirstRow() + 1, letter(index), "excel.error.merged", range)));
    }

    /** A line that is gone would be read as emptied: it is asked for instead. */
    void end() {
        plan.lines().stream()
                .filter(line -> !seen.containsKey(line.key()) && !line.fields().isEmpty())
                .forEach(line -> problems.accept(BookProblem.of(
                        name, 0, "", "excel.error.line-missing", line.words().getOrDefault("label", line.key()))));
    }

    private static String called(Column column) {
        return column.group().isEmpty() ? column.title() : column.group() + " " + column.title();
    }

    private static String letter(int index) {
        return CellReference.convertNumToColString(index);
    }
}
