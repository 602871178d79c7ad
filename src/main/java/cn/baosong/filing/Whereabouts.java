package cn.baosong.filing;

import cn.baosong.organization.DeskLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a report is, in facts for plain words.
 *
 * @param status null for 未填报
 * @param desk name of the desk it waits at; null while it is with the enterprise, or done
 * @param level level of that desk; null with {@code desk}
 * @param accepted which desks have accepted it since it was submitted last, and when, oldest first
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
        DeskLevel level,
        List<Accepted> accepted,
        boolean last,
        Instant since,
        LocalDate dueOn,
        long days,
        Instant decidesItselfAt,
        String nextDesk) {

    /** A desk that has accepted the report (接收). */
    public record Accepted(String desk, Instant at) {}

    /** @return whether the enterprise has to act */
    public boolean withMe() {
        return status == null || status.editable();
    }
}
