package cn.baosong.filing;

import cn.baosong.form.Draft;
import cn.baosong.form.DraftStore;
import cn.baosong.form.FormDefinition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is being typed into the forms of a report. */
@Component
class FilingDrafts {

    private final DraftStore store;
    private final FilingModels models;

    FilingDrafts(DraftStore store, FilingModels models) {
        this.store = store;
        this.models = models;
    }

    /** @return values by form, flat by path */
    Map<String, Map<String, Object>> all(Filing filing) {
        var stored = store.loadAll(filing.id());
        var all = new LinkedHashMap<String, Map<String, Object>>();
        models.of(filing.revision())
                .forms()
                .forEach(form -> all.put(
                        form.id(),
                        Optional.ofNullable(stored.get(form.id()))
                                .map(Draft::values)
                                .orElse(Map.of())));
        return all;
    }

    Map<String, Object> of(Filing filing, FormDefinition form) {
        return stored(filing, form).values();
    }

    /** @return the draft as a window opens it, an empty one where nothing was typed */
    Draft stored(Filing filing, FormDefinition form) {
        return store.load(filing.id(), form.id()).orElse(new Draft(Map.of(), 0, Instant.EPOCH));
    }

    void begin(Filing filing, Map<String, Map<String, Object>> values) {
        values.forEach((form, typed) -> store.patch(filing.id(), form, typed));
    }

    /** Forgets them: what was accepted is never changed. */
    void forget(Filing filing) {
        models.of(filing.revision()).forms().forEach(form -> store.delete(filing.id(), form.id()));
    }
}
