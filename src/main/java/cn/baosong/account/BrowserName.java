package cn.baosong.account;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ua_parser.Client;
import ua_parser.Parser;

/** What a browser calls itself, in a few words. */
@Component
class BrowserName {

    private static final int LONGEST_HEADER = 300;
    private static final int LONGEST = 80;
    private static final String UNKNOWN = "Other";

    private volatile Parser parser;

    /**
     * @param userAgent header of the request: anything, of any length, or null
     * @return such as {@code Chrome 120 · Windows 10}; empty where nothing is recognized
     */
    String of(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return "";
        }
        var header = userAgent.length() > LONGEST_HEADER ? userAgent.substring(0, LONGEST_HEADER) : userAgent;
        var client = parser().parse(header.replaceAll("[^ -~]", " "));
        var words = Stream.of(browser(client), system(client))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    private static String browser(Client client) {
        return words(client.userAgent.family, client.userAgent.major);
    }

    private static String system(Client client) {
        return words(client.os.family, client.os.major);
    }

    private static String words(String family, String version) {
        if (family == null || family.equals(UNKNOWN)) {
            return "";
        }
        return version == null ? family : family + " " + version;
    }

    /** Made when the first one logs in: it reads a long list. */
    private Parser parser() {
        var made = parser;
        if (made == null) {
            synchronized (this) {
                made = parser == null ? new Parser() : parser;
                parser = made;
            }
        }
        return made;
    }
}
