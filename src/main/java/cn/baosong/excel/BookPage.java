package cn.baosong.excel;

import cn.baosong.common.Texts;
import cn.baosong.excel.SheetPlan.Column;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.NumberEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** One sheet of a workbook to fill in, being written. */
final class BookPage {

    /** Marks rows of headings in the column of keys, and begins the mark of a sheet. */
    static final String MARK = "#";

    private static final int CHARACTER = 256;
    private static final int NARROW = 14;
    private static final int WIDE = 40;
    private static final int ROWS_OFFERED = 500;
    private static final int LONGEST_CHOICES = 255;
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_NOTE = 255;
    private static final String MOST = "1000000000000000";

    private final XSSFSheet sheet;
    private final SheetPlan plan;
    private final BookStyles styles;
    private final CellWords words;
    private final Texts texts;
    private final Locale locale;
    private int next;

    BookPage(XSSFSheet sheet, SheetPlan plan, BookStyles styles, CellWords words, Texts texts, Locale locale) {
        this.sheet = sheet;
        this.plan = plan;
        this.styles = styles;
        this.words = words;
        this.texts = texts;
        this.locale = locale;
    }

    void head(String stamp) {
        var keys = sheet.createRow(next++);
        keys.createCell(0).setCellValue(MARK + stamp + "|" + plan.key());
        keys.setZeroHeight(true);
        sheet.setColumnHidden(0, true);
        for (var index = 0; index < plan.columns().size(); index++) {
            keys.createCell(index + 1).setCellValue(plan.columns().get(index).key());
            sheet.setColumnWidth(index + 1, width(plan.columns().get(index)) * CHARACTER);
        }
        if (plan.columns().stream().anyMatch(column -> !column.group().isEmpty())) {
            groups(headings());
        }
        var titles = headings();
        for (var index = 0; index < plan.columns().size(); index++) {
            put(titles, index, plan.columns().get(index).title());
        }
        sheet.createFreezePane(plan.open() ? 2 : 1 + fixed(), next);
    }

    private int fixed() {
        return (int)
                plan.columns().stream().takeWhile(column -> !column.input()).count();
    }

    private XSSFRow headings() {
        var row = sheet.createRow(next++);
        row.createCell(0).setCellValue(MARK);
        return row;
    }

    private void put(XSSFRow row, int index, String title) {
        var cell = row.createCell(index + 1);
        cell.setCellValue(title);
        cell.setCellStyle(styles.heading);
    }

    private void groups(XSSFRow row) {
        var columns = plan.columns();
        for (var index = 0; index < columns.size(); index++) {
            put(row, index, columns.get(index).group());
        }
        for (var from = 0; from < columns.size(); ) {
            var to = from;
            while (to + 1 < columns.size()
                    && columns.get(to + 1).group().equals(columns.get(from).group())) {
                to++;
            }
            if (to > from && !columns.get(from).group().isEmpty()) {
                sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from + 1, to + 1));
            }
            from = to + 1;
        }
    }

    void lines(Map<String, Object> values) {
        for (var line : plan.lines()) {
            var row = sheet.createRow(next);
            row.createCell(0).setCellValue(line.key());
            for (var index = 0; index < plan.columns().size(); index++) {
                var column = plan.columns().get(index);
                var cell = row.createCell(index + 1);
                var field = line.fields().get(column.key());
                if (field != null) {
                    fill(cell, field, values.get(field.head().path()));
                    offer(field, title(line.words().getOrDefault("label", "")), line.note(), next, next, index + 1);
                } else {
                    cell.setCellStyle(column.input() ? styles.closed : styles.words);
                    cell.setCellValue(line.words().getOrDefault(column.key(), ""));
                }
            }
            next++;
        }
    }

    void rows(List<Map<String, Object>> rows) {
        var last = Math.max(next + ROWS_OFFERED, next + rows.size()) - 1;
        for (var index = 0; index < plan.columns().size(); index++) {
            var column = plan.columns().get(index);
            sheet.setDefaultColumnStyle(index + 1, style(column.field()));
            offer(column.field(), title(column.title()), column.note(), next, last, index + 1);
        }
        for (var values : rows) {
            var row = sheet.createRow(next++);
            for (var index = 0; index < plan.columns().size(); index++) {
                var field = plan.columns().get(index).field();
                fill(row.createCell(index + 1), field, values.get(field.head().path()));
            }
        }
    }

    private org.apache.poi.ss.usermodel.CellStyle style(Field field) {
        return field instanceof NumberEntry ? styles.number : styles.text;
    }

    private void fill(Cell cell, Field field, Object value) {
        cell.setCellStyle(style(field));
        var number = BookWriter.exact(field, value);
        if (number != null) {
            cell.setCellValue(number.doubleValue());
        } else {
            var text = words.of(field, value);
            if (text != null) {
                cell.setCellValue(text);
            }
        }
    }

    /** Choices to pick, numbers only where a number is asked, and what to fill in, shown where one types. */
    private void offer(Field field, String title, String note, int first, int last, int column) {
        var validations = sheet.getDataValidationHelper();
        var choices = choices(field);
        DataValidationConstraint rule;
        if (!choices.isEmpty()) {
            rule = validations.createExplicitListConstraint(choices.toArray(String[]::new));
        } else if (field instanceof NumberEntry) {
            rule = validations.createDecimalConstraint(OperatorType.BETWEEN, "-" + MOST, MOST);
        } else if (!note.isEmpty()) {
            rule = validations.createTextLengthConstraint(OperatorType.BETWEEN, "0", "4000");
        } else {
            return;
        }
        var validation = validations.createValidation(rule, new CellRangeAddressList(first, last, column, column));
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(!choices.isEmpty() || field instanceof NumberEntry);
        validation.createErrorBox(
                title, texts.get(locale, choices.isEmpty() ? "excel.book.number-only" : "excel.book.choose"));
        if (!note.isEmpty()) {
            validation.createPromptBox(title, shortened(note, LONGEST_NOTE));
            validation.setShowPromptBox(true);
        }
        sheet.addValidationData(validation);
    }

    /** A list of choices in the sheet itself is no longer than this; a longer one is left to the check. */
    private List<String> choices(Field field) {
        var choices = words.choices(field);
        var length = choices.stream().mapToInt(choice -> choice.length() + 1).sum();
        return length > LONGEST_CHOICES || choices.stream().anyMatch(choice -> choice.contains(","))
                ? List.of()
                : choices;
    }

    void protect() {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        if (plan.open()) {
            sheet.lockInsertRows(false);
            sheet.lockDeleteRows(false);
        }
    }

    private static int width(Column column) {
        var wide =
                column.title().codePoints().map(letter -> letter > 0xFF ? 2 : 1).sum();
        return column.input() && column.field() == null && column.group().isEmpty()
                ? WIDE
                : Math.min(
                        WIDE,
                        Math.max("label".equals(column.key()) || "note".equals(column.key()) ? WIDE : NARROW, wide));
    }

    private static String title(String title) {
        return shortened(title, LONGEST_TITLE);
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
