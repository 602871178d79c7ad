package cn.baosong.filing;

import cn.baosong.common.Problem;
import java.util.List;
import java.util.Locale;

/**
 * Why a figure is right although a rule warns (情况说明).
 *
 * @param verdict what a reviewer thinks of this very text, null while nobody has judged it
 */
public record Explanation(String text, ExplanationVerdict verdict) {

    /** Characters an explanation may have: what a line of the reviewer's page holds, so it goes with the page. */
    public static final int LIMIT = 200;

    private static final int LEAST = 2;

    /**
     * Holds an explanation to saying something: not empty, not one character over and over, not the rule's own words.
     *
     * @param messages what the rule says, in every language
     * @return the text, stripped
     * @throws Problem {@code filing.error.explanation.*}
     */
    public static String checked(String text, List<String> messages) {
        var said = text == null ? "" : text.strip();
        var letters = letters(said);
        if (letters.isEmpty()) {
            throw new Problem("filing.error.explanation.empty");
        }
        if (said.codePointCount(0, said.length()) > LIMIT) {
            throw new Problem("filing.error.explanation.long", LIMIT);
        }
        if (letters.codePoints().distinct().count() < LEAST) {
            throw new Problem("filing.error.explanation.says-nothing");
        }
        for (var message : messages) {
            if (message != null
                    && !letters(message).isEmpty()
                    && letters(message).contains(letters)) {
                throw new Problem("filing.error.explanation.rule-words");
            }
        }
        return said;
    }

    /** What is left when spaces, punctuation and case do not count. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
