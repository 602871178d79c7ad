package cn.baosong.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * Writes workbooks row by row. In tables every cell is text: nothing that was filled in can become a formula or lose a zero.
 */
@Component
public class SheetWriter {

    private static final int WINDOW = 100;
    private static final int LAST_ROW = 1_048_575;
    /** A list of choices in the sheet itself is no longer than this; a longer one is left to the check. */
    private static final int LONGEST_CHOICES = 255;

    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_NOTE = 255;
    private static final int CHARACTER = 256;
    private static final int LONGEST_CELL = 32_767;

    /** An empty workbook to fill in: headings that stay in sight and cannot be changed, notes, and choices to pick. */
    public void template(String sheet, List<SheetColumn> columns, OutputStream out) throws IOException {
        write(sheet, columns, List.<List<String>>of().iterator(), true, out);
    }

    /**
     * A table.
     *
     * @param rows texts in the order of the columns, null for an empty cell; asked for one by one
     */
    public void table(String sheet, List<SheetColumn> columns, Iterator<List<String>> rows, OutputStream out)
            throws IOException {
        write(sheet, columns, rows, false, out);
    }

    /** Sheets to be read, the numbers in them as numbers; texts stay texts, whatever they begin with. */
    public void sheets(List<PlainSheet> sheets, OutputStream out) throws IOException {
        try (var workbook = new PlainWorkbook()) {
            workbook.write(sheets, out);
        }
    }

    /**
     * A table to be read, as {@link #sheets}.
     *
     * @param rows cells in the order of the headings, null for an empty one; asked for one by one
     */
    public void lines(String sheet, List<Object> headings, Iterator<List<Object>> rows, OutputStream out)
            throws IOException {
        try (var workbook = new PlainWorkbook()) {
            workbook.write(sheet, headings, rows, out);
        }
    }

    private void write(
            String name, List<SheetColumn> columns, Iterator<List<String>> rows, boolean toFillIn, OutputStream out)
            throws IOException {
        try (var workbook = new SXSSFWorkbook(WINDOW)) {
            var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
            var text = text(workbook);
            head(workbook, sheet, columns, text);
            for (var number = 1; rows.hasNext() && number <= LAST_ROW; number++) {
                row(sheet, number, rows.next(), text);
            }
            sheet.createFreezePane(0, 1);
            if (toFillIn) {
                offer(sheet, columns);
                protect(sheet);
            }
            workbook.write(out);
        }
    }

    private static void head(SXSSFWorkbook workbook, SXSSFSheet sheet, List<SheetColumn> columns, CellStyle text) {
        var style = heading(workbook);
        var row = sheet.createRow(0);
        for (var index = 0; index < columns.size(); index++) {
            var column = columns.get(index);
            var cell = row.createCell(index);
            cell.setCellValue(column.title() + (column.required() ? " *" : ""));
            cell.setCellStyle(style);
            sheet.setDefaultColumnStyle(index, text);
            sheet.setColumnWidth(index, width(column.title()) * CHARACTER);
        }
    }

    private static void row(SXSSFSheet sheet, int number, List<String> texts, CellStyle style) {
        var row = sheet.createRow(number);
        for (var index = 0; index < texts.size(); index++) {
            var value = texts.get(index);
            if (value != null) {
                Cell cell = row.createCell(index);
                cell.setCellStyle(style);
                cell.setCellValue(value.length() > LONGEST_CELL ? value.substring(0, LONGEST_CELL) : value);
            }
        }
    }

    /** Choices and notes hang on the cells below the heading: the note shows where one types. */
    private static void offer(SXSSFSheet sheet, List<SheetColumn> columns) {
        var validations = sheet.getDataValidationHelper();
        for (var index = 0; index < columns.size(); index++) {
            var column = columns.get(index);
            var choices = choices(column.options());
            if (choices.isEmpty() && column.note().isEmpty()) {
                continue;
            }
            var rule = choices.isEmpty()
                    ? validations.createTextLengthConstraint(
                            org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType.BETWEEN,
                            "0",
                            Integer.toString(LONGEST_CELL))
                    : validations.createExplicitListConstraint(choices.toArray(String[]::new));
            var validation = validations.createValidation(rule, new CellRangeAddressList(1, LAST_ROW, index, index));
            validation.setEmptyCellAllowed(true);
            validation.setShowErrorBox(!choices.isEmpty());
            if (!column.note().isEmpty()) {
                validation.createPromptBox(
                        shortened(column.title(), LONGEST_TITLE), shortened(column.note(), LONGEST_NOTE));
                validation.setShowPromptBox(true);
            }
            sheet.addValidationData(validation);
        }
    }

    private static List<String> choices(List<String> options) {
        var length = options.stream().mapToInt(option -> option.length() + 1).sum();
        return length > LONGEST_CHOICES || options.stream().anyMatch(option -> option.contains(","))
                ? List.of()
                : options;
    }

    /** Without a password: it keeps from mistakes, not from people. */
    private static void protect(SXSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
    }

    static CellStyle text(SXSSFWorkbook workbook) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setLocked(false);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        return style;
    }

    static CellStyle heading(SXSSFWorkbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        var style = workbook.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static int width(String title) {
        var wide = title.codePoints().map(letter -> letter > 0xFF ? 2 : 1).sum();
        return Math.min(40, Math.max(14, wide + 4));
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
