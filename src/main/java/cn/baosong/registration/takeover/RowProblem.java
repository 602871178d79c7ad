package cn.baosong.registration.takeover;

import cn.baosong.common.Texts;
import java.util.Locale;

/**
 * Why a row was not taken over, and what to do.
 *
 * @param cell name of the cell, such as {@code C7}; empty where the sheet has no such column
 */
public record RowProblem(String cell, String chinese, String english) {

    public String text(Locale locale) {
        var words = Texts.pick(locale, chinese, english);
        return cell.isEmpty() ? words : cell + Texts.pick(locale, "：", ": ") + words;
    }
}
