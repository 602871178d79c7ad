package cn.baosong.common;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every text a person reads, from {@code vaadin-i18n/translations*.properties}. Chinese is the text, English beside it. */
@Component
public class Texts {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> LOCALES = List.of(CHINESE, ENGLISH);

    private final MessageSource source;

    Texts(MessageSource source) {
        this.source = source;
    }

    /** @return the text in {@code locale}; the key itself, marked, where no text exists */
    public String get(Locale locale, String key, Object... arguments) {
        return source.getMessage(key, arguments, "!" + key, locale);
    }

    public String get(Locale locale, Problem problem) {
        return get(locale, problem.key(), problem.arguments());
    }

    /** @return the Chinese text, or the English one where {@code locale} asks for it and there is one */
    public static String pick(Locale locale, String chinese, String english) {
        return ENGLISH.getLanguage().equals(locale.getLanguage()) && english != null && !english.isBlank()
                ? english
                : chinese;
    }
}
