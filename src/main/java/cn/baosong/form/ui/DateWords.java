package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The words and formats of a date picker. */
public final class DateWords {

    private DateWords() {}

    public static DatePickerI18n of(Texts texts, Locale locale) {
        // The picker counts from Sunday.
        List<DayOfWeek> days =
                IntStream.range(0, 7).mapToObj(i -> DayOfWeek.SUNDAY.plus(i)).toList();
        return new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdaysShort(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.NARROW_STANDALONE, locale))
                        .toList())
                .setFirstDayOfWeek(1)
                .setDateFormats("yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日")
                .setBadInputErrorMessage(texts.get(locale, "form.date.hint"))
                .setToday(texts.get(locale, "form.date.today"))
                .setCancel(texts.get(locale, "form.date.cancel"));
    }
}
