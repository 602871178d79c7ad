package cn.baosong.filing.batch;

import cn.baosong.excel.BookProblem;
import java.util.List;
import java.util.UUID;

/**
 * What became of a file that was sent.
 *
 * @param run the workbook on its way; null where the file was refused as a whole
 * @param problems why it was refused, by place in the file
 * @param more whether there were more problems than are listed
 */
public record BatchUpload(UUID run, List<BookProblem> problems, boolean more) {

    public boolean taken() {
        return run != null;
    }
}
