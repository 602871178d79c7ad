package cn.baosong.filing;

import cn.baosong.review.ReturnRequest;
import java.time.YearMonth;
import java.util.Set;

/**
 * A period in the list of an enterprise's reports (历史报送).
 *
 * @param filing null where the report was never begun (未填报)
 * @param change the newest change of key fields where it still matters, else null
 * @param request the open request to have it returned, null where there is none
 */
public record HistoryLine(
        ReportTask task,
        PeriodKind kind,
        Filing filing,
        KeyFieldChange change,
        ReturnRequest request,
        Set<FilingAction> actions) {

    /** @return first month of the period */
    public YearMonth month() {
        return task.month();
    }

    /** @return the period, the same in every language: {@code 2026-10} */
    public String period() {
        return kind.code(task.month());
    }

    /** @return null for 未填报 */
    public FilingStatus status() {
        return filing == null ? null : filing.status();
    }

    public boolean can(FilingAction action) {
        return actions.contains(action);
    }
}
