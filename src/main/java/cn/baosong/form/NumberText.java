package cn.baosong.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers the way people type and read them. */
public final class NumberText {

    /** Characters a number field lets through, for a browser's pattern of one character. */
    public static final String ALLOWED = "[0-9０-９.,+\\-．，＋－−\\s]";

    private static final int LONGEST = 60;
    private static final int MOST_DIGITS = 30;
    private static final int MOST_BITS = 100;
    /** Separators stand between groups of three only: 1,5 is no way to write fifteen. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,3}(?:[, ]\\d{3})+|\\d+)(?:\\.\\d*)?|[+-]?\\.\\d+");

    private NumberText() {}

    /** A text that is no number. */
    public static final class Unreadable extends IllegalArgumentException {
        Unreadable() {
            super("not a number");
        }
    }

    /**
     * Digits, sign, point, thousands separators in groups of three; full-width characters stand for their plain ones.
     *
     * @return without needless zeros; null for a blank text
     * @throws Unreadable for anything else, NaN, exponents and more than 30 digits included
     */
    public static BigDecimal parse(String text) {
        if (text.length() > LONGEST) {
            throw new Unreadable();
        }
        String plain = normalize(text).strip();
        if (plain.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(plain).matches()) {
            throw new Unreadable();
        }
        return plainest(new BigDecimal(plain.replace(",", "").replace(" ", "")));
    }

    /**
     * @return the number without needless zeros
     * @throws Unreadable for NaN, infinity and numbers nobody can mean
     */
    public static BigDecimal parse(Number number) {
        if (number instanceof BigInteger whole && whole.bitLength() > MOST_BITS) {
            throw new Unreadable();
        }
        try {
            return plainest(number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()));
        } catch (NumberFormatException notFinite) {
            throw new Unreadable();
        }
    }

    /** @return null for what is no number, or one nobody can mean */
    static BigDecimal orNull(Object value) {
        try {
            return value instanceof Number number ? parse(number) : null;
        } catch (Unreadable unreadable) {
            return null;
        }
    }

    private static BigDecimal plainest(BigDecimal number) {
        // Bits first: counting the decimal digits of a very long number takes long.
        if (number.unscaledValue().bitLength() > MOST_BITS
                || Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
                || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new Unreadable();
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String normalize(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(
                    switch (c) {
                        case '\u2212', '\uFF0D' -> '-';
                        case '\u3000', '\u00A0', '\u2009', '\u202F', '\t' -> ' ';
                        // Full-width forms stand 0xFEE0 above their plain ones.
                        default -> c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
                    });
        }
        return plain.toString();
    }

    /** @return with thousands separators, as in 1,234.5 */
    public static String format(BigDecimal number) {
        return format(number, null);
    }

    /** @param decimals places always shown, null: as many as the number has */
    static String format(BigDecimal number, Integer decimals) {
        int places = Math.max(Math.max(number.scale(), 0), decimals == null ? 0 : decimals);
        return String.format(Locale.ROOT, "%,." + places + "f", number);
    }
}
