package cn.baosong.filing;

import cn.baosong.check.Finding;
import cn.baosong.common.Problem;
import cn.baosong.engine.FlowMigration;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.engine.Step;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.SetAsideTable;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormValidator.Mode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries a report that is not yet submitted over to a newer revision of its scheme: its pin, its process and what is typed
 * into it, together or not at all. A report that waits for anybody but its enterprise is never touched. Who may ask for it
 * is for the caller to hold.
 */
@Component
public class FilingCarryOver {

    private final FilingRepository repository;
    private final SetAsideTable asides;
    private final CarriedDrafts drafts;
    private final FilingDrafts typed;
    private final FilingModels models;
    private final FilingScenes scenes;
    private final FilingChecks checks;
    private final SchemeRevisions revisions;
    private final FlowMigration flow;
    private final Clock clock;

    FilingCarryOver(
            FilingRepository repository,
            SetAsideTable asides,
            CarriedDrafts drafts,
            FilingDrafts typed,
            FilingModels models,
            FilingScenes scenes,
            FilingChecks checks,
            SchemeRevisions revisions,
            FlowMigration flow,
            Clock clock) {
        this.repository = repository;
        this.asides = asides;
        this.drafts = drafts;
        this.typed = typed;
        this.models = models;
        this.scenes = scenes;
        this.checks = checks;
        this.revisions = revisions;
        this.flow = flow;
        this.clock = clock;
    }

    /** What has become of a report. */
    public enum State {
        CARRIED,
        /** It was pinned to this revision, or a newer one, already. */
        UP_TO_DATE,
        /** It is under review, frozen or accepted by now. */
        NOT_WITH_THE_ENTERPRISE
    }

    /**
     * @param aside values that have no place in the forms any more
     * @param problems of values, by form, that these forms refuse and those before did not
     * @param findings of the check table that the one before did not have
     */
    public record Outcome(
            State state, List<SetAside> aside, Map<String, List<FieldProblem>> problems, List<Finding> findings) {

        static Outcome of(State state) {
            return new Outcome(state, List.of(), Map.of(), List.of());
        }

        /** @return how many values are refused */
        public int refused() {
            return problems.values().stream().mapToInt(List::size).sum();
        }
    }

    /**
     * @param id of the report
     * @param target id of the revision
     * @throws Problem {@code filing.error.not-found}; {@code filing.revision.error.too-early} where the revision does not
     *     hold for its period; as {@link FlowMigration#carry} where its process cannot follow
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome carry(Step step, UUID id, UUID target) {
        var filing = repository.lock(id).orElseThrow(() -> new Problem("filing.error.not-found"));
        var to = revisions.byId(target);
        if (revisions.byId(filing.revision()).number() >= to.number()) {
            return Outcome.of(State.UP_TO_DATE);
        }
        if (!filing.status().editable()) {
            return Outcome.of(State.NOT_WITH_THE_ENTERPRISE);
        }
        requireHolding(filing, to);
        var outcome = look(filing, target);
        flow.carry(filing.processInstance(), FilingProcess.FILL_REPORT, to);
        repository.repin(step, id, target);
        asides.carried(step, id, filing.revision(), target, clock.instant());
        drafts.carry(filing, models.of(target));
        return outcome;
    }

    private static void requireHolding(Filing filing, SchemeRevision to) {
        if (!to.scheme().equals(filing.scheme())) {
            throw new IllegalStateException("a revision of another scheme");
        }
        if (to.holdsFrom() != null && filing.month().isBefore(to.holdsFrom())) {
            throw new Problem(
                    "filing.revision.error.too-early",
                    String.valueOf(to.number()),
                    to.holdsFrom().toString());
        }
    }

    /** What would become of a report that is with its enterprise; writes nothing. */
    @Transactional(readOnly = true)
    public Outcome look(UUID id, UUID target) {
        return repository
                .find(id)
                .filter(filing -> filing.status().editable())
                .map(filing -> look(filing, target))
                .orElse(Outcome.of(State.NOT_WITH_THE_ENTERPRISE));
    }

    private Outcome look(Filing filing, UUID target) {
        var parted = drafts.part(filing, models.of(target));
        var before = checks.judge(scenes.of(filing), typed.all(filing), Mode.SAVE);
        var after = checks.judge(scenes.of(filing.under(target)), parted.kept(), Mode.SAVE);
        var said = before.findings().stream().map(Finding::rule).collect(Collectors.toSet());
        return new Outcome(
                State.CARRIED,
                parted.aside(),
                after.problems().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                form -> fresh(form.getValue(), before.problems().get(form.getKey())))),
                after.findings().stream()
                        .filter(finding -> !said.contains(finding.rule()))
                        .toList());
    }

    private static List<FieldProblem> fresh(List<FieldProblem> now, List<FieldProblem> before) {
        var said = before == null ? Set.<FieldProblem>of() : Set.copyOf(before);
        return now.stream().filter(problem -> !said.contains(problem)).toList();
    }
}
