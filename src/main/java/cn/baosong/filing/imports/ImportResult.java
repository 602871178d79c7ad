package cn.baosong.filing.imports;

import cn.baosong.excel.BookProblem;
import cn.baosong.filing.FilingFinding;
import cn.baosong.filing.ReportTask;
import java.util.List;

/**
 * What became of a file.
 *
 * @param task the report it is for
 * @param fileName as the browser called it, shortened
 * @param imported whether the drafts now hold what the file says; where not, nothing was changed
 * @param values how many values were read
 * @param problems why it was not imported, by place in the file
 * @param more whether there were more problems than are listed
 * @param findings warnings and hints of the checks, to be answered while filling in goes on
 */
public record ImportResult(
        ReportTask task,
        String fileName,
        boolean imported,
        int values,
        List<BookProblem> problems,
        boolean more,
        List<FilingFinding> findings) {}
