package cn.baosong.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * An enterprise that has not filed a month.
 *
 * @param filing its report of the month, null where none was begun
 * @param loginName its user ID
 * @param region code of the deepest region
 * @param phone of its account; null where that has none yet
 * @param lastFiled the newest other month that was submitted and not returned since; null for none
 * @param reminders how often it was reminded of this month, by administrators and by the model {@code remind}
 * @param remindedAt when last; null for never
 */
public record UnreportedEnterprise(
        UUID id,
        UUID filing,
        String name,
        String loginName,
        String region,
        UnreportedState state,
        String phone,
        YearMonth lastFiled,
        int reminders,
        Instant remindedAt) {}
