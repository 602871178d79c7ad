package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One reading of a workbook: which of its sheets are known, and what was found. */
final class BookReading {

    /** More would be read by nobody. */
    private static final int MOST_PROBLEMS = 300;

    private static final Pattern MARK = Pattern.compile("#([^|#]{1,40})\\|(.{1,200})");

    private final Map<String, SheetPlan> plans;
    private final SheetLimits limits;
    private final Map<String, FilledSheet> sheets = new LinkedHashMap<>();
    private final Set<String> stamps = new TreeSet<>();
    private final List<BookProblem> problems = new ArrayList<>();
    private boolean more;
    private int rows;

    BookReading(List<SheetPlan> plans, SheetLimits limits) {
        this.plans = plans.stream()
                .collect(Collectors.toMap(
                        SheetPlan::key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        this.limits = limits;
    }

    RowReceiver sheet(OpenWorkbook.Named sheet) {
        return new Recognised(sheet);
    }

    /** @throws Problem where no sheet of the template is there */
    FilledBook result() {
        if (stamps.isEmpty()) {
            throw new Problem("excel.error.not-the-template");
        }
        plans.values().stream()
                .filter(plan -> !sheets.containsKey(plan.key()))
                .forEach(plan -> found(BookProblem.of(plan.name(), 0, "", "excel.error.sheet-missing", plan.name())));
        return new FilledBook(Set.copyOf(stamps), List.copyOf(sheets.values()), List.copyOf(problems), more);
    }

    void found(BookProblem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            more = true;
        }
    }

    /** @throws Problem where the sheets together have more rows than anybody means */
    void count() {
        if (++rows > limits.rows()) {
            throw new Problem("excel.error.too-many-rows", limits.rows());
        }
    }

    /** Looks at the first row of a sheet: a sheet without a mark is none of ours and left aside. */
    private final class Recognised implements RowReceiver {
        private final OpenWorkbook.Named sheet;
        private boolean seen;
        private SheetReading reading;

        Recognised(OpenWorkbook.Named sheet) {
            this.sheet = sheet;
        }

        @Override
        public void row(int number, SortedMap<Integer, String> cells) {
            if (seen) {
                if (reading != null) {
                    count();
                    reading.row(number, cells);
                }
                return;
            }
            seen = true;
            cells.forEach((index, text) -> {
                var mark = MARK.matcher(text);
                if (reading == null && mark.matches()) {
                    begin(mark.group(1), mark.group(2), index, cells);
                }
            });
        }

        private void begin(String stamp, String key, int index, SortedMap<Integer, String> cells) {
            stamps.add(stamp);
            var plan = plans.get(key);
            if (plan == null) {
                found(BookProblem.of(sheet.name(), 0, "", "excel.error.sheet-unknown"));
            } else if (sheets.containsKey(key)) {
                found(BookProblem.of(
                        sheet.name(),
                        0,
                        "",
                        "excel.error.sheet-twice",
                        sheets.get(key).name()));
            } else {
                if (sheet.hidden()) {
                    found(BookProblem.of(sheet.name(), 0, "", "excel.error.sheet-hidden"));
                }
                reading = new SheetReading(plan, sheet.name(), index, cells, BookReading.this::found);
                sheets.put(key, reading.filled());
            }
        }

        @Override
        public void unreadable(int row, int column, Problem problem) {
            if (problem.key().equals("excel.error.damaged")) {
                throw problem;
            }
            if (reading != null) {
                reading.unreadable(row, column, problem);
            }
        }

        @Override
        public void merged(String range) {
            if (reading != null) {
                reading.merged(range);
            }
        }

        @Override
        public void end() {
            if (reading != null) {
                reading.end();
            }
        }
    }
}
