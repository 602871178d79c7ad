package cn.baosong.filing.batch;

import cn.baosong.filing.imports.FilledTemplate;
import cn.baosong.testing.FilingFixture;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A template of many enterprises as an administrator fills it in. */
public final class FilledBatch {

    public static final String MAIN = "batch/enterprises";
    public static final String PRODUCTS = "batch/products/products";

    private final FilledTemplate template;
    private int products;

    public FilledBatch(byte[] template) {
        this.template = new FilledTemplate(template);
    }

    /** @return figures no rule finds anything in, by column */
    public static Map<String, Object> good(YearMonth month) {
        var values = new LinkedHashMap<String, Object>();
        values.put(FilingFixture.BASIC + "/filler", "孙丙");
        FilingFixture.indicators(month)
                .forEach((path, value) -> values.put(FilingFixture.INDICATORS + "/" + path, value));
        return values;
    }

    /** @return the index of the enterprise's line, below zero where the template has none */
    public int line(String user) {
        var sheet = sheet(MAIN);
        var column = template.column(MAIN, "userId");
        for (var row : sheet) {
            var cell = row.getCell(column);
            if (cell != null && cell.toString().equals(user)) {
                return row.getRowNum();
            }
        }
        return -1;
    }

    /** Fills in the enterprise's line, a new one below the others where there is none. */
    public FilledBatch put(String user, Map<String, Object> values) {
        var line = line(user);
        var row = line < 0
                ? sheet(MAIN).createRow(sheet(MAIN).getLastRowNum() + 1)
                : sheet(MAIN).getRow(line);
        if (line < 0) {
            put(row, MAIN, "userId", user);
        }
        values.forEach((key, value) -> put(row, MAIN, key, value));
        return this;
    }

    public FilledBatch product(String user, Map<String, Object> values) {
        var row = sheet(PRODUCTS).createRow(2 + products++);
        put(row, PRODUCTS, "userId", user);
        values.forEach((key, value) -> put(row, PRODUCTS, key, value));
        return this;
    }

    /** @return the letter and number of a cell, such as {@code F7} */
    public String cell(String user, String key) {
        return org.apache.poi.ss.util.CellReference.convertNumToColString(template.column(MAIN, key))
                + (line(user) + 1);
    }

    /** Somebody has overwritten the key of a column. */
    public FilledBatch without(String key) {
        sheet(MAIN).getRow(0).getCell(template.column(MAIN, key)).setBlank();
        return this;
    }

    public byte[] bytes() {
        return template.bytes();
    }

    public XSSFSheet sheet(String key) {
        return template.sheet(key);
    }

    private void put(XSSFRow row, String sheet, String key, Object value) {
        var column = template.column(sheet, key);
        var cell = row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
        if (value == null) {
            cell.setBlank();
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue((String) value);
        }
    }
}
