package cn.baosong.common;

import java.util.List;

/**
 * Why something cannot be used, as part of a longer sentence: kept as a key of the translation files, so that it is said in
 * the language of whoever reads it.
 *
 * @param key key in {@code vaadin-i18n/translations*.properties}
 * @param arguments values for {@code {0}}, {@code {1}} … of that text; one that is a reason itself is said in its place
 */
public record Reason(String key, List<Object> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments));
    }

    /** For logs; people read the text in their language. */
    @Override
    public String toString() {
        return arguments.isEmpty() ? key : key + " " + arguments;
    }
}
