package cn.baosong.statistics;

import cn.baosong.filing.ReportTask;
import java.time.LocalDate;
import java.util.List;

/**
 * How far the reports of a period have come at my desks and below.
 *
 * @param task of which scheme, for which period
 * @param dueOn day by which reports are asked for; null where the period is not opened
 * @param parts the regions right below mine in the order of their codes, at the end the rest under null
 * @param days every day from the first on which it can be filed
 */
public record Overview(ReportTask task, LocalDate dueOn, List<Part> parts, List<Day> days) {

    /**
     * One region of the statistics.
     *
     * @param region its code; null: the rest, which lies in none of them
     * @param asked 应报: enterprises of which the report is asked
     * @param filed 已报: those of them whose report waits for review or is accepted
     */
    public record Part(String region, int asked, int filed) {

        /** @return in percent, rounded down: 100 says that nobody is missing */
        public int rate() {
            return percent(filed, asked);
        }
    }

    /** @param filed enterprises that had filed at its end; null for a day to come */
    public record Day(LocalDate day, Integer filed) {}

    public int asked() {
        return parts.stream().mapToInt(Part::asked).sum();
    }

    public int filed() {
        return parts.stream().mapToInt(Part::filed).sum();
    }

    /** @return as {@link Part#rate()} */
    public int rate() {
        return percent(filed(), asked());
    }

    private static int percent(int filed, int asked) {
        return asked == 0 ? 0 : (int) (100L * filed / asked);
    }
}
