package cn.baosong.organization;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What goes to another desk when a desk is closed.
 *
 * @param key of the text that says what and how many, with the count as {@code {0}}
 * @param to the desk it goes to
 */
public record DeskHanding(String key, int count, Desk to) {

    /** @return the counts of one kind of thing, by the name of the desk */
    public static List<DeskHanding> of(String key, Map<Desk, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> new DeskHanding(key, count.getValue(), count.getKey()))
                .sorted(Comparator.comparing(handing -> handing.to().name()))
                .toList();
    }
}
