package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Texts;
import cn.baosong.testing.FilingFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What differs between versions, and the workbook of a report, read back. */
class FilingVersionsTest extends FilingScenario {

    private static final String FORMULA = "=HYPERLINK(\"http://example.invalid\",\"点我\")";

    @Autowired
    private FilingVersions versions;

    @Autowired
    private FilingWorkbook workbook;

    @Autowired
    private FilingHistory history;

    private Account account;

    @BeforeEach
    void anEnterprise() {
        account = fixture.enterprise();
    }

    private void products(Filing filing, List<Map<String, Object>> rows) {
        type(account, filing, FilingFixture.PRODUCTS, Map.of("products", rows));
    }

    private static Map<String, Object> product(String name, String stock) {
        // The stock is what was made and not sold, or a rule warns.
        var made = "-".equals(stock)
                ? "80"
                : new BigDecimal(stock).add(BigDecimal.valueOf(64)).toPlainString();
        return Map.of(
                "name", name,
                "unit", "吨",
                "production.month", "1",
                "production.cumulative", made,
                "sales.month", "1",
                "sales.cumulative", "64",
                "stock.cumulative", stock);
    }

    private List<VersionChange> difference(Filing filing, int from, int to) {
        return actors.as(account, () -> versions.difference(filing.id(), from, to, Texts.CHINESE));
    }

    /** @return version 2 of a report, corrected after its withdrawal */
    private Filing corrected(
            Map<String, Object> indicators, List<Map<String, Object>> before, List<Map<String, Object>> after) {
        var filing = fixture.filled(account, MONTH);
        products(filing, before);
        assertThat(submit(account, filing).passed()).isTrue();
        actors.as(account, () -> filings.withdraw(filing.id()));
        type(account, filing, FilingFixture.INDICATORS, indicators);
        products(filing, after);
        assertThat(submit(account, filing).passed()).isTrue();
        return filing;
    }

    @Test
    void onlyWhatChangedIsTold() {
        var filing = corrected(
                Map.of("revenue.cumulative", "801.50", "operatingCost.cumulative", "800.00"),
                List.of(product("钢材", "2"), product("水泥", "3")),
                List.of(product("水泥", "3.0"), product("钢材", "5")));

        var changes = difference(filing, 1, 2);

        assertThat(changes).hasSize(3);
        assertThat(changes.get(0).form()).isEqualTo("主要经济指标");
        assertThat(changes.get(0).field()).contains("营业收入");
        assertThat(changes.get(0).before()).startsWith("800");
        assertThat(changes.get(0).after()).startsWith("801.5");
        assertThat(changes.get(1).field()).contains("第 2 行").contains("钢材");
        assertThat(changes.get(1).before()).startsWith("66");
        assertThat(changes.get(1).after()).startsWith("69");
        assertThat(changes.get(2).before()).startsWith("2");
        assertThat(changes.get(2).after()).startsWith("5");
        assertThat(difference(filing, 2, 2)).isEmpty();
        assertThat(difference(filing, 2, 1))
                .extracting(VersionChange::before)
                .contains(changes.get(1).after());
    }

    @Test
    void aRowMoreOrLessIsToldFieldByField() {
        var filing = corrected(Map.of(), List.of(product("钢材", "2")), List.of(product("钢材", "2"), product("水泥", "4")));
        assertThat(difference(filing, 1, 2)).isNotEmpty().allSatisfy(change -> assertThat(change.before())
                .isEqualTo("—"));
        assertThat(difference(filing, 2, 1)).isNotEmpty().allSatisfy(change -> assertThat(change.after())
                .isEqualTo("—"));
    }

    @Test
    void versionsOfOthersAndVersionsThatAreNotThere() {
        var filing = fixture.submitted(account, MONTH);
        assertProblem("filing.error.no-version", () -> difference(filing, 1, 2));
        assertProblem("filing.error.no-version", () -> difference(filing, -1, 1));
        var stranger = fixture.enterprise();
        assertProblem(
                "filing.error.not-found",
                () -> actors.as(stranger, () -> versions.difference(filing.id(), 1, 1, Texts.CHINESE)));
        assertProblem("filing.error.not-found", () -> actors.as(stranger, () -> versions.of(filing.id())));
    }

    @Test
    void theWorkbookHoldsNumbersAndHarmlessTexts() throws IOException {
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.BASIC, Map.of("filler", FORMULA));
        type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "1234567.89"));
        products(filing, List.of(product("@SUM(A1)", "0.125"), product("+1-1\u0001<script>", "-")));

        try (var book = written(filing)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheetName(1)).isEqualTo("主要经济指标");
            for (var sheet : book) {
                for (var row : sheet) {
                    row.forEach(cell -> assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC));
                }
            }
            assertThat(cells(book.getSheetAt(0))).contains(FORMULA);
            assertThat(numbers(row(book.getSheetAt(1), "营业收入"))).contains(1234567.89);
            assertThat(cells(book.getSheetAt(2))).contains("@SUM(A1)", "0.125", "-");
        }
    }

    @Test
    void theWorkbookOfWhatWasSubmittedKeepsEveryIndicator() throws IOException {
        var filing = fixture.submitted(account, MONTH);
        try (var book = written(filing)) {
            var revenue = row(book.getSheetAt(1), "营业收入");
            assertThat(numbers(revenue)).contains(800.0).endsWith(0.0);
            assertThat(cells(book.getSheetAt(0))).contains(enterpriseOf(account).name(), "2021-08");
        }
        assertThat(workbook.fileName(fixture.now(filing.id()), Texts.CHINESE))
                .isEqualTo(enterpriseOf(account).name() + "_2021-08_月报");
    }

    private XSSFWorkbook written(Filing filing) throws IOException {
        var out = new ByteArrayOutputStream();
        var values = actors.as(account, () -> history.values(filing.id()));
        workbook.write(fixture.now(filing.id()), values, Texts.CHINESE, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Row row(Sheet sheet, String name) {
        for (var row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().contains(name)) {
                return row;
            }
        }
        throw new AssertionError("no row " + name);
    }

    private static List<Double> numbers(Row row) {
        return cells(row)
                .filter(cell -> cell.getCellType() == CellType.NUMERIC)
                .map(Cell::getNumericCellValue)
                .toList();
    }

    private static Stream<Cell> cells(Row row) {
        return StreamSupport.stream(row.spliterator(), false);
    }

    private static List<String> cells(Sheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(FilingVersionsTest::cells)
                .map(Cell::toString)
                .toList();
    }
}
