package cn.baosong.common;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every text a person reads, from {@code vaadin-i18n/translations*.properties}. Chinese is the text, English beside it. */
@Component
public class Texts {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> LOCALES = List.of(CHINESE, ENGLISH);

    /** In place of values, more than any text has. */
    private static final Object[] UNKNOWN = Collections.nCopies(10, "…").toArray();

    private final MessageSource source;

    Texts(MessageSource source) {
        this.source = source;
    }

    /** @return the text in {@code locale}; the key itself, marked, where no text exists */
    public String get(Locale locale, String key, Object... arguments) {
        return source.getMessage(key, said(locale, arguments), "!" + key, locale);
    }

    private Object[] said(Locale locale, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Reason reason ? get(locale, reason) : argument)
                .toArray();
    }

    /**
     * @param key of a text whose values are not known
     * @return the text with … in their place; empty where there is no such text
     */
    public Optional<String> find(Locale locale, String key) {
        return Optional.ofNullable(source.getMessage(key, UNKNOWN, null, locale));
    }

    /** @return why, in {@code locale} */
    public String get(Locale locale, Reason reason) {
        return get(locale, reason.key(), reason.arguments().toArray());
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
