package cn.baosong.filing;

import cn.baosong.common.Texts;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a period (报告期) of a scheme is: the setting {@code periodKind} of its process. A period is known by its first
 * month; a report is asked for once its period is over.
 */
public enum PeriodKind {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    PeriodKind(int months) {
        this.months = months;
    }

    /** @param word as a model writes it: {@code month}, {@code quarter}, {@code year} */
    public static Optional<PeriodKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** @return as a model writes it */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return first month of the period that holds {@code month} */
    public YearMonth containing(YearMonth month) {
        return month.minusMonths((month.getMonthValue() - 1) % months);
    }

    /** @return whether a period begins with {@code month} */
    public boolean begins(YearMonth month) {
        return containing(month).equals(month);
    }

    /** @return first month of the newest period that is over in the month {@code now} */
    public YearMonth current(YearMonth now) {
        return previous(containing(now));
    }

    /** @return first month of the period before */
    public YearMonth previous(YearMonth first) {
        return first.minusMonths(months);
    }

    /** @return first month of the period after, in which this one is over */
    public YearMonth following(YearMonth first) {
        return first.plusMonths(months);
    }

    /** @return the same in every language: {@code 2020-05}, {@code 2020-Q1}, {@code 2020} */
    public String code(YearMonth first) {
        return switch (this) {
            case MONTH -> first.toString();
            case QUARTER -> first.getYear() + "-Q" + quarter(first);
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    /** @return key of the text that speaks of periods this long, such as 上月 and 上季: {@code group} with the word behind it */
    public String key(String group) {
        return group + word();
    }

    /** @return whether the period before is the same period last year, so that there is one thing to compare with and not two */
    public boolean yearly() {
        return months == YEAR.months;
    }

    /** @return as lists and headings say it: a month as its code, anything longer in words */
    public String label(YearMonth first, Texts texts, Locale locale) {
        return months == MONTH.months ? code(first) : text(first, texts, locale);
    }

    /** @return in words: 2020年05月, 2020年一季度, 2020年 */
    public String text(YearMonth first, Texts texts, Locale locale) {
        var year = Integer.toString(first.getYear());
        return switch (this) {
            case MONTH -> texts.get(locale, "filing.period.month", year, "%02d".formatted(first.getMonthValue()));
            case QUARTER -> texts.get(locale, "filing.period.quarter." + quarter(first), year);
            case YEAR -> texts.get(locale, "filing.period.year", year);
        };
    }

    private static int quarter(YearMonth first) {
        return (first.getMonthValue() + 2) / QUARTER.months;
    }
}
