package cn.baosong.check;

import cn.baosong.check.CheckTable.Rule;
import cn.baosong.common.feel.FeelExpression;
import java.util.regex.Pattern;

/**
 * A rule as it can be explained to a person before anything is evaluated.
 *
 * @param violated the condition, as written
 * @param message what the rule says, with {@code …} where a figure would stand; null where its words depend on figures
 * @param messageEn the same in English, null where there is none
 */
public record Wording(Rule rule, String violated, String message, String messageEn) {

    private static final String GAP = "…";
    private static final Pattern BRANCHES = Pattern.compile("\\b(?:if|for|some|every|return)\\b");

    /** @return the texts of a concatenation such as {@code "a " + string(x) + " b"}: {@code a … b} */
    static String said(FeelExpression cell) {
        if (cell == null) {
            return null;
        }
        var said = new StringBuilder();
        var between = new StringBuilder();
        var depth = 0;
        var text = cell.text();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                int end = end(text, at);
                if (depth == 0) {
                    if (!gap(said, between)) {
                        return null;
                    }
                    said.append(text.substring(at + 1, end).translateEscapes());
                }
                at = end;
            } else {
                depth += letter == '(' || letter == '[' ? 1 : letter == ')' || letter == ']' ? -1 : 0;
                // What stands inside a call, branches included, makes one gap.
                between.append(depth > 0 ? '#' : letter);
            }
        }
        return gap(said, between) ? said.toString() : null;
    }

    /** @return false where what stands between texts decides which of them is said */
    private static boolean gap(StringBuilder said, StringBuilder between) {
        if (!between.toString().replace('+', ' ').isBlank()) {
            said.append(GAP);
        }
        var fixed = !BRANCHES.matcher(between).find();
        between.setLength(0);
        return fixed;
    }

    /** @return where the text that begins here ends */
    private static int end(String text, int start) {
        int end = start + 1;
        while (end < text.length() - 1 && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length() - 1);
    }
}
