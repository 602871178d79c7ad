package cn.baosong.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** Texts from outside: what is taken out of them, and what may be shown of them. */
public final class CleanText {

    /** Characters a text field takes where the form names no limit. */
    public static final int LONGEST_LINE = 2_000;
    /** Characters a text area takes where the form names no limit. */
    public static final int LONGEST_BLOCK = 20_000;

    private static final int MATCHING_STEPS = 2_000_000;
    private static final Safelist MARKUP = Safelist.relaxed()
            .addTags("hr", "details", "summary")
            .removeTags("img")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer")
            .addEnforcedAttribute("a", "target", "_blank");

    private CleanText() {}

    /** @return without control and invisible direction characters and blanks around; a line loses its line breaks */
    public static String of(String raw, boolean multiline) {
        StringBuilder clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\n' || c == '\t') {
                clean.append(multiline ? c : ' ');
            } else if (c == '\r') {
                // Windows ends a line with two characters, an old Mac with this one alone.
                if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append(multiline ? '\n' : ' ');
                }
            } else if (Character.isHighSurrogate(c)) {
                if (i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
                    clean.append(c).append(raw.charAt(++i));
                }
            } else if (!Character.isLowSurrogate(c) && !unseen(c)) {
                clean.append(c);
            }
        }
        return trim(clean);
    }

    private static boolean unseen(char c) {
        int kind = Character.getType(c);
        return kind == Character.CONTROL || kind == Character.FORMAT || c == '\uFFFE' || c == '\uFFFF';
    }

    private static String trim(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.subSequence(from, to).toString();
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether a browser could take part of the text for a tag. A bare {@code <} in "10 < 20" is none. */
    public static boolean hasMarkup(String text) {
        int last = text.lastIndexOf('>');
        for (int open = text.indexOf('<'); open >= 0 && open < last - 1; open = text.indexOf('<', open + 1)) {
            char next = text.charAt(open + 1);
            if (next == '/' || next == '!' || next == '?' || next < 128 && Character.isLetter(next)) {
                return true;
            }
        }
        return false;
    }

    /** @return the html without scripts, styles, event handlers, pictures and links other than http, https and mailto */
    public static String html(String untrusted) {
        return Jsoup.clean(untrusted, "", MARKUP, new Document.OutputSettings().prettyPrint(false));
    }

    /** @return whether this is an address a page may link to */
    public static boolean isWebAddress(String address) {
        String start = address.strip().toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }

    /** A pattern that takes too long on this text. */
    static final class TooCostly extends RuntimeException {
        TooCostly() {
            super("pattern too costly", null, false, false);
        }
    }

    /** @throws TooCostly where the pattern would go on backtracking */
    static boolean matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(new Counted(text, new int[] {MATCHING_STEPS}));
        try {
            return matcher.find();
        } catch (StackOverflowError tooDeep) {
            throw new TooCostly();
        }
    }

    /** A text that can be looked at only so many times: Java's matcher has no other brake. */
    private record Counted(CharSequence text, int[] left) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooCostly();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
