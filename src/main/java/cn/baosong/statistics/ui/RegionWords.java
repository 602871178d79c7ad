package cn.baosong.statistics.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Regions as an administrator names and chooses them. */
@Component
class RegionWords {

    private static final String LIST = "region";
    private static final int FOUND = 400;

    private final CodeLists codes;
    private final Desks desks;

    RegionWords(CodeLists codes, Desks desks) {
        this.codes = codes;
        this.desks = desks;
    }

    /** @return the region with those around it; empty for an unknown code */
    String path(String region, Locale locale) {
        return codes.pathName(LIST, region, locale);
    }

    /** @return what a search finds inside the regions of my desks */
    List<CodeLists.Entry> search(String text) {
        var mine = desks.mine().stream().map(Desk::region).toList();
        var found = codes.search(LIST, text, FOUND);
        if (mine.contains(null)) {
            return found;
        }
        var regions = Set.copyOf(mine);
        var inside = text.isBlank() ? around(regions) : found.stream();
        return inside.filter(entry ->
                        codes.path(LIST, entry.code()).stream().anyMatch(above -> regions.contains(above.code())))
                .limit(FOUND)
                .toList();
    }

    /** Before anything is typed: my regions and what lies right below. */
    private Stream<CodeLists.Entry> around(Set<String> regions) {
        return regions.stream()
                .flatMap(region ->
                        Stream.concat(codes.find(LIST, region).stream(), codes.children(LIST, region).stream()));
    }
}
