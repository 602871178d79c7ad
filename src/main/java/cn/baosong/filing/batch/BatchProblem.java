package cn.baosong.filing.batch;

import cn.baosong.common.Texts;
import java.util.Locale;

/**
 * Why an enterprise's report was not filed, and what to do.
 *
 * @param place sheet and cell, such as {@code 指标!F7}; empty where it concerns no single cell
 */
public record BatchProblem(String place, String chinese, String english) {

    public String text(Locale locale) {
        var words = Texts.pick(locale, chinese, english);
        return place.isEmpty() ? words : place + Texts.pick(locale, "：", ": ") + words;
    }
}
