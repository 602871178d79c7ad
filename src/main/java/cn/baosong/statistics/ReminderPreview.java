package cn.baosong.statistics;

import cn.baosong.account.Way;
import java.util.Set;

/**
 * What a reminder would do, before it is sent.
 *
 * @param chosen enterprises that have not filed, of those asked for
 * @param remindedToday how many of them were reminded today already and are left out
 * @param ways how they are told, as the model says; empty: reminders are switched off there
 */
public record ReminderPreview(int chosen, int remindedToday, Set<Way> ways) {

    /** @return how many would be told now, at most {@link UnreportedReports#REMINDED_AT_ONCE} */
    public int told() {
        return Math.min(chosen - remindedToday, UnreportedReports.REMINDED_AT_ONCE);
    }
}
