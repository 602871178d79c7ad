package cn.baosong.filing;

import cn.baosong.filing.repository.SetAsideTable;
import cn.baosong.form.Draft;
import cn.baosong.form.DraftStore;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What is typed into a report whose forms become those of another revision. What the new forms know stays, fitting or not:
 * the check says what does not fit. What they do not know is set aside, and comes back where they know it again.
 */
@Component
class CarriedDrafts {

    private final DraftStore store;
    private final SetAsideTable asides;
    private final FilingModels models;
    private final Clock clock;

    CarriedDrafts(DraftStore store, SetAsideTable asides, FilingModels models, Clock clock) {
        this.store = store;
        this.asides = asides;
        this.models = models;
        this.clock = clock;
    }

    /**
     * The drafts of a report as they will be.
     *
     * @param kept values by form, flat by path
     */
    record Parted(Map<String, Map<String, Object>> kept, List<SetAside> aside) {}

    /** Parts what is typed now; writes nothing. */
    Parted part(Filing filing, FilingModel to) {
        return part(filing, store.loadAll(filing.id()), to);
    }

    private Parted part(Filing filing, Map<String, Draft> drafts, FilingModel to) {
        var now = clock.instant();
        var kept = new LinkedHashMap<String, Map<String, Object>>();
        to.forms().forEach(form -> kept.put(form.id(), new LinkedHashMap<>()));
        var aside = new ArrayList<SetAside>();
        drafts.forEach((form, draft) -> draft.values().forEach((path, value) -> {
            var known = to.form(form).filter(known(path)).orElse(null);
            var fitting = known == null ? null : fitting(known, path, value);
            if (fitting != null) {
                kept.get(form).put(path, fitting);
            }
            if (!Objects.equals(value, fitting)) {
                aside.add(new SetAside(form, path, value, filing.revision(), now));
            }
        }));
        return new Parted(kept, aside);
    }

    private static Predicate<FormDefinition> known(String path) {
        return form -> form.byPath().containsKey(path);
    }

    /** @return the value without columns a list no longer has */
    private static Object fitting(FormDefinition form, String path, Object value) {
        if (!(form.byPath().get(path) instanceof DynamicList list) || !(value instanceof List<?> rows)) {
            return value;
        }
        return rows.stream()
                .map(row -> row instanceof Map<?, ?> cells ? fitting(list, cells) : row)
                .toList();
    }

    private static Map<String, Object> fitting(DynamicList list, Map<?, ?> cells) {
        var fitting = new LinkedHashMap<String, Object>();
        cells.forEach((path, value) -> {
            if (list.byPath().containsKey(String.valueOf(path))) {
                fitting.put(String.valueOf(path), value);
            }
        });
        return fitting;
    }

    /**
     * Carries the drafts over, in the transaction around it, under the lock of the report.
     *
     * @param filing as it was before
     * @return what was set aside now
     */
    List<SetAside> carry(Filing filing, FilingModel to) {
        var drafts = store.loadAll(filing.id());
        var parted = part(filing, drafts, to);
        parted.aside().forEach(aside -> {
            asides.put(filing.id(), aside);
            // Null where nothing of it stays, which empties the place.
            var change = new LinkedHashMap<String, Object>();
            change.put(
                    aside.path(),
                    parted.kept().getOrDefault(aside.form(), Map.of()).get(aside.path()));
            store.patch(filing.id(), aside.form(), change);
        });
        drafts.keySet().stream()
                .filter(form -> to.form(form).isEmpty())
                .forEach(form -> store.delete(filing.id(), form));
        bringBack(filing.id(), to, parted);
        return parted.aside();
    }

    private void bringBack(UUID filing, FilingModel to, Parted parted) {
        asides.of(filing).stream()
                .filter(aside ->
                        to.form(aside.form()).filter(known(aside.path())).isPresent())
                .filter(aside -> !parted.kept().get(aside.form()).containsKey(aside.path()))
                .filter(aside ->
                        aside.value().equals(fitting(to.form(aside.form()).orElseThrow(), aside.path(), aside.value())))
                .forEach(aside -> {
                    store.patch(filing, aside.form(), Map.of(aside.path(), aside.value()));
                    asides.remove(filing, aside.form(), aside.path());
                });
    }

    /**
     * What a page sends that was opened before its report was carried over: values of forms there are no more.
     *
     * @return what may go into the draft; the rest is set aside. What no revision of the report ever knew stays, and is
     *     refused when the report is submitted, like anything else made up
     */
    Map<String, Object> known(Filing filing, String form, Map<String, Object> changed) {
        var now = models.of(filing.revision()).form(form).orElseThrow();
        if (now.byPath().keySet().containsAll(changed.keySet())) {
            return changed;
        }
        var before = asides.before(filing.id());
        var known = new LinkedHashMap<String, Object>();
        changed.forEach((path, value) -> {
            var typedUnder = now.byPath().containsKey(path) ? null : typedUnder(before, form, path);
            if (typedUnder == null) {
                known.put(path, value);
            } else if (value != null) {
                asides.put(filing.id(), new SetAside(form, path, value, typedUnder, at()));
            }
        });
        return known;
    }

    /**
     * As {@link #known}, where the form itself is one the report no longer has.
     *
     * @return whether it is such a form; what was typed into it is set aside then
     */
    boolean putAside(Filing filing, String form, Map<String, Object> changed) {
        if (models.of(filing.revision()).form(form).isPresent()) {
            return false;
        }
        var before = asides.before(filing.id());
        changed.forEach((path, value) -> {
            var typedUnder = typedUnder(before, form, path);
            if (typedUnder != null && value != null) {
                asides.put(filing.id(), new SetAside(form, path, value, typedUnder, at()));
            }
        });
        return before.stream()
                .anyMatch(revision -> models.of(revision).form(form).isPresent());
    }

    private UUID typedUnder(List<UUID> before, String form, String path) {
        return before.stream()
                .filter(revision ->
                        models.of(revision).form(form).filter(known(path)).isPresent())
                .findFirst()
                .orElse(null);
    }

    private Instant at() {
        return clock.instant();
    }
}
