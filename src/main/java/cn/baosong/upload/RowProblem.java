package cn.baosong.upload;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import java.util.Locale;

/**
 * Why a row was not done, and what to do.
 *
 * @param place name of the cell, with its sheet where there are several, such as {@code C7} or {@code 指标!F7}; empty where
 *     it concerns no single cell
 */
public record RowProblem(String place, String chinese, String english) {

    public static RowProblem of(String place, Problem why, Texts texts) {
        return new RowProblem(place, texts.get(Texts.CHINESE, why), texts.get(Texts.ENGLISH, why));
    }

    public String text(Locale locale) {
        var words = Texts.pick(locale, chinese, english);
        return place.isEmpty() ? words : place + Texts.pick(locale, "：", ": ") + words;
    }
}
