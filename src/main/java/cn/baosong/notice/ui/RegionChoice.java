package cn.baosong.notice.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.organization.Desk;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The regions a desk may write for, and their names. A region is its code; empty for the whole nation. */
@Component
class RegionChoice {

    static final String NATION = "";

    private static final int MOST_FOUND = 400;

    private final CodeLists codes;
    private final Texts texts;

    RegionChoice(CodeLists codes, Texts texts) {
        this.codes = codes;
        this.texts = texts;
    }

    static String own(Desk desk) {
        return desk.region() == null ? NATION : desk.region();
    }

    /** @param text part of a name; nothing finds the desk's own region and those just below it */
    Stream<String> find(Desk desk, String text) {
        if (text.isBlank()) {
            return Stream.concat(
                    Stream.of(own(desk)),
                    codes.children("region", desk.region()).stream().map(CodeLists.Entry::code));
        }
        return codes.search("region", text.strip(), MOST_FOUND).stream()
                .map(CodeLists.Entry::code)
                .filter(code -> inside(desk, code));
    }

    /** @param region null or empty for the whole nation */
    String name(String region, Locale locale) {
        return region == null || region.isEmpty()
                ? texts.get(locale, "notice.region.nation")
                : codes.path("region", region).stream()
                        .map(entry -> entry.name(locale))
                        .collect(Collectors.joining(" → "));
    }

    private boolean inside(Desk desk, String code) {
        return desk.region() == null
                || codes.path("region", code).stream()
                        .map(CodeLists.Entry::code)
                        .anyMatch(desk.region()::equals);
    }
}
