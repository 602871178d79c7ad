package cn.baosong.messaging;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a value must be written to stay a value where it stands. */
enum Escape {
    URL {
        @Override
        String apply(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    },
    JSON {
        @Override
        String apply(String value) {
            return new String(JsonStringEncoder.getInstance().quoteAsString(value));
        }
    },
    XML {
        @Override
        String apply(String value) {
            var text = new StringBuilder(value.length() + 16);
            value.codePoints().forEach(point -> {
                switch (point) {
                    case '<' -> text.append("&lt;");
                    case '>' -> text.append("&gt;");
                    case '&' -> text.append("&amp;");
                    case '"' -> text.append("&quot;");
                    case '\'' -> text.append("&apos;");
                    default -> text.appendCodePoint(inXml(point) ? point : ' ');
                }
            });
            return text.toString();
        }
    };

    abstract String apply(String value);

    /** @throws IllegalArgumentException when nothing is known of texts of this type */
    static Escape of(String setting, String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (type.equals("application/x-www-form-urlencoded")) {
            return URL;
        }
        if (type.equals("application/json") || type.endsWith("+json")) {
            return JSON;
        }
        if (type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml")) {
            return XML;
        }
        throw new IllegalArgumentException(setting + " is " + contentType + "; known are application/json,"
                + " application/xml and application/x-www-form-urlencoded");
    }

    private static boolean inXml(int point) {
        return point >= 0x20 && !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
    }
}
