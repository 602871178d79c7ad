package cn.baosong.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes sheets to be read: numbers as numbers with all their digits, everything else as text, whatever it begins with, so
 * that nothing filled in can become a formula. A number a spreadsheet would round is written as text.
 */
final class PlainWorkbook implements AutoCloseable {

    private static final int WINDOW = 100;
    private static final int DIGITS_KEPT = 15;
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final int FIRST_WIDTH = 34 * 256;
    private static final int WIDTH = 18 * 256;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
    private final CellStyle text = SheetWriter.text(workbook);
    private final CellStyle heading = SheetWriter.heading(workbook);
    private final Map<Integer, CellStyle> numbers = new HashMap<>();

    void write(List<PlainSheet> sheets, OutputStream out) throws IOException {
        var names = new HashSet<String>();
        for (var sheet : sheets) {
            var name = WorkbookUtil.createSafeSheetName(sheet.name());
            for (var again = 2; !names.add(name.toLowerCase(Locale.ROOT)); again++) {
                var ending = " " + again;
                name = name.substring(0, Math.min(name.length(), LONGEST_NAME - ending.length())) + ending;
            }
            fill(workbook.createSheet(name), sheet.lines());
        }
        workbook.write(out);
    }

    /** One sheet whose headings stay in sight, line by line. */
    void write(String name, List<Object> headings, Iterator<List<Object>> rows, OutputStream out) throws IOException {
        var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        widen(sheet, headings.size());
        sheet.createFreezePane(1, 1);
        fill(sheet, 0, PlainSheet.Line.heading(headings.toArray()));
        for (var number = 1; rows.hasNext(); number++) {
            fill(sheet, number, new PlainSheet.Line(false, rows.next()));
        }
        workbook.write(out);
    }

    private void fill(SXSSFSheet sheet, List<PlainSheet.Line> lines) {
        widen(sheet, lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0));
        for (var number = 0; number < lines.size(); number++) {
            fill(sheet, number, lines.get(number));
        }
        sheet.getPrintSetup().setLandscape(true);
    }

    private static void widen(SXSSFSheet sheet, int columns) {
        for (var column = 0; column < columns; column++) {
            sheet.setColumnWidth(column, column == 0 ? FIRST_WIDTH : WIDTH);
        }
    }

    private void fill(SXSSFSheet sheet, int number, PlainSheet.Line line) {
        var row = sheet.createRow(number);
        for (var column = 0; column < line.cells().size(); column++) {
            var value = line.cells().get(column);
            if (value != null) {
                fill(row.createCell(column), value, line.heading());
            }
        }
    }

    private void fill(Cell cell, Object value, boolean isHeading) {
        if (value instanceof BigDecimal number && number.precision() <= DIGITS_KEPT) {
            cell.setCellStyle(numbers.computeIfAbsent(Math.max(0, number.scale()), this::number));
            cell.setCellValue(number.doubleValue());
            return;
        }
        var said = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        cell.setCellStyle(isHeading ? heading : text);
        cell.setCellValue(said.length() > LONGEST_CELL ? said.substring(0, LONGEST_CELL) : said);
    }

    private CellStyle number(int places) {
        var style = workbook.createCellStyle();
        style.setDataFormat(
                workbook.createDataFormat().getFormat(places == 0 ? "#,##0" : "#,##0." + "0".repeat(places)));
        return style;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
