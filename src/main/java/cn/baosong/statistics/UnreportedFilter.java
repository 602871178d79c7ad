package cn.baosong.statistics;

import cn.baosong.filing.ReportTask;
import java.time.YearMonth;
import java.util.Set;

/**
 * Who is asked for of those that have not filed (QRY-05).
 *
 * @param task the report that is missing: of which scheme, for which period
 * @param region code of a region, those below included; empty for all
 * @param states empty for all
 * @param text part of the name or of the user ID, empty for all; cut at {@link #LONGEST_TEXT}
 */
public record UnreportedFilter(ReportTask task, String region, Set<UnreportedState> states, String text) {

    /** Characters a text may have. */
    public static final int LONGEST_TEXT = 100;

    public UnreportedFilter {
        region = plain(region);
        states = Set.copyOf(states);
        text = plain(text);
    }

    /** Everybody who has not filed the report. */
    public static UnreportedFilter of(ReportTask task) {
        return new UnreportedFilter(task, "", Set.of(), "");
    }

    /** @return first month of the period */
    public YearMonth month() {
        return task.month();
    }

    public UnreportedFilter inMonth(YearMonth other) {
        return ofTask(new ReportTask(task.scheme(), other));
    }

    public UnreportedFilter ofTask(ReportTask other) {
        return new UnreportedFilter(other, region, states, text);
    }

    public UnreportedFilter inRegion(String other) {
        return new UnreportedFilter(task, other, states, text);
    }

    public UnreportedFilter inStates(Set<UnreportedState> other) {
        return new UnreportedFilter(task, region, other, text);
    }

    public UnreportedFilter saying(String other) {
        return new UnreportedFilter(task, region, states, other);
    }

    /** The database knows no null character. */
    private static String plain(String text) {
        var kept = text == null ? "" : text.replace("\0", "").strip();
        return kept.length() > LONGEST_TEXT ? kept.substring(0, LONGEST_TEXT) : kept;
    }
}
