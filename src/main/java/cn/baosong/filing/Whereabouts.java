package cn.baosong.filing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where a report is, in facts for plain words.
 *
 * @param status null for 未填报
 * @param desk name of the desk it waits at; null while it is with the enterprise, or done
 * @param last whether the desk is the last one of the chain
 * @param since since when it is there; null for 未填报
 * @param dueOn day by which the report is asked for
 * @param days from today to {@code dueOn}; negative once it has passed
 * @param decidesItselfAt when a change of key fields is approved if nobody acts; null where no time is set
 * @param nextDesk name of the desk it goes to when it is submitted; null where that is not the next thing
 */
public record Whereabouts(
        FilingStatus status,
        String desk,
        boolean last,
        Instant since,
        LocalDate dueOn,
        long days,
        Instant decidesItselfAt,
        String nextDesk) {

    /** @return whether the enterprise has to act */
    public boolean withMe() {
        return status == null || status.editable();
    }
}
