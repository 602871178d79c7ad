package cn.baosong.filing.batch;

import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.upload.UploadedRun;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;

/**
 * What all lines of a workbook have in common.
 *
 * @param task the reports are of
 * @param places where the columns stand in each sheet
 */
public record BatchContext(ReportTask task, SheetPlaces places) {

    private static final String SCHEME = "scheme";
    private static final String MONTH = "month";
    private static final String PLACES = "places";

    Map<String, Object> written() {
        return Map.of(
                SCHEME, task.scheme(),
                MONTH, task.month().toString(),
                PLACES, places.written());
    }

    /** Of what {@link #written} made; one that names no scheme was written when there was one alone. */
    public static BatchContext of(UploadedRun run) {
        var written = run.context();
        return new BatchContext(
                new ReportTask(
                        Objects.toString(written.get(SCHEME), Filings.SCHEME),
                        YearMonth.parse(String.valueOf(written.get(MONTH)))),
                SheetPlaces.read((Map<?, ?>) written.get(PLACES)));
    }
}
