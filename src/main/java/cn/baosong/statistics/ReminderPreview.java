package cn.baosong.statistics;

import cn.baosong.account.Way;
import java.util.Set;

/**
 * What a reminder would do, before it is sent.
 *
 * @param chosen enterprises that have not filed, of those asked for
 * @param remindedToday how many of them were reminded today already and are left out
 * @param atOnce how many one reminder tells at most, as the model says
 * @param ways how they are told, as the model says; empty: reminders are switched off there
 */
public record ReminderPreview(int chosen, int remindedToday, int atOnce, Set<Way> ways) {

    /** @return how many would be told now, at most {@code atOnce} */
    public int told() {
        return Math.min(chosen - remindedToday, atOnce);
    }
}
