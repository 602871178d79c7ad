package cn.baosong.filing.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a workbook the way another program does, part by part.
 *
 * @param application as it calls itself
 * @param prefix of the names of elements, {@code x:} or none
 * @param inline whether each cell holds its own text; otherwise texts are shared, in pieces of several formats
 * @param absolute whether parts are named from the root
 * @param placed whether rows and cells say where they are; otherwise empty ones fill the gaps
 * @param dates whether what looks like a date is kept as the number of a day
 */
record ForeignProgram(
        String application, String prefix, boolean inline, boolean absolute, boolean placed, boolean dates) {

    static final ForeignProgram WPS = new ForeignProgram("WPS 表格", "", false, false, true, true);
    static final ForeignProgram LIBRE_OFFICE =
            new ForeignProgram("LibreOffice/7.6.4.1$Linux_X86_64", "", false, false, true, false);
    static final ForeignProgram LIBRARY = new ForeignProgram("Report Builder", "x:", true, true, true, false);
    static final ForeignProgram SPARSE = new ForeignProgram("Exporter", "", true, true, false, false);

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    @Override
    public String toString() {
        return application;
    }

    byte[] write(XSSFWorkbook workbook) {
        var texts = new ArrayList<String>();
        var parts = new Parts();
        var types = new StringBuilder();
        var sheets = new StringBuilder();
        var links = new StringBuilder();
        parts.with("docProps/app.xml", HEAD + """
                <Properties xmlns="%sextended-properties"><Application>%s</Application></Properties>
                """.formatted(OFFICE, application));
        for (var index = 0; index < workbook.getNumberOfSheets(); index++) {
            var name = "worksheets/sheet" + (index + 1) + ".xml";
            var rows = new StringBuilder();
            rows(workbook.getSheetAt(index), rows, texts);
            parts.with("xl/" + name, element("worksheet", MAIN, "<%1$ssheetData>" + rows + "</%1$ssheetData>"));
            types.append(override("/xl/" + name, "spreadsheetml.worksheet"));
            sheets.append("<%ssheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                    .formatted("%1$s", escaped(workbook.getSheetName(index)).replace("%", "%%"), index + 1, index + 1));
            links.append(link(index + 1, "worksheet", name));
        }
        var after = workbook.getNumberOfSheets();
        parts.with("xl/workbook.xml", element("workbook", MAIN, "<%1$ssheets>" + sheets + "</%1$ssheets>"));
        types.append(override("/xl/workbook.xml", "spreadsheetml.sheet.main"));
        types.append(override("/docProps/app.xml", "extended-properties"));
        if (dates) {
            parts.with("xl/styles.xml", element("styleSheet", MAIN, """
                            <%1$scellXfs count="2"><%1$sxf numFmtId="0"/><%1$sxf numFmtId="14"/></%1$scellXfs>"""));
            types.append(override("/xl/styles.xml", "spreadsheetml.styles"));
            links.append(link(after + 1, "styles", "styles.xml"));
        }
        if (!inline) {
            var shared = new StringBuilder();
            texts.forEach(text -> shared.append("<%1$ssi>").append(pieces(text)).append("</%1$ssi>"));
            parts.with("xl/sharedStrings.xml", element("sst", MAIN, shared.toString()));
            types.append(override("/xl/sharedStrings.xml", "spreadsheetml.sharedStrings"));
            links.append(link(after + 2, "sharedStrings", "sharedStrings.xml"));
        }
        parts.with("xl/_rels/workbook.xml.rels", relations(links.toString()));
        parts.with(
                "_rels/.rels",
                relations(
                        "<Relationship Id=\"rId1\" Type=\"%srelationships/officeDocument\" Target=\"%sxl/workbook.xml\"/>"
                                .formatted(OFFICE, absolute ? "/" : "")));
        parts.with(
                "[Content_Types].xml",
                HEAD + """
                <Types xmlns="%scontent-types"><Default Extension="rels" ContentType="%s"/>\
                <Default Extension="xml" ContentType="application/xml"/>%s</Types>""".formatted(PACKAGE, "application/vnd.openxmlformats-package.relationships+xml", types));
        return parts.bytes();
    }

    private void rows(Iterable<Row> sheet, StringBuilder to, List<String> texts) {
        var row = 0;
        for (var line : sheet) {
            for (; !placed && row < line.getRowNum(); row++) {
                to.append("<%1$srow/>");
            }
            row = line.getRowNum() + 1;
            to.append(placed ? "<%1$srow r=\"" + row + "\" customFormat=\"false\" ht=\"12.8\">" : "<%1$srow>");
            var column = 0;
            for (var cell : line) {
                for (; !placed && column < cell.getColumnIndex(); column++) {
                    to.append("<%1$sc/>");
                }
                column = cell.getColumnIndex() + 1;
                var at =
                        placed ? " r=\"" + CellReference.convertNumToColString(cell.getColumnIndex()) + row + "\"" : "";
                to.append(cell(cell, at, texts));
            }
            to.append("</%1$srow>");
        }
    }

    private String cell(Cell cell, String at, List<String> texts) {
        if (cell.getCellType() == CellType.NUMERIC) {
            // Programs write 800 as they please.
            var number = new BigDecimal(cell.getNumericCellValue()).round(new java.math.MathContext(17));
            return "<%1$sc" + at + " t=\"n\"><%1$sv>" + (dates ? number.movePointLeft(3) + "E+3" : number)
                    + "</%1$sv></%1$sc>";
        }
        if (cell.getCellType() != CellType.STRING) {
            return "<%1$sc" + at + "/>";
        }
        var text = cell.getStringCellValue();
        if (dates && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return "<%1$sc" + at + " s=\"1\"><%1$sv>" + ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(text))
                    + "</%1$sv></%1$sc>";
        }
        if (inline) {
            return "<%1$sc" + at + " t=\"inlineStr\"><%1$sis>" + pieces(text) + "</%1$sis></%1$sc>";
        }
        texts.add(text);
        return "<%1$sc" + at + " t=\"s\"><%1$sv>" + (texts.size() - 1) + "</%1$sv></%1$sc>";
    }

    /** A text whose first letter looks different from the others. */
    private static String pieces(String text) {
        var first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return "<%1$sr><%1$srPr><%1$sb/></%1$srPr>" + piece(text.substring(0, first)) + "</%1$sr><%1$sr>"
                + piece(text.substring(first)) + "</%1$sr>";
    }

    private static String piece(String text) {
        return "<%1$st xml:space=\"preserve\">" + escaped(text).replace("%", "%%") + "</%1$st>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private String element(String name, String namespace, String content) {
        var declared = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.replace(":", "");
        return HEAD
                + ("<%1$s" + name + " " + declared + "=\"" + namespace + "\" xmlns:r=\"" + OFFICE + "relationships\">"
                                + content + "</%1$s" + name + ">")
                        .formatted(prefix);
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, type);
    }

    private String link(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%srelationships/%s\" Target=\"%s%s\"/>"
                .formatted(id, OFFICE, type, absolute ? "/xl/" : "", target);
    }

    private static String relations(String links) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + links + "</Relationships>";
    }
}
