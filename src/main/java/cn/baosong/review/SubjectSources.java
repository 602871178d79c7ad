package cn.baosong.review;

import cn.baosong.common.WithinTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the feature a kind of subject belongs to. The kinds that are reviewed are those a feature supplies. */
@Component
public class SubjectSources {

    private final Map<String, SubjectSource> byKind;
    private final WithinTransaction<SubjectKey, Subject> locked = new WithinTransaction<>();

    private record SubjectKey(String kind, UUID id) {}

    SubjectSources(List<SubjectSource> sources) {
        this.byKind = sources.stream().collect(Collectors.toUnmodifiableMap(SubjectSource::kind, Function.identity()));
    }

    /** @return every kind that is reviewed; each has an inbox */
    public Set<String> kinds() {
        return byKind.keySet();
    }

    /** @return the kinds whose inbox stands in the navigation, by their place there */
    public SortedMap<Integer, String> navigation() {
        var places = new TreeMap<Integer, String>();
        for (var source : byKind.values()) {
            source.navigationOrder().ifPresent(place -> {
                if (places.put(place, source.kind()) != null) {
                    throw new IllegalStateException("two kinds of subjects want place " + place + " of the navigation");
                }
            });
        }
        return places;
    }

    /** @return whether reviews of a kind can skip levels; false for a kind there is not */
    public boolean skipsLevels(String kind) {
        return byKind.containsKey(kind) && byKind.get(kind).skipsLevels();
    }

    /** @return what an acceptance of a kind is called; {@link Wording#ACCEPT} for a kind there is not */
    public Wording wording(String kind) {
        return byKind.containsKey(kind) ? byKind.get(kind).wording() : Wording.ACCEPT;
    }

    /** @return how many objections stand against subjects of a kind; see {@link SubjectSource#objections} */
    public Map<UUID, Integer> objections(String kind, Collection<UUID> subjects) {
        return subjects.isEmpty() ? Map.of() : of(kind).objections(subjects);
    }

    /** @return what the headline figure of a kind is called, with its unit; empty for kinds that have none */
    public Optional<String> figure(String kind, Locale locale) {
        return of(kind).figure(locale);
    }

    /** Locks a subject for the rest of the transaction. Who has it locked already is not asked again. */
    Subject lock(String kind, UUID id) {
        var key = new SubjectKey(kind, id);
        return locked.find(key).orElseGet(() -> locked.remember(key, of(kind).lock(id)));
    }

    /** As {@link #lock(String, UUID)}, several at once: who else locks several meets them in the same order. */
    void lock(String kind, Collection<UUID> ids) {
        of(kind).lock(ids).forEach(subject -> locked.remember(new SubjectKey(kind, subject.id()), subject));
    }

    SubjectSource of(String kind) {
        var source = kind == null ? null : byKind.get(kind);
        if (source == null) {
            throw new IllegalStateException("no feature supplies subjects of kind '" + kind + "'");
        }
        return source;
    }
}
