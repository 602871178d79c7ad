package cn.baosong.filing.imports;

import static cn.baosong.filing.imports.FilledTemplate.INDICATORS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Texts;
import cn.baosong.filing.ReportTask;
import cn.baosong.testing.FilingFixture;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates saved by other programs than the one that made them, and files that are no honest workbook at all. */
class ForeignFilesTest extends ImportScenario {

    private static final String REVENUE = "revenue";
    private static final String CUMULATIVE = "cumulative";
    private static final String SHEET = "xl/worksheets/sheet2.xml";

    private Account account;

    @BeforeEach
    void enterprise() {
        account = fixture.enterprise();
    }

    static Stream<ForeignProgram> programs() {
        return Stream.of(
                ForeignProgram.WPS, ForeignProgram.LIBRE_OFFICE, ForeignProgram.LIBRARY, ForeignProgram.SPARSE);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatAnyProgramSavesIsTakenAndCanBeSubmitted(ForeignProgram program) {
        var good = good(account);
        var result = read(account, MONTH, "", program.write(good.workbook()));
        assertThat(result.problems()).isEmpty();
        assertThat(result.imported()).isTrue();
        var theirs = drafts(account);
        assertThat(theirs.get(FilingFixture.INDICATORS)).isEqualTo(plain(FilingFixture.indicators(MONTH)));
        read(account, MONTH, "", good.bytes());
        assertThat(drafts(account)).isEqualTo(theirs);
        var filing = actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH)))
                .orElseThrow();
        assertThat(submit(account, filing).passed()).isTrue();
    }

    /** Numbers as files hold them, whatever the cell shows. */
    @ParameterizedTest
    @CsvSource({
        "1E+9, 1000000000",
        "1.2345E3, 1234.5",
        "123.50, 123.5",
        "-0, 0",
        "-0.0, 0",
        "0.10000000000000001, 0.1",
        "999999999999999, 999999999999999"
    })
    void aNumberIsTakenAsItIsMeant(String stored, BigDecimal meant) {
        assertThat(read(account, MONTH, "", withNumber("financialExpense", stored))
                        .problems())
                .isEmpty();
        assertThat(drafts(account).get(FilingFixture.INDICATORS)).containsEntry("financialExpense.cumulative", meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E+15", "1234567890123456", "1234567890123456789012345678901234567890", "1E400", "-1e99999999"})
    void aNumberThatLostItsDigitsIsNamedByItsCell(String stored) {
        var file = withNumber(REVENUE, stored);
        var result = read(account, MONTH, "", file);
        assertThat(result.imported()).isFalse();
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.problem().key()).isEqualTo("excel.error.long-number");
            assertThat(problem.row()).isEqualTo(good(account).row(INDICATORS, REVENUE) + 1);
            assertThat(problem.message(texts, Texts.CHINESE)).contains("“文本”格式");
        });
        nothingBegun();
    }

    private byte[] withNumber(String indicator, String stored) {
        var good = good(account).put(INDICATORS, indicator, CUMULATIVE, 111_222_333);
        return Parts.of(good.bytes())
                .change(SHEET, sheet -> sheet.replaceAll("<v>1.11222333E8</v>", "<v>" + stored + "</v>"))
                .bytes();
    }

    @Test
    void aBombIsRefusedWhileItUnpacks() {
        var zeros = new byte[60_000_000];
        refused("excel.error.unpacked-too-large", good().with("xl/media/image1.png", zeros));
        refused(
                "excel.error.unpacked-too-large",
                good().change("docProps/app.xml", xml -> xml + " ".repeat(6_000_000)));
        refused(
                "excel.error.unpacked-too-large",
                good().change(SHEET, sheet -> sheet.replace("</sheetData>", " ".repeat(60_000_000) + "</sheetData>")));
    }

    @Test
    void rowsWithoutEndAreRefused() {
        var rows = new StringBuilder();
        for (var row = 1_001; row <= 101_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"B")
                    .append(row)
                    .append("\"><v>1</v></c></row>");
        }
        refused(
                "excel.error.too-many-rows",
                good().change(SHEET, sheet -> sheet.replace("</sheetData>", rows + "</sheetData>")));
        refused(
                "excel.error.too-many-columns",
                good().change(
                                SHEET,
                                sheet -> sheet.replace(
                                        "</sheetData>",
                                        "<row r=\"1001\">" + "<c><v>1</v></c>".repeat(100_000)
                                                + "</row></sheetData>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SHEET,
                "xl/sharedStrings.xml",
                "xl/workbook.xml",
                "xl/styles.xml",
                "xl/_rels/workbook.xml.rels",
                "docProps/app.xml",
                "[Content_Types].xml"
            })
    void anEntityFromOutsideIsNeverFetched(String part) {
        refused(
                "excel.error.damaged",
                good().change(
                                part,
                                xml -> xml.replaceFirst(
                                        "(<\\?xml[^>]*\\?>)?",
                                        "$1<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">"
                                                + "<!ENTITY l \"&e;&e;&e;&e;\">]>")));
    }

    @Test
    void macrosAndTheStrictKindAreSaidByName() {
        refused("excel.error.macros", good().with("xl/vbaProject.bin", "x"));
        refused(
                "excel.error.strict",
                good().change(
                                "_rels/.rels",
                                links -> links.replace(
                                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                                        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")));
    }

    private Parts good() {
        return Parts.of(good(account).bytes());
    }

    private void refused(String key, Parts file) {
        thrown(account, key, file.bytes());
        nothingBegun();
    }

    private void nothingBegun() {
        assertThat(actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();
    }
}
