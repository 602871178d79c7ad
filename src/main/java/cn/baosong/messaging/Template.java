package cn.baosong.messaging;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders such as {@code {phone}}. What is filled in is never looked at for placeholders again. */
final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private final String source;

    /**
     * @param setting its name, for the message
     * @throws IllegalArgumentException when a placeholder is none of {@code allowed}
     */
    Template(String setting, String source, Set<String> allowed) {
        PLACEHOLDER.matcher(source).results().map(found -> found.group(1)).forEach(name -> {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException(setting + " has the placeholder {" + name + "}; known here: "
                        + allowed.stream()
                                .sorted()
                                .map(known -> "{" + known + "}")
                                .toList());
            }
        });
        this.source = source;
    }

    boolean has(String name) {
        return source.contains("{" + name + "}");
    }

    String fill(Map<String, String> values, UnaryOperator<String> escape) {
        return PLACEHOLDER
                .matcher(source)
                .replaceAll(found -> Matcher.quoteReplacement(escape.apply(values.get(found.group(1)))));
    }
}
