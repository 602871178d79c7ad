package cn.baosong.common;

import java.util.List;

/**
 * A refusal that a person caused and can mend. Carries a key of the translation files and its arguments, so that the
 * message is said in the reader's language: what is wrong and what to do.
 */
public class Problem extends RuntimeException {

    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param key key in {@code vaadin-i18n/translations*.properties}
     * @param arguments values for {@code {0}}, {@code {1}} … of that text; none may be null
     */
    public Problem(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
