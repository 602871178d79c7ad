package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

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

        void read(WorkbookFile file) throws IOException {
            new OpenWorkbook(limits).read(file, sheet -> {
                if (name != null) {
                    return null;
                }
                name = sheet.name();
                return this::row;
            });
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
    }
}
