package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the first sheet of a workbook from anybody, row by row, so that its length costs no memory. Cells are read as
 * texts; a formula is refused by the name of its cell, for what it shows depends on who opens it.
 */
@Component
public class SheetReader {

    private static final Logger LOG = LoggerFactory.getLogger(SheetReader.class);

    /**
     * @param in the file as sent; not closed
     * @param columns what may stand in the first row, in any order
     * @param receiver told where the columns were found, gives who gets every row that is not empty, from above. What
     *     either throws passes through
     * @return where the columns were found
     * @throws Problem that says what is wrong with the file or the cell, and what to do
     */
    public SheetHeading read(
            InputStream in,
            SheetLimits limits,
            List<SheetColumn> columns,
            Function<SheetHeading, Consumer<SheetRow>> receiver) {
        try (var file = WorkbookFile.receive(in, limits)) {
            var sheet = new Sheet(limits, columns, receiver);
            sheet.read(file);
            return sheet.heading();
        } catch (IOException lost) {
            LOG.info("A workbook could not be read: {}", lost.getClass().getSimpleName());
            throw new Problem("excel.error.damaged");
        }
    }

    /** One reading. */
    private static final class Sheet {
        private final SheetLimits limits;
        private final List<SheetColumn> columns;
        private final Function<SheetHeading, Consumer<SheetRow>> receiver;
        private Consumer<SheetRow> rows;
        private String name;
        private Headings headings;
        private int count;

        Sheet(SheetLimits limits, List<SheetColumn> columns, Function<SheetHeading, Consumer<SheetRow>> receiver) {
            this.limits = limits;
            this.columns = columns;
            this.receiver = receiver;
        }

        SheetHeading heading() {
            if (headings == null) {
                throw new Problem("excel.error.empty");
            }
            return headings.heading();
        }

        /** Only what is strange in the file itself is called damaged; what the receiver of rows throws is its own. */
        void read(WorkbookFile file) throws IOException {
            try (var workbook = open(file)) {
                XSSFReader reader;
                CellText cells;
                XSSFReader.SheetIterator sheets;
                var texts = new SharedTexts(limits.characters());
                InputStream first;
                try {
                    reader = new XSSFReader(workbook);
                    try (var data = reader.getSharedStringsData()) {
                        if (data != null) {
                            SafeXml.parse(data, texts);
                        }
                    }
                    cells = new CellText(reader.getStylesTable(), since1904(reader));
                    sheets = reader.getSheetIterator();
                    first = sheets.hasNext() ? sheets.next() : null;
                } catch (RuntimeException strange) {
                    throw damaged(strange);
                }
                if (first == null) {
                    throw new Problem("excel.error.empty");
                }
                name = CellText.clean(sheets.getSheetName());
                try (first) {
                    SafeXml.parse(first, new SheetCells(texts, cells, limits, this::row));
                }
            } catch (OpenXML4JException | SAXException strange) {
                throw damaged(strange);
            }
        }

        private static OPCPackage open(WorkbookFile file) throws OpenXML4JException {
            try {
                return OPCPackage.open(file.path().toFile(), PackageAccess.READ);
            } catch (RuntimeException strange) {
                throw damaged(strange);
            }
        }

        private void row(int number, SortedMap<Integer, String> found) {
            if (headings == null) {
                headings = new Headings(name, found, columns);
                rows = receiver.apply(headings.heading());
                return;
            }
            var row = headings.row(number, found);
            if (row.cells().isEmpty()) {
                return;
            }
            if (++count > limits.rows()) {
                throw new Problem("excel.error.too-many-rows", limits.rows());
            }
            rows.accept(row);
        }

        private static boolean since1904(XSSFReader reader) throws IOException, OpenXML4JException, SAXException {
            var found = new boolean[1];
            try (var data = reader.getWorkbookData()) {
                SafeXml.parse(data, new DefaultHandler() {
                    @Override
                    public void startElement(String uri, String name, String qualified, Attributes attributes) {
                        if (name.equals("workbookPr")) {
                            var value = attributes.getValue("date1904");
                            found[0] = "1".equals(value) || "true".equals(value);
                        }
                    }
                });
            }
            return found[0];
        }

        private static Problem damaged(Exception strange) {
            LOG.info("A workbook could not be read: {}", strange.getClass().getSimpleName());
            return strange instanceof Problem problem ? problem : new Problem("excel.error.damaged");
        }
    }
}
