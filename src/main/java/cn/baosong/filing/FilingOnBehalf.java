package cn.baosong.filing;

import cn.baosong.check.Severity;
import cn.baosong.common.Problem;
import cn.baosong.engine.Flow;
import cn.baosong.engine.Step;
import cn.baosong.filing.repository.ExplanationRepository;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.TaskApplicationTable;
import cn.baosong.form.DraftStore;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormValidator.Mode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A report begun, filled in and filed by an administrator in the enterprise's stead (IMP-07): the same forms, checks, seal
 * and process as the enterprise's own. Whose enterprise it may be is for the caller to hold, who has its row locked.
 */
@Component
public class FilingOnBehalf {

    /** Flag, text: id of the account that filed; the seal names it where nobody is signed in. */
    private static final String FILED_BY = "filedBy";

    private final FilingRepository repository;
    private final FilingModels models;
    private final FilingBeginnings beginnings;
    private final FilingScenes scenes;
    private final FilingChecks checks;
    private final FilingDrafts drafts;
    private final DraftStore store;
    private final ExplanationRepository explanations;
    private final Prefill prefill;
    private final Schemes schemes;
    private final TaskApplicationTable applications;
    private final Periods periods;
    private final Flow flow;
    private final Clock clock;

    FilingOnBehalf(
            FilingRepository repository,
            FilingModels models,
            FilingBeginnings beginnings,
            FilingScenes scenes,
            FilingChecks checks,
            FilingDrafts drafts,
            DraftStore store,
            ExplanationRepository explanations,
            Prefill prefill,
            Schemes schemes,
            TaskApplicationTable applications,
            Periods periods,
            Flow flow,
            Clock clock) {
        this.repository = repository;
        this.models = models;
        this.beginnings = beginnings;
        this.scenes = scenes;
        this.checks = checks;
        this.drafts = drafts;
        this.store = store;
        this.explanations = explanations;
        this.prefill = prefill;
        this.schemes = schemes;
        this.applications = applications;
        this.periods = periods;
        this.flow = flow;
        this.clock = clock;
    }

    /**
     * The forms of a task, for no enterprise in particular.
     *
     * @param context what expressions see: the month and today, nothing of an enterprise
     */
    public record Blank(FilingModel model, FormContext context) {}

    /** @throws Problem {@code filing.error.no-period}, {@code filing.error.closed} */
    public Blank blank(ReportTask task) {
        periods.requireOpen(task);
        var scene = scenes.blank(
                task.month(), models.newest(task.scheme(), task.month()).id());
        return new Blank(scene.model(), scene.enterpriseContext());
    }

    /**
     * @return whether the enterprise is asked for the task: everybody is, and where enterprises apply, who applied; that stands
     *     until the transaction ends
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean asked(UUID enterprise, ReportTask task) {
        return schemes.get(task.scheme()).application().isEmpty()
                || applications
                        .hold(enterprise, task.scheme())
                        .filter(from -> !task.month().isBefore(from))
                        .isPresent();
    }

    /** @return the enterprise's report, however far it is; empty where it was not begun */
    public Optional<Filing> standing(UUID enterprise, ReportTask task) {
        return repository.find(task.scheme(), task.month(), enterprise);
    }

    /**
     * @return the report as it would begin, filled with what the platform knows
     * @throws Problem as {@link #blank}
     */
    public FilingIntake.Basis basis(UUID enterprise, ReportTask task) {
        periods.requireOpen(task);
        var filing = beginnings.notBegun(enterprise, task, FilingMethod.BATCH);
        return beginnings.basis(filing, false, prefill.of(filing));
    }

    /** @param given by form: raw values by path, put over what is known; null empties */
    public FilingCheck check(FilingIntake.Basis basis, Map<String, Map<String, Object>> given) {
        return checks.check(basis.filing(), FilingBeginnings.merged(basis.values(), given), Mode.SUBMIT);
    }

    /**
     * Begins the report and files it; it then waits for its direct reviewer.
     *
     * @param check what {@link #check} said
     * @param explanation to every warning; null where there is none
     * @param by the account that files
     * @throws Problem {@code filing.error.check} where it does not pass; {@code filing.error.explanation.*} for an
     *     explanation that says nothing
     * @throws org.springframework.dao.DuplicateKeyException where it was begun in the same moment
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing file(
            Step step,
            FilingIntake.Basis basis,
            Map<String, Map<String, Object>> given,
            FilingCheck check,
            String explanation,
            UUID by) {
        var id = basis.filing().id();
        repository.insert(begun(basis.filing()));
        drafts.begin(basis.filing(), basis.values());
        given.forEach((form, values) -> {
            var read = check.values().getOrDefault(form, Map.of());
            var patch = new LinkedHashMap<String, Object>();
            values.keySet().forEach(path -> patch.put(path, read.get(path)));
            store.patch(id, form, patch);
        });
        check.findings().stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .forEach(finding -> explanations.put(
                        id, finding.rule(), Explanation.checked(explanation, messages(finding)), clock.instant()));
        flow.completeStep(id, FilingProcess.FILL_REPORT, Map.of(FILED_BY, by.toString()));
        var filed = repository.lock(id).orElseThrow();
        if (filed.status() != FilingStatus.UNDER_REVIEW) {
            throw new Problem("filing.error.check");
        }
        return filed;
    }

    private Filing begun(Filing filing) {
        var instance = flow.start(models.revision(filing.revision()), filing.id());
        return new Filing(
                filing.id(),
                filing.scheme(),
                filing.month(),
                filing.enterprise(),
                filing.revision(),
                instance,
                filing.status(),
                filing.method(),
                filing.late(),
                filing.values(),
                filing.findings(),
                filing.screening(),
                filing.versions(),
                filing.returnReason(),
                filing.openedAt(),
                filing.submittedAt(),
                filing.decidedAt());
    }

    /** @return what the rule says, in every language */
    public static List<String> messages(FilingFinding finding) {
        return Stream.of(finding.message(), finding.messageEn())
                .filter(message -> message != null)
                .toList();
    }

    /** @return the account that filed in the enterprise's stead, null where none did */
    static UUID filer(Step step) {
        return step.flag(FILED_BY) instanceof String account ? UUID.fromString(account) : null;
    }
}
