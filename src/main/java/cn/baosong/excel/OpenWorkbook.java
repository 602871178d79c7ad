package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Goes through the sheets of a received workbook, in their order. Only what is strange in the file itself is called
 * damaged; what the receiver of rows throws is its own.
 */
final class OpenWorkbook {

    private static final Logger LOG = LoggerFactory.getLogger(OpenWorkbook.class);

    private final SheetLimits limits;
    private final Set<String> hidden = new HashSet<>();
    private boolean since1904;

    OpenWorkbook(SheetLimits limits) {
        this.limits = limits;
    }

    /** @param hidden whether the sheet is not shown to who opens the workbook */
    record Named(String name, boolean hidden) {}

    /** @param receivers asked once for each sheet, from the left; null passes the sheet over */
    void read(WorkbookFile file, Function<Named, RowReceiver> receivers) throws IOException {
        try (var workbook = open(file)) {
            XSSFReader reader;
            CellText cells;
            XSSFReader.SheetIterator sheets;
            var texts = new SharedTexts(limits.characters());
            try {
                reader = new XSSFReader(workbook);
                try (var data = reader.getSharedStringsData()) {
                    if (data != null) {
                        SafeXml.parse(data, texts);
                    }
                }
                look(reader);
                cells = new CellText(reader.getStylesTable(), since1904);
                sheets = reader.getSheetIterator();
            } catch (RuntimeException strange) {
                throw damaged(strange);
            }
            while (more(sheets)) {
                try (var sheet = next(sheets)) {
                    var name = sheets.getSheetName();
                    var receiver = receivers.apply(new Named(CellText.clean(name), hidden.contains(name)));
                    if (receiver != null) {
                        SafeXml.parse(sheet, new SheetCells(texts, cells, limits, receiver));
                        receiver.end();
                    }
                }
            }
        } catch (OpenXML4JException | SAXException strange) {
            throw damaged(strange);
        }
    }

    private static boolean more(XSSFReader.SheetIterator sheets) {
        try {
            return sheets.hasNext();
        } catch (RuntimeException strange) {
            throw damaged(strange);
        }
    }

    private static InputStream next(XSSFReader.SheetIterator sheets) {
        try {
            return sheets.next();
        } catch (RuntimeException strange) {
            throw damaged(strange);
        }
    }

    private static OPCPackage open(WorkbookFile file) throws OpenXML4JException {
        try {
            var workbook = OPCPackage.open(file.path().toFile(), PackageAccess.READ);
            if (!workbook.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                    .isEmpty()) {
                workbook.revert();
                throw new Problem("excel.error.strict");
            }
            return workbook;
        } catch (RuntimeException strange) {
            throw damaged(strange);
        }
    }

    private void look(XSSFReader reader) throws IOException, OpenXML4JException, SAXException {
        try (var data = reader.getWorkbookData()) {
            SafeXml.parse(data, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    if (name.equals("workbookPr")) {
                        var value = attributes.getValue("date1904");
                        since1904 = "1".equals(value) || "true".equals(value);
                    } else if (name.equals("sheet") && attributes.getValue("state") != null) {
                        if (!"visible".equals(attributes.getValue("state"))) {
                            hidden.add(attributes.getValue("name"));
                        }
                    }
                }
            });
        }
    }

    private static Problem damaged(Exception strange) {
        LOG.info("A workbook could not be read: {}", strange.getClass().getSimpleName());
        return strange instanceof Problem problem ? problem : new Problem("excel.error.damaged");
    }
}
