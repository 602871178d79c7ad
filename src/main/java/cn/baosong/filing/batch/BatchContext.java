package cn.baosong.filing.batch;

import cn.baosong.upload.UploadedRun;
import java.time.YearMonth;
import java.util.Map;

/**
 * What all lines of a workbook have in common.
 *
 * @param month the reports are for
 * @param places where the columns stand in each sheet
 */
public record BatchContext(YearMonth month, SheetPlaces places) {

    private static final String MONTH = "month";
    private static final String PLACES = "places";

    Map<String, Object> written() {
        return Map.of(MONTH, month.toString(), PLACES, places.written());
    }

    /** Of what {@link #written} made. */
    public static BatchContext of(UploadedRun run) {
        return new BatchContext(YearMonth.parse(String.valueOf(run.context().get(MONTH))), SheetPlaces.read((Map<?, ?>)
                run.context().get(PLACES)));
    }
}
