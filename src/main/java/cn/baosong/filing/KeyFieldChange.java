package cn.baosong.filing;

import cn.baosong.review.Decision;
import cn.baosong.review.Verdict;
import cn.baosong.review.Wording;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;

/**
 * A change of key fields (企业信息变更) that freezes a report until it is decided (CHG-01 to 06).
 *
 * @param before,proposed values of the key fields by path of the form that describes the enterprise
 * @param reason why it was returned, null where it was not
 * @param dueAt when it is approved if nobody acts; null where the model sets no time
 * @param decidedBy login name; null where nobody acted within the time of the model
 */
public record KeyFieldChange(
        UUID id,
        UUID filing,
        UUID enterprise,
        YearMonth month,
        State state,
        Map<String, Object> before,
        Map<String, Object> proposed,
        String reason,
        Instant requestedAt,
        Instant dueAt,
        Instant decidedAt,
        String decidedBy) {

    /** @return what the time of the model made of a change that nobody decided */
    Verdict verdict() {
        return new Verdict(
                null,
                state == State.APPROVED ? Decision.ACCEPTED : Decision.RETURNED,
                reason,
                decidedAt,
                Wording.APPROVE);
    }

    /** What has become of it (QRY-07). */
    public enum State {
        /** 待审核. */
        WAITING,
        /** 审核通过. */
        APPROVED,
        /** 审核退回. */
        RETURNED
    }
}
