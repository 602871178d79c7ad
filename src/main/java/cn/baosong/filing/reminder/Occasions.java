package cn.baosong.filing.reminder;

import cn.baosong.engine.Step;
import cn.baosong.filing.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The days on which a month is reminded of, in days from the one it is asked for by: −5 is five days before.
 *
 * @param offsets ascending
 * @param catchUp for how many days one that was missed is made up for
 */
record Occasions(int[] offsets, int catchUp) {

    static Occasions of(Step step) {
        var before = days(step.setting(ReminderProcess.REMIND_DAYS)).map(days -> -days);
        var after = days(step.setting(ReminderProcess.OVERDUE_DAYS));
        return new Occasions(
                IntStream.concat(before, after).sorted().distinct().toArray(),
                days(step.setting(ReminderProcess.CATCH_UP_DAYS)).findFirst().orElse(0));
    }

    /** A number that cannot be read stops the sweep where it is drawn. */
    private static IntStream days(String list) {
        return list == null
                ? IntStream.empty()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(day -> !day.isEmpty())
                        .mapToInt(Integer::parseInt);
    }

    /** @return which reminder of the month is due on the day: the newest whose day has come and is not long past */
    OptionalInt on(LocalDate day, Period period) {
        return Arrays.stream(offsets)
                .filter(offset -> !period.dueOn().plusDays(offset).isAfter(day))
                .max()
                .stream()
                .filter(offset ->
                        !period.dueOn().plusDays((long) offset + catchUp).isBefore(day))
                .findFirst();
    }
}
