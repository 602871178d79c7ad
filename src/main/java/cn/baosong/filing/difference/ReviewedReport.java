package cn.baosong.filing.difference;

import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingFinding;
import cn.baosong.filing.PeriodKind;
import cn.baosong.review.ReviewItem;
import java.util.List;
import java.util.Optional;

/**
 * A report as its reviewer sees it, read at once.
 *
 * @param kind how long its period is
 * @param region what the region is called whose total effects are measured by
 * @param findings what the checks found, with explanations and verdicts
 * @param happenings oldest first
 * @param mine whether it waits at a desk of the reader
 * @param waiting where it waits, whosever desk that is
 * @param next where an acceptance of the reader leads to; empty unless it is {@code mine}
 * @param holder who holds it instead of the reader; empty where the reader does, or nobody
 */
public record ReviewedReport(
        Filing filing,
        PeriodKind kind,
        String region,
        Difference difference,
        List<FilingFinding> findings,
        List<Happening> happenings,
        boolean mine,
        Optional<ReviewItem> waiting,
        Optional<Next> next,
        Optional<Holder> holder) {

    /** @param desk name of the desk it goes to, null where the acceptance is the last one */
    public record Next(String desk) {}

    /**
     * @param desk name of the desk
     * @param people who holds the desk today: name and phone, as far as known
     * @param passedOn whether the reader accepted what was submitted last, and so cannot return it (REV-04)
     */
    public record Holder(String desk, List<String> people, boolean passedOn) {}
}
