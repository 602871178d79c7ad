package cn.baosong.excel;

import static cn.baosong.excel.RawWorkbook.cell;
import static cn.baosong.excel.RawWorkbook.headings;
import static cn.baosong.excel.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks of strangers: what is read is what a person sees, and everything else is refused in words. */
class SheetReaderTest {

    private static final List<SheetColumn> COLUMNS = List.of(
            new SheetColumn("id", "编号", "", List.of(), true),
            new SheetColumn("id", "Number", "", List.of(), true),
            new SheetColumn("name", "名称", "", List.of(), false),
            new SheetColumn("revenue", "收入（千元）", "", List.of(), false));

    private static final SheetLimits SMALL = new SheetLimits(500_000, 2_000_000, 100, 50, 200);

    @TempDir
    private Path folder;

    private final SheetReader reader = new SheetReader();
    private final List<SheetRow> rows = new ArrayList<>();

    @Test
    void rowsComeByColumnWithTheirNumbers() {
        var heading = read(new RawWorkbook(
                headings() + row(2, cell("A2", "a1") + cell("B2", "甲")) + row(3, "") + row(7, cell("B7", "  乙　"))));

        assertThat(rows)
                .containsExactly(
                        new SheetRow(2, Map.of("id", "a1", "name", "甲")), new SheetRow(7, Map.of("name", "乙")));
        assertThat(heading.sheet()).isEqualTo("名单");
        assertThat(heading.letters()).containsEntry("id", "A").containsEntry("name", "B");
        assertThat(heading.missing()).containsExactly("收入（千元）");
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "1.3800138E10, 13800138000",
        "79310.5, 79310.5",
        "0.30000000000000004, 0.3",
        "1E-40, 0",
        "-12, -12",
        "0, 0",
        "100, 100"
    })
    void numbersAreReadWithAllTheirDigits(String stored, String seen) {
        read(new RawWorkbook(headings() + row(2, "<c r=\"A2\"><v>" + stored + "</v></c>")));
        assertThat(rows.get(0).cells()).containsEntry("id", seen);
    }

    @Test
    void zerosAtTheFrontStayWhereTheCellIsText() {
        read(new RawWorkbook(headings() + row(2, cell("A2", "00123"))));
        assertThat(rows.get(0).cells()).containsEntry("id", "00123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"913302031234567890", "9.13302E+17", "1E+300", "1E+2147483647"})
    void aNumberThatLostItsDigitsIsNamed(String stored) {
        assertRefused(
                "excel.error.long-number",
                new RawWorkbook(headings() + row(2, "<c r=\"A2\"><v>" + stored + "</v></c>")),
                "A2");
    }

    @Test
    void datesAreReadAsDates() {
        read(new RawWorkbook(headings()
                + row(2, "<c r=\"A2\" s=\"1\"><v>39951</v></c><c r=\"B2\" s=\"1\"><v>39951.5</v></c>")
                + row(3, "<c r=\"A3\" s=\"0\"><v>39951</v></c><c r=\"B3\" s=\"77\"><v>5</v></c>")));
        assertThat(rows.get(0).cells()).containsEntry("id", "2009-05-18").containsEntry("name", "2009-05-18 12:00");
        assertThat(rows.get(1).cells()).containsEntry("id", "39951").containsEntry("name", "5");
    }

    @Test
    void datesSince1904AreReadAsSuch() {
        var book = new RawWorkbook(headings() + row(2, "<c r=\"A2\" s=\"1\"><v>38489</v></c>"));
        book.with(
                RawWorkbook.WORKBOOK,
                book.text(RawWorkbook.WORKBOOK).replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
        read(book);
        assertThat(rows.get(0).cells()).containsEntry("id", "2009-05-18");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<f>1+1</f><v>2</v>", "<f t=\"shared\" si=\"0\"/><v>2</v>", "<f>HYPERLINK(\"http://x\")</f>"})
    void aFormulaIsRefusedByTheNameOfItsCell(String formula) {
        assertRefused(
                "excel.error.formula", new RawWorkbook(headings() + row(7, "<c r=\"C7\">" + formula + "</c>")), "C7");
    }

    @Test
    void whatOnlyLooksLikeAFormulaIsText() {
        read(new RawWorkbook(headings() + row(2, cell("A2", "=cmd|' /C calc'!A0") + cell("B2", "@SUM(1)"))));
        assertThat(rows.get(0).cells())
                .containsEntry("id", "=cmd|' /C calc'!A0")
                .containsEntry("name", "@SUM(1)");
    }

    @Test
    void anErrorValueIsNamed() {
        assertRefused(
                "excel.error.error-value",
                new RawWorkbook(headings() + row(3, "<c r=\"B3\" t=\"e\"><v>#REF!</v></c>")),
                "B3",
                "#REF!");
    }

    @Test
    void controlAndInvisibleCharactersAreLeftOut() {
        read(new RawWorkbook(headings() + row(2, cell("A2", "a\u200B\u202Eb_x000D_") + cell("B2", "甲\n乙"))));
        assertThat(rows.get(0).cells()).containsEntry("id", "ab").containsEntry("name", "甲\n乙");
    }

    @Test
    void headingsStandInAnyOrderAndLanguage() {
        read(new RawWorkbook(row(1, cell("B1", " NUMBER * ") + cell("D1", "收入") + cell("A1", "名 称"))
                + row(2, cell("A2", "甲") + cell("B2", "7") + cell("D2", "1,000"))));
        assertThat(rows).containsExactly(new SheetRow(2, Map.of("id", "7", "name", "甲", "revenue", "1,000")));
    }

    @Test
    void headingsThatAreUnknownDoubleOrMissingAreNamed() {
        assertRefused(
                "excel.error.columns-unknown",
                new RawWorkbook(row(1, cell("A1", "编号") + cell("B1", "备注") + cell("C1", "密码"))),
                "B 备注、C 密码");
        assertRefused(
                "excel.error.columns-twice",
                new RawWorkbook(row(1, cell("A1", "编号") + cell("B1", "Number"))),
                "B Number");
        assertRefused("excel.error.columns-missing", new RawWorkbook(row(1, cell("A1", "名称"))), "编号");
    }

    @Test
    void anEmptySheetIsSaidToBeEmpty() {
        assertRefused("excel.error.empty", new RawWorkbook(""));
    }

    @Test
    void moreThanTheLimitsIsRefused() {
        var many = new StringBuilder(headings());
        for (var number = 2; number < 110; number++) {
            many.append(row(number, cell("A" + number, "x")));
        }
        assertRefused("excel.error.too-many-rows", new RawWorkbook(many.toString()), 100);
        assertRefused(
                "excel.error.cell-too-long",
                new RawWorkbook(headings() + row(2, cell("B2", "长".repeat(201)))),
                "B2",
                200);
        assertRefused("excel.error.too-many-columns", new RawWorkbook(headings() + row(2, cell("AZZ2", "x"))), 50);
        assertRefused("excel.error.too-many-columns", new RawWorkbook(headings() + row(2, cell("ABCDEFGH2", "x"))), 50);
    }

    @Test
    void aMillionColumnsWithoutNamesAreRefusedEarly() {
        assertRefused(
                "excel.error.too-many-columns",
                new RawWorkbook(headings() + row(2, "<c><v>1</v></c>".repeat(100_000))),
                50);
    }

    @Test
    void aLongSharedTextIsRefusedWhereItIsUsed() {
        var book = new RawWorkbook(headings() + row(2, "<c r=\"A2\" t=\"s\"><v>2</v></c>"));
        book.with(
                RawWorkbook.TEXTS,
                book.text(RawWorkbook.TEXTS).replace("</sst>", "<si><t>" + "x".repeat(5_000) + "</t></si></sst>"));
        assertRefused("excel.error.cell-too-long", book, "A2", 200);
    }

    @Test
    void aFileBeyondTheLimitIsNotKept() {
        var noise = new byte[600_000];
        new java.util.Random(1).nextBytes(noise);
        assertRefused("excel.error.file-too-large", RawWorkbook.simple().with("noise.bin", noise), 0L);
    }

    @Test
    void aBombIsCountedWhileItUnpacks() {
        var zeros = new byte[3_000_000];
        assertRefused("excel.error.unpacked-too-large", RawWorkbook.simple().with("xl/media/a.bin", zeros), 2L);
        var rows = headings() + " ".repeat(3_000_000);
        assertRefused("excel.error.unpacked-too-large", new RawWorkbook(rows), 2L);
        var parts = RawWorkbook.simple();
        for (var number = 0; number < 2_100; number++) {
            parts.with("a/" + number, "");
        }
        assertRefused("excel.error.unpacked-too-large", parts, 2L);
    }

    @Test
    void stylesOfAnySizeAreNotReadIntoMemory() {
        var large = new SheetLimits(20_000_000, 50_000_000, 100, 50, 200);
        var book = RawWorkbook.simple();
        book.with(
                RawWorkbook.STYLES,
                book.text(RawWorkbook.STYLES).replace("</styleSheet>", " ".repeat(6_000_000) + "</styleSheet>"));
        assertThatThrownBy(() -> read(book.bytes(), large))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.key())
                        .isEqualTo("excel.error.unpacked-too-large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {RawWorkbook.SHEET, RawWorkbook.TEXTS, RawWorkbook.WORKBOOK, RawWorkbook.STYLES, "_rels/.rels"})
    void entitiesAreRefusedInEveryPart(String part) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        var book = RawWorkbook.simple();
        var text = book.text(part);
        var end = text.indexOf("?>") + 2;
        var outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        assertRefused("excel.error.damaged", book.with(part, text.substring(0, end) + outside + text.substring(end)));

        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (var level = 1; level < 30; level++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(level, level - 1, level - 1));
        }
        assertRefused(
                "excel.error.damaged", book.with(part, text.substring(0, end) + laughs + "]>" + text.substring(end)));
        var late = "<!--" + " ".repeat(9_000) + "-->" + outside;
        assertRefused("excel.error.damaged", book.with(part, text.substring(0, end) + late + text.substring(end)));
    }

    @Test
    void anEntityInAnotherEncodingIsRefusedToo() {
        var book = RawWorkbook.simple();
        var text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x [<!ENTITY e \"x\">]><worksheet/>";
        assertRefused("excel.error.damaged", book.with(RawWorkbook.SHEET, text.getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void otherKindsOfFilesAreKnownByTheirContent() {
        assertRefused("excel.error.old-format", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(600)));
        assertRefused("excel.error.not-a-workbook", "编号,名称\n1,甲\n".getBytes(StandardCharsets.UTF_8));
        assertRefused("excel.error.not-a-workbook", new byte[0]);
        assertRefused(
                "excel.error.not-a-workbook",
                new RawWorkbook("").without(RawWorkbook.WORKBOOK).bytes());
        assertRefused(
                "excel.error.macros",
                RawWorkbook.simple().with("xl/vbaProject.bin", "x").bytes());
    }

    @Test
    void whatIsCutOffAnywhereIsDamagedAndNothingElse() {
        var whole = RawWorkbook.simple().bytes();
        for (var length = 4; length < whole.length; length += 7) {
            var part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part, SMALL))
                    .as("cut after %d bytes", part.length)
                    .isInstanceOfSatisfying(
                            Problem.class, refused -> assertThat(refused.key()).startsWith("excel.error."));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"3\"></row><row r=\"2\"></row>",
                "<row r=\"x\"></row>",
                "<row r=\"99999999\"></row>",
                "<row r=\"-1\"></row>",
                "<row r=\"2\"><c r=\"2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>x</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><v>NaN</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><v>1</v></row>"
            })
    void sheetsNoProgramWritesAreDamaged(String strange) {
        assertRefused("excel.error.damaged", new RawWorkbook(headings() + strange));
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws Exception {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        var before = left(temporary);
        read(RawWorkbook.simple());
        assertRefused("excel.error.not-a-workbook", new byte[10]);
        assertThat(left(temporary)).isEqualTo(before);
    }

    private static long left(Path temporary) throws Exception {
        try (var files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith(WorkbookFile.PREFIX))
                    .count();
        }
    }

    private SheetHeading read(RawWorkbook book) {
        return read(book.bytes(), SMALL);
    }

    private SheetHeading read(byte[] file, SheetLimits limits) {
        return reader.read(new ByteArrayInputStream(file), limits, COLUMNS, heading -> rows::add);
    }

    private void assertRefused(String key, RawWorkbook book, Object... arguments) {
        assertRefused(key, book.bytes(), arguments);
    }

    private void assertRefused(String key, byte[] file, Object... arguments) {
        assertThatThrownBy(() -> read(file, SMALL)).isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.key()).isEqualTo(key);
            if (arguments.length > 0) {
                assertThat(refused.arguments()).startsWith(arguments);
            }
        });
    }
}
