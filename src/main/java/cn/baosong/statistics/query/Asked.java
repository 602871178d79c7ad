package cn.baosong.statistics.query;

import cn.baosong.common.PlatformTime;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Scheme;
import java.sql.Timestamp;
import java.time.YearMonth;

/**
 * The report that is asked for, and of whom: of enterprises registered before its period was over, or where the scheme has them
 * apply, of those that applied.
 *
 * @param following the month in which its period is over
 * @param applied whether who applied is asked, whenever it was registered
 */
public record Asked(ReportTask task, YearMonth following, boolean applied) {

    /** @param month first month of a period of the scheme */
    public static Asked of(Scheme scheme, YearMonth month) {
        return new Asked(
                new ReportTask(scheme.key(), month),
                scheme.kind().following(month),
                scheme.application().isPresent());
    }

    /** @return the first moment after the period */
    Timestamp over() {
        return Timestamp.from(following.atDay(1).atStartOfDay(PlatformTime.ZONE).toInstant());
    }
}
