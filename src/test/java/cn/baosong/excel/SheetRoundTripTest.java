package cn.baosong.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What is written is read again, whatever people fill in. */
class SheetRoundTripTest {

    private static final List<SheetColumn> COLUMNS = List.of(
            new SheetColumn("id", "用户 ID", "原平台的用户 ID", List.of(), true),
            new SheetColumn("kind", "类别", "", List.of("是", "否"), false),
            new SheetColumn("amount", "金额（千元）", "上年末", List.of(), false));

    private final SheetWriter writer = new SheetWriter();
    private final SheetReader reader = new SheetReader();

    @Provide
    Arbitrary<List<List<String>>> filledIn() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("abc019=+-@'\"<&>，。企业\u00e9")
                        .withCharRange('\u4e00', '\u4e20')
                        .ofMaxLength(30),
                Arbitraries.of(
                        "00123", "=1+1", "=HYPERLINK(\"http://x\")", "13800138000", "2020-01-01", "1E5", "true"));
        return texts.list().ofSize(COLUMNS.size()).list().ofMaxSize(8);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aTableIsReadAsItWasWritten(@ForAll("filledIn") List<List<String>> lines) throws IOException {
        var out = new ByteArrayOutputStream();
        writer.table("名单", COLUMNS, lines.iterator(), out);
        assertThat(read(out.toByteArray())).isEqualTo(expected(lines));
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void aTemplateIsFilledInAndRead(@ForAll("filledIn") List<List<String>> lines) throws IOException {
        var template = new ByteArrayOutputStream();
        writer.template("名单", COLUMNS, template);
        var filled = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()))) {
            var sheet = workbook.getSheetAt(0);
            for (var line = 0; line < lines.size(); line++) {
                var row = sheet.createRow(line + 1);
                for (var index = 0; index < COLUMNS.size(); index++) {
                    var cell = row.createCell(index);
                    cell.setCellStyle(sheet.getColumnStyle(index));
                    cell.setCellValue(lines.get(line).get(index));
                }
            }
            workbook.write(filled);
        }
        assertThat(read(filled.toByteArray())).isEqualTo(expected(lines));
    }

    @Test
    void aTemplateHelpsToFillItIn() throws IOException {
        var out = new ByteArrayOutputStream();
        writer.template("名单", COLUMNS, out);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("用户 ID *");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getColumnStyle(0).getLocked()).isFalse();
            assertThat(sheet.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getDataValidations()).hasSize(3).anySatisfy(choice -> assertThat(
                            choice.getValidationConstraint().getExplicitListValues())
                    .containsExactly("是", "否"));
        }
    }

    private static List<SheetRow> expected(List<List<String>> lines) {
        var rows = new ArrayList<SheetRow>();
        for (var line = 0; line < lines.size(); line++) {
            var cells = new HashMap<String, String>();
            for (var index = 0; index < COLUMNS.size(); index++) {
                var text = CellText.clean(lines.get(line).get(index));
                if (!text.isEmpty()) {
                    cells.put(COLUMNS.get(index).key(), text);
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new SheetRow(line + 2, cells));
            }
        }
        return rows;
    }

    private List<SheetRow> read(byte[] file) {
        var rows = new ArrayList<SheetRow>();
        reader.read(new ByteArrayInputStream(file), SheetLimits.ORDINARY, COLUMNS, heading -> rows::add);
        return rows;
    }
}
