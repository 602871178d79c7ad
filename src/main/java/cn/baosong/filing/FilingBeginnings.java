package cn.baosong.filing;

import cn.baosong.form.FormContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A report as it would begin, before anything of it is written. */
@Component
class FilingBeginnings {

    private final FilingModels models;
    private final FilingScenes scenes;
    private final Periods periods;
    private final Clock clock;

    FilingBeginnings(FilingModels models, FilingScenes scenes, Periods periods, Clock clock) {
        this.models = models;
        this.scenes = scenes;
        this.periods = periods;
        this.clock = clock;
    }

    /** @return a report with an id and no process; it stands nowhere */
    Filing notBegun(UUID enterprise, ReportTask task, FilingMethod method) {
        return new Filing(
                UUID.randomUUID(),
                task.scheme(),
                task.month(),
                enterprise,
                models.newest(task.scheme(), task.month()).id(),
                null,
                FilingStatus.EDITING,
                method,
                task.month().isBefore(periods.current(task.scheme())),
                Map.of(),
                List.of(),
                null,
                0,
                null,
                clock.instant(),
                null,
                null);
    }

    /** @param values by form, flat by path: what lies in the drafts, or would */
    FilingIntake.Basis basis(Filing filing, boolean standing, Map<String, Map<String, Object>> values) {
        var scene = scenes.of(filing);
        var described = values.getOrDefault(scene.model().enterpriseForm().id(), Map.of());
        var contexts = new LinkedHashMap<String, FormContext>();
        scene.model().forms().forEach(form -> contexts.put(form.id(), scene.context(form, described)));
        return new FilingIntake.Basis(filing, standing, scene.model().forms(), contexts, values);
    }

    /** @return what stands, with what is given put over it */
    static Map<String, Map<String, Object>> merged(
            Map<String, Map<String, Object>> standing, Map<String, Map<String, Object>> given) {
        var all = new LinkedHashMap<>(standing);
        given.forEach((form, values) -> {
            var merged = new LinkedHashMap<>(standing.getOrDefault(form, Map.of()));
            merged.putAll(values);
            all.put(form, merged);
        });
        return all;
    }
}
