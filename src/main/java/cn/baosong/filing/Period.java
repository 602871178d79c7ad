package cn.baosong.filing;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A report month of a scheme (报表月份). Days are days of the platform's zone.
 *
 * @param dueOn day by which the report is asked for; a reminder, no lock (MON-02)
 * @param closesOn first day on which nothing more may be filed; null: stays open
 */
public record Period(String scheme, YearMonth month, LocalDate dueOn, LocalDate closesOn) {

    public boolean closed(LocalDate today) {
        return closesOn != null && !today.isBefore(closesOn);
    }
}
