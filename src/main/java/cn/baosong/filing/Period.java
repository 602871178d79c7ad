package cn.baosong.filing;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A report period of a scheme (报告期, 报表月份). Days are days of the platform's zone.
 *
 * @param month first month of the period
 * @param dueOn day by which the report is asked for; a reminder, no lock (MON-02)
 * @param closesOn first day on which nothing more may be filed; null: stays open
 */
public record Period(String scheme, YearMonth month, LocalDate dueOn, LocalDate closesOn) {

    public ReportTask task() {
        return new ReportTask(scheme, month);
    }

    public boolean closed(LocalDate today) {
        return closesOn != null && !today.isBefore(closesOn);
    }
}
