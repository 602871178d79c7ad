package cn.baosong.filing.revision;

import cn.baosong.check.DecisionTable;
import cn.baosong.check.RememberedDecision;
import cn.baosong.common.feel.Feel;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.filing.FilingModels;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.PeriodKind;
import cn.baosong.filing.revision.FormPreview.Sheet;
import cn.baosong.form.Bilingual;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormParser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Forms of any revision to be tried by the process owner who drew them. Nothing that is typed comes here to stay. */
@Service
@PreAuthorize("hasRole('PROCESS_OWNER')")
public class FormPreviews {

    private static final int PERIODS = 12;

    private final SchemeRevisions revisions;
    private final FilingModels models;
    private final FilingViews views;
    private final Feel feel;
    private final Expressions expressions;
    private final Clock clock;

    FormPreviews(
            SchemeRevisions revisions,
            FilingModels models,
            FilingViews views,
            Feel feel,
            Expressions expressions,
            Clock clock) {
        this.revisions = revisions;
        this.models = models;
        this.views = views;
        this.feel = feel;
        this.expressions = expressions;
        this.clock = clock;
    }

    /** @return empty where the scheme has no such revision, or that has no forms */
    public Optional<FormPreview> of(String scheme, int number) {
        return revisions.all(scheme).stream()
                .filter(revision ->
                        revision.number() == number && !revision.forms().isEmpty())
                .map(revision ->
                        kind(revision).map(kind -> report(revision, kind)).orElseGet(() -> plain(revision)))
                .findFirst();
    }

    private static Optional<PeriodKind> kind(SchemeRevision revision) {
        return revision.setting(FilingProcess.PERIOD_KIND).flatMap(PeriodKind::of);
    }

    private FormPreview report(SchemeRevision revision, PeriodKind kind) {
        var model = models.of(revision.id());
        return new FormPreview(
                revision,
                model.forms().stream()
                        .map(form -> new Sheet(form, model.titles().get(form.id())))
                        .toList(),
                model.checks().required(),
                kind);
    }

    private FormPreview plain(SchemeRevision revision) {
        var sheets = revision.forms().keySet().stream()
                .sorted()
                .map(id -> new Sheet(FormParser.parse(revisions.form(revision, id)), new Bilingual(id, null)))
                .toList();
        return new FormPreview(revision, sheets, Set.of(), null);
    }

    /** @return first months of the periods that are over, the newest first; none where the scheme has no periods */
    public List<YearMonth> periods(FormPreview preview) {
        var kind = preview.kind();
        return kind == null
                ? List.of()
                : Stream.iterate(kind.current(YearMonth.now(clock)), kind::previous)
                        .limit(PERIODS)
                        .toList();
    }

    /**
     * @param period null where the scheme has no periods
     * @param enterprise what was typed into the form that describes the enterprise, flat by path
     * @return what the form sees beside its own values; no report stands before it
     */
    public FormContext context(FormPreview preview, Sheet sheet, YearMonth period, Map<String, Object> enterprise) {
        return period == null
                ? new FormContext(
                        expressions, Map.of("today", LocalDate.now(clock)), decisions(preview.revision(), sheet))
                : views.blankContext(preview.revision().id(), period, sheet.form(), enterprise);
    }

    private Map<String, Function<Map<String, Object>, Object>> decisions(SchemeRevision revision, Sheet sheet) {
        var decisions = new HashMap<String, Function<Map<String, Object>, Object>>();
        sheet.form()
                .all()
                .filter(Computed.class::isInstance)
                .map(Computed.class::cast)
                .map(Computed::decision)
                .filter(Objects::nonNull)
                .filter(revision.decisions()::containsKey)
                .distinct()
                .forEach(id -> decisions.put(id, decided(revision, id)));
        return decisions;
    }

    private Function<Map<String, Object>, Object> decided(SchemeRevision revision, String id) {
        var decision = new RememberedDecision(DecisionTable.parse(revisions.decision(revision, id), id, feel));
        return values -> decision.evaluate(values).values().stream().findFirst().orElse(null);
    }
}
