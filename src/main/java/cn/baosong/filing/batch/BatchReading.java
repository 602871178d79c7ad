package cn.baosong.filing.batch;

import cn.baosong.common.Texts;
import cn.baosong.excel.BookProblem;
import cn.baosong.excel.FilledBook;
import cn.baosong.excel.FilledSheet;
import cn.baosong.form.FieldProblem;
import cn.baosong.upload.RowProblem;
import cn.baosong.upload.UploadedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sorts what was filled into a workbook by enterprise. What is wrong with a line goes to its enterprise; what is wrong
 * with the workbook as a whole is listed. A line in which nothing is filled in is left aside.
 */
final class BatchReading {

    private final Texts texts;
    private final Map<String, String> sheetNames = new HashMap<>();
    private final Map<String, Map<String, String>> letters = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Line> byUser = new HashMap<>();
    private final Map<String, Line> byPlace = new HashMap<>();
    private final List<BookProblem> structural = new ArrayList<>();

    /** One enterprise while it is read. */
    private static final class Line {
        private final int number;
        private final String user;
        private final String name;
        private final Map<String, String> fields = new LinkedHashMap<>();
        private final Map<String, List<BatchCells.Line>> lists = new LinkedHashMap<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private String explanation;

        Line(int number, String user, String name) {
            this.number = number;
            this.user = user;
            this.name = name;
        }

        BatchCells cells() {
            return new BatchCells(fields, lists, explanation);
        }
    }

    BatchReading(FilledBook book, Texts texts) {
        this.texts = texts;
        book.sheets().stream()
                .filter(sheet -> sheet.plan().key().equals(BatchSheets.MAIN))
                .forEach(this::enterprises);
        book.sheets().stream()
                .filter(sheet -> !sheet.plan().key().equals(BatchSheets.MAIN))
                .forEach(this::list);
        book.problems().forEach(this::place);
    }

    SheetPlaces places() {
        return new SheetPlaces(Map.copyOf(sheetNames), Map.copyOf(letters));
    }

    /** @return why nothing of the workbook can be taken; empty where it can */
    List<BookProblem> structural() {
        return List.copyOf(structural);
    }

    List<UploadedRow> rows() {
        return lines.stream()
                .filter(line -> !line.cells().empty() || !line.problems.isEmpty())
                .map(line -> UploadedRow.read(
                        line.number, line.user, line.name, line.cells().written(), line.problems))
                .toList();
    }

    private void enterprises(FilledSheet sheet) {
        know(sheet);
        for (int index = 0; index < sheet.rows().size(); index++) {
            var cells = sheet.rows().get(index);
            var number = number(sheet, index);
            var line = new Line(
                    number, cells.getOrDefault(BatchSheets.USER_ID, ""), cells.getOrDefault(BatchSheets.NAME, ""));
            cells.forEach((key, text) -> {
                if (key.equals(BatchSheets.EXPLANATION)) {
                    line.explanation = text;
                } else if (!key.equals(BatchSheets.USER_ID) && !key.equals(BatchSheets.NAME)) {
                    line.fields.put(key, text);
                }
            });
            if (line.user.isEmpty()) {
                problem(line, sheet, number, "filing.batch.error.no-user-id");
            } else {
                var first = byUser.putIfAbsent(key(line.user), line);
                if (first != null) {
                    problem(line, sheet, number, "filing.batch.error.twice", Integer.toString(first.number));
                }
            }
            byPlace.put(place(sheet.name(), number), line);
            lines.add(line);
        }
    }

    private void list(FilledSheet sheet) {
        know(sheet);
        for (int index = 0; index < sheet.rows().size(); index++) {
            var cells = new LinkedHashMap<>(sheet.rows().get(index));
            var number = number(sheet, index);
            var user = cells.remove(BatchSheets.USER_ID);
            cells.remove(BatchSheets.NAME);
            var line = user == null ? null : byUser.get(key(user));
            if (line == null) {
                structural.add(new BookProblem(
                        sheet.name(),
                        number,
                        letters.get(sheet.plan().key()).getOrDefault(BatchSheets.USER_ID, ""),
                        null,
                        new FieldProblem(null, "filing.batch.error.no-enterprise-line", List.of())));
                continue;
            }
            line.lists
                    .computeIfAbsent(sheet.plan().key(), ignored -> new ArrayList<>())
                    .add(new BatchCells.Line(number, cells));
            byPlace.put(place(sheet.name(), number), line);
        }
    }

    private void place(BookProblem problem) {
        var line = byPlace.get(place(problem.sheet(), problem.row()));
        if (line == null) {
            structural.add(problem);
        } else {
            line.problems.add(new RowProblem(
                    problem.sheet() + "!" + problem.letter() + problem.row(),
                    said(problem, Texts.CHINESE),
                    said(problem, Texts.ENGLISH)));
        }
    }

    private String said(BookProblem problem, Locale locale) {
        return problem.message(texts, locale);
    }

    private void problem(Line line, FilledSheet sheet, int row, String key, Object... arguments) {
        line.problems.add(new RowProblem(
                sheet.name() + "!" + letters.get(sheet.plan().key()).getOrDefault(BatchSheets.USER_ID, "") + row,
                texts.get(Texts.CHINESE, key, arguments),
                texts.get(Texts.ENGLISH, key, arguments)));
    }

    private void know(FilledSheet sheet) {
        sheetNames.put(sheet.plan().key(), sheet.name());
        var known = new HashMap<String, String>();
        var prefix = prefix(sheet, 0);
        sheet.places().forEach((path, place) -> {
            if (path.startsWith(prefix)) {
                known.put(path.substring(prefix.length()), place.letter());
            }
        });
        letters.put(sheet.plan().key(), Map.copyOf(known));
    }

    /** Every column of a sheet that is there has a place in every row; which of them there are is up to the file. */
    private int number(FilledSheet sheet, int index) {
        var column = letters.get(sheet.plan().key()).keySet().iterator().next();
        return sheet.places().get(prefix(sheet, index) + column).row();
    }

    private static String prefix(FilledSheet sheet, int index) {
        return sheet.plan().list().head().path() + "[" + index + "].";
    }

    private static String place(String sheet, int row) {
        return sheet + "!" + row;
    }

    private static String key(String user) {
        return user.strip().toLowerCase(Locale.ROOT);
    }
}
