package cn.baosong.form;

import cn.baosong.common.Texts;
import java.util.Locale;

/**
 * A text of a form file in both languages.
 *
 * @param chinese the text of the file, null where it has none
 * @param english from a property such as {@code label.en}; null falls back to Chinese
 */
public record Bilingual(String chinese, String english) {

    public static final Bilingual NONE = new Bilingual(null, null);

    /** @return never null; empty where the file says nothing */
    public String in(Locale locale) {
        String text = Texts.pick(locale, chinese, english);
        return text == null ? "" : text;
    }

    public boolean isEmpty() {
        return (chinese == null || chinese.isBlank()) && (english == null || english.isBlank());
    }
}
