package cn.baosong.reference;

import cn.baosong.common.CodeLists.Entry;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One code list in memory; never changes. */
final class ReferenceList {

    /** Longer than any name; what is longer finds nothing and costs nothing. */
    private static final int LONGEST_TEXT = 200;

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    /** How an entry answers a text, best first. */
    private enum Rank {
        CODE,
        NAME,
        CODE_PREFIX,
        NAME_PREFIX,
        INITIALS_PREFIX,
        ENGLISH_PREFIX,
        NAME_PART,
        INITIALS_PART,
        ENGLISH_PART
    }

    /** @param top the highest entry of the same name right above it, or itself: 532 铁路货物运输 for 5320 */
    private record Indexed(ReferenceEntry row, String code, String name, String nameEn, ReferenceEntry top) {}

    /** @param length of what was matched: the shorter, the closer */
    private record Hit(Indexed found, Rank rank, int length) {}

    /**
     * A province before a county, a shorter name before a longer. Of entries that share a name with the one above, the
     * lowest comes first: it is the one to choose.
     */
    private static final Comparator<Hit> BEST_FIRST = Comparator.comparing(Hit::rank)
            .thenComparingInt(hit -> hit.found().top().entry().level())
            .thenComparingInt(Hit::length)
            .thenComparingInt(hit -> hit.found().top().sort())
            .thenComparingInt(hit -> -hit.found().row().entry().level())
            .thenComparingInt(hit -> hit.found().row().sort());

    private final Map<String, Indexed> byCode = new LinkedHashMap<>();
    private final Map<String, List<ReferenceEntry>> byParent = new HashMap<>();
    private final LocalDate lastDay;

    /** @param rows in their order, each after the one above it */
    ReferenceList(List<ReferenceEntry> rows) {
        rows.forEach(row -> byCode.put(row.entry().code(), index(row)));
        rows.forEach(row -> byParent.computeIfAbsent(row.entry().parent(), parent -> new ArrayList<>())
                .add(row));
        lastDay = rows.stream().anyMatch(row -> row.validTo() == null)
                ? null
                : rows.stream()
                        .map(ReferenceEntry::validTo)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private Indexed index(ReferenceEntry row) {
        var entry = row.entry();
        var above = byCode.get(entry.parent());
        var sameName = above != null && above.row().entry().name().equals(entry.name());
        return new Indexed(
                row, fold(entry.code()), fold(entry.name()), fold(entry.nameEn()), sameName ? above.top() : row);
    }

    /** @return {@code today}, or the last day of a list that has ended as a whole, so that it can still be read */
    LocalDate dayToShow(LocalDate today) {
        return lastDay != null && lastDay.isBefore(today) ? lastDay : today;
    }

    List<Entry> children(String parent, LocalDate date) {
        return byParent.getOrDefault(parent, List.of()).stream()
                .filter(row -> row.isValidOn(date))
                .map(ReferenceEntry::entry)
                .toList();
    }

    Optional<Entry> find(String code) {
        return Optional.ofNullable(byCode.get(code)).map(found -> found.row().entry());
    }

    List<Entry> path(String code) {
        var path = new LinkedList<Entry>();
        for (var found = byCode.get(code);
                found != null;
                found = byCode.get(path.getFirst().parent())) {
            path.addFirst(found.row().entry());
        }
        return List.copyOf(path);
    }

    List<Entry> search(String text, int limit, LocalDate date) {
        if (limit <= 0 || text != null && text.length() > LONGEST_TEXT) {
            return List.of();
        }
        var wanted = fold(text);
        var valid = byCode.values().stream().filter(found -> found.row().isValidOn(date));
        var best = wanted.isEmpty()
                ? valid
                : valid.flatMap(found -> match(found, wanted))
                        .sorted(BEST_FIRST)
                        .map(Hit::found);
        return best.limit(limit).map(found -> found.row().entry()).toList();
    }

    private static Stream<Hit> match(Indexed found, String text) {
        if (found.code().startsWith(text)) {
            var rank = found.code().length() == text.length() ? Rank.CODE : Rank.CODE_PREFIX;
            return Stream.of(new Hit(found, rank, found.code().length()));
        }
        if (found.name().equals(text) || found.nameEn().equals(text)) {
            return Stream.of(new Hit(found, Rank.NAME, text.length()));
        }
        return Stream.of(
                hit(found, found.name(), text, Rank.NAME_PREFIX, Rank.NAME_PART),
                hit(found, found.row().initials(), text, Rank.INITIALS_PREFIX, Rank.INITIALS_PART),
                hit(found, found.nameEn(), text, Rank.ENGLISH_PREFIX, Rank.ENGLISH_PART))
                .flatMap(Optional::stream)
                .min(BEST_FIRST)
                .stream();
    }

    private static Optional<Hit> hit(Indexed found, String value, String text, Rank prefix, Rank part) {
        return switch (value.indexOf(text)) {
            case -1 -> Optional.empty();
            case 0 -> Optional.of(new Hit(found, prefix, value.length()));
            default -> Optional.of(new Hit(found, part, value.length()));
        };
    }

    /** One form for what looks alike: full and half width, upper and lower case, with and without blanks. */
    private static String fold(String text) {
        return text == null
                ? ""
                : UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
    }
}
