package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.StatusBadge.Tone;
import cn.baosong.filing.FilingStatus;
import java.util.Locale;

/** The word and the colour of each status of a report. */
final class FilingBadge {

    private FilingBadge() {}

    /** @param status null where the report was not begun (未填报) */
    static StatusBadge of(FilingStatus status, Texts texts, Locale locale) {
        return new StatusBadge(tone(status), word(status, texts, locale));
    }

    static String word(FilingStatus status, Texts texts, Locale locale) {
        return texts.get(locale, "filing.status." + (status == null ? "NOT_FILED" : status.name()));
    }

    /** 补报: begun after its month. */
    static StatusBadge late(Texts texts, Locale locale) {
        return new StatusBadge(Tone.ATTENTION, texts.get(locale, "filing.fill.late"));
    }

    private static Tone tone(FilingStatus status) {
        if (status == null) {
            return Tone.NONE;
        }
        return switch (status) {
            case EDITING -> Tone.EDITING;
            case UNDER_REVIEW -> Tone.WAITING;
            case RETURNED -> Tone.RETURNED;
            case ACCEPTED -> Tone.ACCEPTED;
            case FROZEN, UNFROZEN -> Tone.FROZEN;
        };
    }
}
