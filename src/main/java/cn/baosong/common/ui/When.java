package cn.baosong.common.ui;

import cn.baosong.common.PlatformTime;
import cn.baosong.common.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says points in time the way people do: exact in the platform's zone, and how long ago. */
@Component
public class When {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PlatformTime.ZONE);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(PlatformTime.ZONE);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(PlatformTime.ZONE);

    private final Texts texts;
    private final Clock clock;

    When(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public static String exact(Instant instant) {
        return EXACT.format(instant);
    }

    /** @return the day without its year and the time while the year lasts, exact for any other year */
    public String shortly(Instant instant) {
        var now = clock.instant().atZone(PlatformTime.ZONE);
        return instant.atZone(PlatformTime.ZONE).getYear() == now.getYear() ? SHORT.format(instant) : exact(instant);
    }

    public static String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    /** @return such as 3 小时; whole minutes below an hour, whole hours below two days, then days */
    public String since(Instant instant, Locale locale) {
        var passed = Duration.between(instant, clock.instant());
        if (passed.toMinutes() < 1) {
            return texts.get(locale, "common.since.now");
        }
        if (passed.toHours() < 1) {
            return texts.get(locale, "common.since.minutes", passed.toMinutes());
        }
        if (passed.toHours() < 48) {
            return texts.get(locale, "common.since.hours", passed.toHours());
        }
        return texts.get(locale, "common.since.days", passed.toDays());
    }
}
