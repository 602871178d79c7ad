package cn.baosong.filing.imports;

import static cn.baosong.filing.imports.FilledTemplate.BASIC;
import static cn.baosong.filing.imports.FilledTemplate.INDICATORS;
import static cn.baosong.filing.imports.FilledTemplate.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.Texts;
import cn.baosong.excel.BookProblem;
import cn.baosong.filing.FilingMethod;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.ReportTask;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Together;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;

/** A workbook becomes a report, or nothing happens at all (IMP-01 to 06). */
class ReportImportTest extends ImportScenario {

    private static final String REVENUE = "revenue";
    private static final String CUMULATIVE = "cumulative";

    @Test
    void whatIsFilledIntoTheTemplateLiesInTheDrafts() {
        var account = fixture.enterprise();
        var result = read(account, MONTH, "孙丙", good(account).bytes());

        assertThat(result.problems()).isEmpty();
        assertThat(result.imported()).isTrue();
        var filing = actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH)))
                .orElseThrow();
        assertThat(filing.method()).isEqualTo(FilingMethod.IMPORT);
        var drafts = drafts(account);
        assertThat(drafts.get(FilingFixture.INDICATORS)).isEqualTo(plain(FilingFixture.indicators(MONTH)));
        assertThat(plain(drafts.get(FilingFixture.BASIC))).containsEntry("filler", "孙丙");
        assertThat(drafts.get(FilingFixture.PRODUCTS).toString()).contains("丝绸", "production.month");
        assertThat(result.findings()).isEmpty();
        assertThat(submit(account, filing).passed()).isTrue();
        assertThat(status(filing)).isEqualTo(FilingStatus.UNDER_REVIEW);
    }

    @Test
    void theSameFileTwiceAndAnEmptiedCell() {
        var account = fixture.enterprise();
        var file = good(account).bytes();
        read(account, MONTH, "", file);
        var first = drafts(account);
        assertThat(read(account, MONTH, "", file).imported()).isTrue();
        assertThat(drafts(account)).isEqualTo(first);

        var again = template(account, MONTH);
        assertThat(again.cell(INDICATORS, REVENUE, CUMULATIVE).getNumericCellValue())
                .isEqualTo(800);
        again.cell(BASIC, "fax", "value").setBlank();
        again.sheet(PRODUCTS).removeRow(again.sheet(PRODUCTS).getRow(2));
        assertThat(read(account, MONTH, "", again.bytes()).imported()).isTrue();
        assertThat(drafts(account).get(FilingFixture.PRODUCTS)).isEmpty();
        assertThat(drafts(account).get(FilingFixture.BASIC)).doesNotContainKey("fax");
    }

    @Test
    void theTemplateIsLockedAndOffersWhatTheMonthAsks() {
        var account = fixture.enterprise();
        var august = template(account, MONTH);
        for (var sheet : august.workbook()) {
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.isColumnHidden(0)).isTrue();
            assertThat(sheet.getRow(0).getZeroHeight()).isTrue();
        }
        assertThat(august.cell(INDICATORS, REVENUE, CUMULATIVE).getCellStyle().getLocked())
                .isFalse();
        assertThat(august.cell(INDICATORS, REVENUE, "label").getCellStyle().getLocked())
                .isTrue();
        assertThat(august.cell(INDICATORS, "capacityUtilization", "month")
                        .getCellStyle()
                        .getLocked())
                .isTrue();
        assertThat(august.sheet(BASIC).getDataValidations()).anySatisfy(choice -> assertThat(
                        choice.getValidationConstraint().getExplicitListValues())
                .contains("是", "否"));
        assertThat(august.cell(BASIC, "region", "value").getStringCellValue()).startsWith("330110 浙江省→");
        assertThat(august.row(INDICATORS, "fixedAssetInvestment")).isPositive();
        assertThatThrownBy(() -> template(account, MONTH.minusMonths(1)).row(INDICATORS, "fixedAssetInvestment"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anUntouchedTemplateIsRefusedAndBeginsNothing() {
        var account = fixture.enterprise();
        var result = read(account, MONTH, "", template(account, MONTH).bytes());
        assertThat(result.imported()).isFalse();
        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.problem().key()).isEqualTo("form.error.required"));
        assertThat(actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"１２３．５", " 123.5 ", "123.50", "+123.5", "1 123.5", "1,123.5", "1，123．5"})
    void numbersAsPeopleWriteThem(String text) {
        var account = fixture.enterprise();
        var file = good(account)
                .put(INDICATORS, REVENUE, "lastYearCumulative", text)
                .bytes();
        assertThat(read(account, MONTH, "", file).problems()).isEmpty();
        assertThat(drafts(account).get(FilingFixture.INDICATORS).get("revenue.lastYearCumulative"))
                .isEqualTo(new BigDecimal(
                        text.startsWith("1 ") || text.startsWith("1,") || text.startsWith("1，") ? "1123.5" : "123.5"));
    }

    @Test
    void negativeZeroIsZero() {
        var account = fixture.enterprise();
        var file =
                good(account).put(INDICATORS, "loanBalance", CUMULATIVE, "-0").bytes();
        assertThat(read(account, MONTH, "", file).problems()).isEmpty();
        assertThat(drafts(account).get(FilingFixture.INDICATORS))
                .containsEntry("loanBalance.cumulative", BigDecimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e9",
                "1234567890123456789012345678901234567890",
                "12万",
                "1,23",
                "--1",
                "∞",
                "NaN",
                "0x10",
                "1/2"
            })
    void whatIsNoNumberIsNamedByItsPlace(String text) {
        refused(file -> file.put(INDICATORS, REVENUE, CUMULATIVE, text), "form.error.type.number", problem -> {
            assertThat(problem.sheet()).isEqualTo("主要经济指标");
            assertThat(problem.letter()).isEqualTo("F");
            assertThat(problem.row()).isPositive();
            assertThat(problem.label(Texts.CHINESE)).contains("营业收入");
        });
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("excel.error.formula", file -> file.cell(INDICATORS, REVENUE, CUMULATIVE)
                        .setCellFormula("1+1")),
                change("excel.error.long-number", file -> file.put(INDICATORS, REVENUE, CUMULATIVE, 1e39)),
                change("excel.error.merged", file -> {
                    var row = file.row(INDICATORS, REVENUE);
                    file.sheet(INDICATORS).addMergedRegion(new CellRangeAddress(row, row + 1, 5, 5));
                }),
                change("excel.error.sheet-hidden", file -> file.workbook()
                        .setSheetVisibility(
                                file.workbook().getSheetIndex(file.sheet(PRODUCTS)), SheetVisibility.VERY_HIDDEN)),
                change("excel.error.sheet-twice", file -> file.workbook().cloneSheet(1)),
                change("excel.error.sheet-missing", file -> file.workbook().removeSheetAt(2)),
                change("excel.error.sheet-unknown", file -> file.workbook()
                        .createSheet("别的")
                        .createRow(0)
                        .createCell(0)
                        .setCellValue("#" + MONTH + "|other/sheet")),
                change("excel.error.column-missing", file -> file.sheet(INDICATORS)
                        .getRow(0)
                        .removeCell(file.sheet(INDICATORS).getRow(0).getCell(5))),
                change(
                        "excel.error.column-twice",
                        file -> file.sheet(INDICATORS).getRow(0).createCell(20).setCellValue(CUMULATIVE)),
                change("excel.error.line-missing", file -> file.sheet(INDICATORS)
                        .removeRow(file.sheet(INDICATORS).getRow(file.row(INDICATORS, REVENUE)))),
                change(
                        "excel.error.line-twice",
                        file -> file.sheet(BASIC).createRow(90).createCell(0).setCellValue("name")),
                change(
                        "excel.error.line-unknown",
                        file -> file.sheet(BASIC).createRow(90).createCell(2).setCellValue("甲")),
                change("excel.error.cell-closed", file -> file.put(INDICATORS, "capacityUtilization", "month", 1)),
                change("excel.error.cell-too-long", file -> file.put(BASIC, "address", "value", "长".repeat(5_000))),
                change("excel.error.code", file -> file.put(BASIC, "region", "value", "亚特兰蒂斯")),
                change("form.error.maxLength", file -> file.put(BASIC, "contact", "value", "长".repeat(51))),
                change("form.error.required", file -> file.product(1, Map.of("name", "无单位"))));
    }

    private static Arguments change(String key, Consumer<FilledTemplate> change) {
        return Arguments.of(key, change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aWorkbookThatIsNotRightChangesNothing(String key, Consumer<FilledTemplate> change) {
        refused(change, key, problem -> assertThat(problem.message(texts, Texts.CHINESE))
                .isNotBlank());
    }

    @Test
    void whatStandsElsewhereIsFoundByItsKey() {
        var account = fixture.enterprise();
        var file = good(account);
        file.workbook().setSheetName(1, "改了名");
        file.workbook().createSheet("草稿纸").createRow(3).createCell(3).setCellFormula("1/0");
        file.workbook().setSheetVisibility(3, SheetVisibility.HIDDEN);
        file.workbook().setSheetOrder("改了名", 0);
        var sheet = file.sheet(INDICATORS);
        for (var row : sheet) {
            var moved = row.getCell(5);
            if (moved != null && moved.getCellType() != org.apache.poi.ss.usermodel.CellType.BLANK) {
                var there = row.createCell(30);
                if (moved.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                    there.setCellValue(moved.getNumericCellValue());
                } else {
                    there.setCellValue(moved.getStringCellValue());
                }
                row.removeCell(moved);
            }
        }
        assertThat(read(account, MONTH, "", file.bytes()).problems()).isEmpty();
        assertThat(drafts(account).get(FilingFixture.INDICATORS)).isEqualTo(plain(FilingFixture.indicators(MONTH)));
    }

    @Test
    void textsInTheirCellsAreReadLikeSharedOnes() {
        var account = fixture.enterprise();
        assertThat(read(account, MONTH, "", good(account).inline()).imported()).isTrue();
        assertThat(drafts(account).get(FilingFixture.INDICATORS)).isEqualTo(plain(FilingFixture.indicators(MONTH)));
    }

    @Test
    void filesThatAreNoTemplate() throws Exception {
        var account = fixture.enterprise();
        try (var old = new HSSFWorkbook()) {
            old.createSheet("a").createRow(0).createCell(0).setCellValue("x");
            thrown(account, "excel.error.old-format", FilledTemplate.written(old));
        }
        thrown(account, "excel.error.not-a-workbook", "编号,名称\n1,甲\n".getBytes(StandardCharsets.UTF_8));
        thrown(account, "excel.error.not-a-workbook", new byte[0]);
        try (var other = new SXSSFWorkbook()) {
            other.createSheet("a").createRow(0).createCell(0).setCellValue("x");
            thrown(account, "excel.error.not-the-template", FilledTemplate.written(other));
        }
        var many = good(account);
        var sheet = many.sheet(PRODUCTS);
        try (var large = new SXSSFWorkbook()) {
            var copy = large.createSheet("a");
            var keys = copy.createRow(0);
            sheet.getRow(0)
                    .forEach(cell -> keys.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue()));
            for (var row = 1; row <= 100_000; row++) {
                copy.createRow(row).createCell(1).setCellValue("产品");
            }
            thrown(account, "excel.error.too-many-rows", FilledTemplate.written(large));
        }
        thrown(
                account,
                "filing.import.error.other-month",
                template(account, MONTH.minusMonths(1)).bytes());
        assertThat(actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();
    }

    @Test
    void aReportThatCannotBeChangedTakesNoFile() {
        var account = fixture.enterprise();
        var file = good(account).bytes();
        fixture.submitted(account, MONTH);
        var before = drafts(account);
        thrown(account, "filing.error.not-editable", file);
        assertThat(drafts(account)).isEqualTo(before);
        assertProblem(
                "filing.error.no-period",
                () -> actors.as(
                        account, () -> imports.template(ReportTask.monthly(YearMonth.of(1999, 1)), Texts.CHINESE)));
        var stranger = actors.applicant();
        assertThatThrownBy(() -> template(stranger, MONTH)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void twoAtOnceMakeOneReport() throws Exception {
        var account = fixture.enterprise();
        var file = good(account).bytes();
        var outcomes = Together.run(3, () -> read(account, MONTH, "", file));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(ImportResult.class, result -> assertThat(result.imported())
                        .isTrue()));
        assertThat(drafts(account).get(FilingFixture.INDICATORS)).isEqualTo(plain(FilingFixture.indicators(MONTH)));
    }

    private void refused(Consumer<FilledTemplate> change, String key, Consumer<BookProblem> look) {
        var account = fixture.enterprise();
        fixture.filled(account, MONTH);
        var before = drafts(account);
        var result = read(account, MONTH, "别人", good(account).change(change).bytes());
        assertThat(result.imported()).isFalse();
        assertThat(result.problems())
                .filteredOn(problem -> problem.problem().key().equals(key))
                .isNotEmpty()
                .allSatisfy(look);
        assertThat(drafts(account)).isEqualTo(before);
        assertThat(actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH)))
                        .orElseThrow()
                        .method())
                .isEqualTo(FilingMethod.ONLINE);
    }
}
