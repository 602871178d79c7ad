package cn.baosong.filing.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A template as somebody fills it in with a spreadsheet. */
public final class FilledTemplate {

    public static final String BASIC = "basic-information/fields";
    public static final String INDICATORS = "economic-indicators/section-indicators";
    public static final String PRODUCTS = "products/list-products";

    private final XSSFWorkbook workbook;

    public FilledTemplate(byte[] template) {
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public XSSFWorkbook workbook() {
        return workbook;
    }

    public XSSFSheet sheet(String key) {
        for (var sheet : workbook) {
            if (text(sheet.getRow(0).getCell(0)).endsWith("|" + key)) {
                return (XSSFSheet) sheet;
            }
        }
        throw new AssertionError("no sheet " + key);
    }

    public int column(String sheet, String key) {
        for (var cell : sheet(sheet).getRow(0)) {
            if (text(cell).equals(key)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + key);
    }

    public int row(String sheet, String key) {
        for (var row : sheet(sheet)) {
            if (row.getCell(0) != null && text(row.getCell(0)).equals(key)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("no line " + key);
    }

    public boolean has(String sheet, String key) {
        for (var row : sheet(sheet)) {
            if (row.getCell(0) != null && text(row.getCell(0)).equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** @return whether a cell of any sheet has these words in it */
    public boolean says(String words) {
        for (var sheet : workbook) {
            for (var row : sheet) {
                for (var cell : row) {
                    if (text(cell).contains(words)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    public Cell cell(String sheet, String line, String column) {
        return sheet(sheet).getRow(row(sheet, line)).getCell(column(sheet, column));
    }

    /** @return what {@link #put} takes */
    public Object value(String sheet, String line, String column) {
        var cell = cell(sheet, line, column);
        return switch (cell.getCellType()) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            default -> null;
        };
    }

    public FilledTemplate put(String sheet, String line, String column, Object value) {
        put(cell(sheet, line, column), value);
        return this;
    }

    private static void put(Cell cell, Object value) {
        if (value == null) {
            cell.setBlank();
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue((String) value);
        }
    }

    /** @param values paths of cells, {@code revenue.month} */
    public FilledTemplate indicators(Map<String, Object> values) {
        values.forEach((path, value) -> put(
                INDICATORS,
                path.substring(0, path.lastIndexOf('.')),
                path.substring(path.lastIndexOf('.') + 1),
                value));
        return this;
    }

    /** As before anybody filled in a product. */
    public FilledTemplate withoutProducts() {
        var sheet = sheet(PRODUCTS);
        for (var index = sheet.getLastRowNum(); index >= 2; index--) {
            if (sheet.getRow(index) != null) {
                sheet.removeRow(sheet.getRow(index));
            }
        }
        return this;
    }

    /** @param number 0 for the first below the headings */
    public FilledTemplate product(int number, Map<String, Object> values) {
        var sheet = sheet(PRODUCTS);
        var index = 2 + number;
        var row = sheet.getRow(index) == null ? sheet.createRow(index) : sheet.getRow(index);
        values.forEach((path, value) -> put(row.createCell(column(PRODUCTS, path)), value));
        return this;
    }

    FilledTemplate change(Consumer<FilledTemplate> change) {
        change.accept(this);
        return this;
    }

    public byte[] bytes() {
        return written(workbook);
    }

    /** The same cells with every text in its cell, as other programs write them. */
    byte[] inline() {
        try (var other = new SXSSFWorkbook()) {
            for (var sheet : workbook) {
                var copy = other.createSheet(sheet.getSheetName());
                for (var row : sheet) {
                    var line = copy.createRow(row.getRowNum());
                    for (var cell : row) {
                        switch (cell.getCellType()) {
                            case NUMERIC ->
                                line.createCell(cell.getColumnIndex()).setCellValue(cell.getNumericCellValue());
                            case STRING ->
                                line.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue());
                            default -> {
                                // an empty cell is left out
                            }
                        }
                    }
                }
            }
            return written(other);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] written(org.apache.poi.ss.usermodel.Workbook workbook) {
        var out = new ByteArrayOutputStream();
        try {
            workbook.write(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> new BigDecimal(cell.getNumericCellValue()).toPlainString();
            default -> "";
        };
    }
}
