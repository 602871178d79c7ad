package cn.baosong.filing.indicators;

import cn.baosong.common.Texts;
import cn.baosong.filing.indicators.Explained.Line;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.springframework.stereotype.Component;

/** The explanation as a Word document: a table for each form, its headings repeated on each page. */
@Component
public class IndicatorDocument {

    /** Widths of name, explanation and limits, in hundredths of the page. */
    private static final int[] WIDTHS = {24, 38, 38};

    private static final int TITLE = 18;
    private static final int HEADING = 13;
    private static final int BODY = 10;

    private final IndicatorGuide guide;
    private final Texts texts;

    IndicatorDocument(IndicatorGuide guide, Texts texts) {
        this.guide = guide;
        this.texts = texts;
    }

    /** Writes what holds for the current period of a scheme, in the language of {@code locale}. */
    public void write(String scheme, Locale locale, OutputStream out) throws IOException {
        var explained = guide.current(scheme, locale);
        try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(texts.get(locale, "filing.indicators.title"));
            paragraph(document, texts.get(locale, "filing.indicators.title"), TITLE, true)
                    .setAlignment(ParagraphAlignment.CENTER);
            paragraph(document, sentence(explained, locale), BODY, false).setAlignment(ParagraphAlignment.CENTER);
            for (var sheet : explained.sheets()) {
                paragraph(document, sheet.title(), HEADING, true);
                table(document, sheet.lines(), locale);
                sheet.checks().forEach(check -> paragraph(document, check, BODY, false));
            }
            document.write(out);
        }
    }

    /** @return which scheme, in which revision, for which period */
    public String sentence(Explained explained, Locale locale) {
        return texts.get(
                locale, "filing.indicators.holds", explained.title(), explained.revision(), explained.period());
    }

    private void table(XWPFDocument document, List<Line> lines, Locale locale) {
        var table = document.createTable(lines.size() + 1, WIDTHS.length);
        table.setWidthType(TableWidthType.PCT);
        table.setWidth("100%");
        fill(
                table,
                0,
                true,
                List.of(
                        List.of(texts.get(locale, "filing.indicators.column.name")),
                        List.of(texts.get(locale, "filing.indicators.column.definition")),
                        List.of(texts.get(locale, "filing.indicators.column.rules"))));
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            fill(
                    table,
                    i + 1,
                    false,
                    List.of(List.of(name(line, locale)), List.of(line.definition()), facts(line, locale)));
            table.getRow(i + 1).setCantSplitRow(true);
        }
    }

    /** @return code, name and unit as they stand together */
    public static String name(Line line, Locale locale) {
        var unit = line.unit().isEmpty() ? "" : Texts.pick(locale, "（" + line.unit() + "）", " (" + line.unit() + ")");
        return (line.code() + " " + line.name() + unit).strip();
    }

    private List<String> facts(Line line, Locale locale) {
        var facts = new ArrayList<String>();
        facts.add(line.asked());
        if (!line.columns().isEmpty()) {
            facts.add(texts.get(locale, "filing.indicators.columns", line.columns()));
        }
        return Stream.concat(facts.stream(), line.checks().stream()).toList();
    }

    private static void fill(XWPFTable table, int row, boolean bold, List<List<String>> cells) {
        for (int column = 0; column < WIDTHS.length; column++) {
            var cell = table.getRow(row).getCell(column);
            cell.setWidthType(TableWidthType.PCT);
            cell.setWidth(WIDTHS[column] + "%");
            fill(cell, bold, cells.get(column));
        }
    }

    private static void fill(XWPFTableCell cell, boolean bold, List<String> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = i == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            paragraph.setSpacingAfter(0);
            var run = paragraph.createRun();
            run.setText(paragraphs.get(i));
            run.setFontSize(BODY);
            run.setBold(bold);
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text, int size, boolean bold) {
        var paragraph = document.createParagraph();
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        return paragraph;
    }
}
