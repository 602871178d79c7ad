package cn.baosong.filing;

import cn.baosong.review.Screening;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The report of one enterprise for one period of a scheme.
 *
 * @param month first month of the period
 * @param revision the revision of models, forms and checks it was opened under
 * @param late begun after its period was the current one (补报)
 * @param values by form, flat by path, as submitted last; empty before the first submission
 * @param findings what the check table said at the last submission
 * @param screening null before the first submission
 * @param versions how many times it was sealed
 * @param returnReason why it was returned last, null where it was not
 */
public record Filing(
        UUID id,
        String scheme,
        YearMonth month,
        UUID enterprise,
        UUID revision,
        String processInstance,
        FilingStatus status,
        FilingMethod method,
        boolean late,
        Map<String, Map<String, Object>> values,
        List<FilingFinding> findings,
        Screening screening,
        int versions,
        String returnReason,
        Instant openedAt,
        Instant submittedAt,
        Instant decidedAt) {

    /** @return the same report under another revision of its scheme */
    Filing under(UUID other) {
        return new Filing(
                id,
                scheme,
                month,
                enterprise,
                other,
                processInstance,
                status,
                method,
                late,
                values,
                findings,
                screening,
                versions,
                returnReason,
                openedAt,
                submittedAt,
                decidedAt);
    }

    /** @return what it answers */
    public ReportTask task() {
        return new ReportTask(scheme, month);
    }
}
