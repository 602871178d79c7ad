package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a workbook made by {@link BookWriter} and filled in by anybody with anything, row by row. Sheets, columns and
 * lines are found by their keys, so it does not matter where they stand or what they are called now. What is wrong in a
 * cell is listed by its place; what is wrong with the file as a whole is thrown.
 */
@Component
public class BookReader {

    private static final Logger LOG = LoggerFactory.getLogger(BookReader.class);

    /**
     * @param in the file as sent; not closed
     * @throws Problem that says what is wrong with the file and what to do
     */
    public FilledBook read(InputStream in, SheetLimits limits, List<SheetPlan> plans) {
        try (var file = WorkbookFile.receive(in, limits)) {
            var reading = new BookReading(plans, limits);
            new OpenWorkbook(limits).read(file, reading::sheet);
            return reading.result();
        } catch (IOException lost) {
            LOG.info("A workbook could not be read: {}", lost.getClass().getSimpleName());
            throw new Problem("excel.error.damaged");
        }
    }
}
