package cn.baosong.filing.seal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * One value, one text: JSON as RFC 8785 writes it (keys sorted by UTF-16 code units, no white space, the shortest
 * escapes), but for numbers, which are texts in plain notation without trailing zeros: {@code 1.50} and {@code 1.5} are
 * both {@code "1.5"}, minus zero is {@code "0"}, and there is no exponent. So no reader rounds them. A key whose value is
 * null is left out, as a field that is empty and one that is not there say the same; a null in a list stays, as its place
 * counts. Texts are kept as they are, without normalisation of Unicode.
 */
public final class CanonicalJson {

    private static final int DEEPEST = 64;

    /** A number of more places is a mistake, or somebody who wants a text of a gigabyte. */
    private static final int MOST_PLACES = 1_000;

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /**
     * @param values maps with texts as keys, collections, texts, booleans, numbers and null, at most 64 deep
     * @return UTF-8 without a byte order mark
     * @throws IllegalArgumentException for anything else: another type, half a surrogate pair, a number that is infinite,
     *     none, or longer than 1000 places
     */
    public static byte[] bytes(Map<String, Object> values) {
        var json = new CanonicalJson();
        json.object(values, 1);
        return json.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("values lie more than " + DEEPEST + " deep");
        }
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof CharSequence characters) {
            string(characters.toString());
        } else if (value instanceof Number number) {
            string(decimal(number));
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Collection<?> list) {
            array(list, depth);
        } else {
            throw new IllegalArgumentException(
                    "no value of JSON: " + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> map, int depth) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("a key that is no text: " + key);
            }
            if (value != null) {
                sorted.put(name, value);
            }
        });
        text.append('{');
        var separator = "";
        for (var entry : sorted.entrySet()) {
            text.append(separator);
            string(entry.getKey());
            text.append(':');
            value(entry.getValue(), depth + 1);
            separator = ",";
        }
        text.append('}');
    }

    private void array(Collection<?> list, int depth) {
        text.append('[');
        var separator = "";
        for (var value : list) {
            text.append(separator);
            value(value, depth + 1);
            separator = ",";
        }
        text.append(']');
    }

    private static String decimal(Number number) {
        BigDecimal decimal;
        try {
            decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        } catch (NumberFormatException noDecimal) {
            throw new IllegalArgumentException("no decimal number: " + number, noDecimal);
        }
        if (decimal.signum() == 0) {
            return "0";
        }
        var places = Math.max(Math.abs((long) decimal.scale()), decimal.precision());
        if (places > MOST_PLACES) {
            throw new IllegalArgumentException("a number of more than " + MOST_PLACES + " places");
        }
        return decimal.stripTrailingZeros().toPlainString();
    }

    private void string(String value) {
        text.append('"');
        for (var index = 0; index < value.length(); index++) {
            var character = value.charAt(index);
            switch (character) {
                case '"', '\\' -> text.append('\\').append(character);
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> index += plain(value, index, character);
            }
        }
        text.append('"');
    }

    /** @return how many characters more than one were taken */
    private int plain(String value, int index, char character) {
        if (character < ' ') {
            text.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 15));
            return 0;
        }
        if (!Character.isSurrogate(character)) {
            text.append(character);
            return 0;
        }
        if (!Character.isHighSurrogate(character)
                || index + 1 == value.length()
                || !Character.isLowSurrogate(value.charAt(index + 1))) {
            throw new IllegalArgumentException("half a surrogate pair");
        }
        text.append(character).append(value.charAt(index + 1));
        return 1;
    }
}
