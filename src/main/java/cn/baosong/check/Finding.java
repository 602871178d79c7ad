package cn.baosong.check;

import cn.baosong.common.Texts;
import java.util.List;
import java.util.Locale;

/**
 * What a rule of a check table found.
 *
 * @param rule id of the rule, unique in its table
 * @param fields names of the form's fields it is about, as dotted paths; empty where it is about the whole
 * @param message in Chinese
 * @param messageEn in English, or null
 */
public record Finding(String rule, Severity severity, List<String> fields, String message, String messageEn) {

    public Finding {
        fields = List.copyOf(fields);
    }

    /** @return the message in the reader's language, in Chinese where there is no other */
    public String message(Locale locale) {
        return Texts.pick(locale, message, messageEn);
    }
}
