package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.check.Severity;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.When;
import cn.baosong.engine.Flow;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.ExplanationRepository;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.filing.repository.SetAsideTable;
import cn.baosong.form.Draft;
import cn.baosong.form.DraftStore;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewProcess;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Screening;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The enterprise's side of a report: open, fill in, submit, withdraw (MON-06 to 53, HIS-02 to 10, CHG-01, 02). */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
public class Filings {

    /** The scheme of the pages that serve one scheme alone: 月报. */
    public static final String SCHEME = FilingProcess.MONTHLY_REPORT;

    private final FilingRepository repository;
    private final FilingModels models;
    private final FilingChecks checks;
    private final FilingDrafts drafts;
    private final DraftStore store;
    private final CarriedDrafts carried;
    private final SetAsideTable asides;
    private final Prefill prefill;
    private final KeyFields keyFields;
    private final KeyFieldChangeRepository changes;
    private final ExplanationRepository explanations;
    private final Periods periods;
    private final TaskApplications applications;
    private final Enterprises enterprises;
    private final ReviewRecord reviews;
    private final Desks desks;
    private final CurrentUser user;
    private final Flow flow;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Filings(
            FilingRepository repository,
            FilingModels models,
            FilingChecks checks,
            FilingDrafts drafts,
            DraftStore store,
            CarriedDrafts carried,
            SetAsideTable asides,
            Prefill prefill,
            KeyFields keyFields,
            KeyFieldChangeRepository changes,
            ExplanationRepository explanations,
            Periods periods,
            TaskApplications applications,
            Enterprises enterprises,
            ReviewRecord reviews,
            Desks desks,
            CurrentUser user,
            Flow flow,
            Clock clock,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.models = models;
        this.checks = checks;
        this.drafts = drafts;
        this.store = store;
        this.carried = carried;
        this.asides = asides;
        this.prefill = prefill;
        this.keyFields = keyFields;
        this.changes = changes;
        this.explanations = explanations;
        this.periods = periods;
        this.applications = applications;
        this.enterprises = enterprises;
        this.reviews = reviews;
        this.desks = desks;
        this.user = user;
        this.flow = flow;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @return my report, empty where it was not begun (未填报) */
    public Optional<Filing> mine(ReportTask task) {
        return repository.find(task.scheme(), task.month(), enterprise().id());
    }

    /** @return my reports of a scheme from {@code first} to {@code last}, both included, the newest first */
    public List<Filing> mine(String scheme, YearMonth first, YearMonth last) {
        return repository.between(scheme, enterprise().id(), first, last);
    }

    /**
     * Opens my report (当期报送, 补报); the one that stands where there is one.
     *
     * @throws Problem {@code filing.error.no-period}, {@code filing.error.closed}, {@code filing.error.inactive},
     *     {@code filing.error.not-applied}
     */
    public Filing open(ReportTask task) {
        var standing = mine(task);
        if (standing.isPresent()) {
            return standing.get();
        }
        try {
            return transaction.execute(status -> begin(task));
        } catch (DuplicateKeyException twice) {
            return mine(task).orElseThrow(() -> new Problem("filing.error.not-found"));
        }
    }

    /**
     * Demands that the report could be begun now; begins none.
     *
     * @throws Problem as {@link #open}
     */
    public void requireFileable(ReportTask task) {
        periods.requireOpen(task);
        if (!enterprise().active()) {
            throw new Problem("filing.error.inactive");
        }
        applications.requireAsked(task);
    }

    /**
     * Begins my report in the transaction around it.
     *
     * @throws DuplicateKeyException where another one began it in the same moment
     */
    Filing begin(ReportTask task) {
        requireFileable(task);
        var enterprise = enterprise();
        var id = UUID.randomUUID();
        var revision = models.newest(task.scheme(), task.month());
        var filing = new Filing(
                id,
                task.scheme(),
                task.month(),
                enterprise.id(),
                revision.id(),
                flow.start(revision, id),
                FilingStatus.EDITING,
                FilingMethod.ONLINE,
                task.month().isBefore(periods.current(task.scheme())),
                Map.of(),
                List.of(),
                null,
                0,
                null,
                clock.instant(),
                null,
                null);
        repository.insert(filing);
        drafts.begin(filing, prefill.of(filing));
        return filing;
    }

    /** Keeps what was typed into one form, only what changed. */
    @Transactional
    public Draft.Saved keep(UUID id, String form, Map<String, Object> changed) {
        var filing = editable(id);
        if (carried.putAside(filing, form, changed)) {
            return new Draft.Saved(0, clock.instant());
        }
        requireForm(filing, form);
        return store.patch(id, form, carried.known(filing, form, changed));
    }

    /**
     * Keeps what one of several windows typed, and overwrites nothing it has not seen.
     *
     * @param basis the draft as the window last knew it
     */
    @Transactional
    public Draft.Merged keep(UUID id, String form, Map<String, Object> changed, Draft basis) {
        var filing = editable(id);
        if (carried.putAside(filing, form, changed)) {
            return new Draft.Merged(basis, Map.of(), Map.of());
        }
        requireForm(filing, form);
        return store.patch(id, form, carried.known(filing, form, changed), basis);
    }

    /** What the check says of everything typed so far. Nothing is moved. */
    @Transactional(readOnly = true)
    public FilingCheck check(UUID id, Mode mode) {
        var filing = owned(id);
        return checks.check(filing, drafts.all(filing), mode);
    }

    /** @return key fields typed that differ from those in force: a confirmation and a freeze come first (CHG-01) */
    public Map<String, Object> changedKeyFields(UUID id) {
        return keyFields.difference(owned(id)).proposed();
    }

    /**
     * Says why a figure is right although a rule warns; empty takes an explanation back.
     *
     * @throws Problem {@code filing.error.explanation.*} where it says nothing
     */
    @Transactional
    public void explain(UUID id, String rule, String text) {
        var filing = editable(id);
        if (text == null || text.isBlank()) {
            explanations.remove(id, rule);
            return;
        }
        var finding = checks.check(filing, drafts.all(filing), Mode.SUBMIT).findings().stream()
                .filter(found -> found.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new Problem("filing.error.explanation.not-needed"));
        var messages = finding.messageEn() == null
                ? List.of(finding.message())
                : List.of(finding.message(), finding.messageEn());
        explanations.put(id, rule, Explanation.checked(text, messages), clock.instant());
    }

    /** @return the newest change of key fields my report was frozen for, whatever became of it (CHG-03 to 05) */
    public Optional<KeyFieldChange> change(UUID id) {
        return changes.newest(owned(id).id());
    }

    /** @return what I typed and the forms no longer ask for, since the report was carried over to newer ones */
    public List<SetAside> setAside(UUID id) {
        return asides.of(owned(id).id());
    }

    /** @return what was said to the same rules before, by rule */
    public Map<String, String> suggestedExplanations(UUID id) {
        owned(id);
        return explanations.suggested(id);
    }

    /**
     * 上报 (MON-27, 52). The engine checks in its own step; what fails comes back and the report stays where it is.
     *
     * @return what the checks say; passed means it now waits for review
     * @throws Problem {@code filing.error.key-fields-first} where a changed key field was not confirmed
     */
    public FilingCheck submit(UUID id) {
        var now = transaction.execute(status -> {
            var filing = editable(id);
            if (keyFields.changed(filing)) {
                throw new Problem("filing.error.key-fields-first");
            }
            if (filing.method() == FilingMethod.BATCH) {
                // What an administrator once filed is the enterprise's own now.
                repository.setMethod(id, FilingMethod.ONLINE.name());
            }
            flow.completeStep(id, FilingProcess.FILL_REPORT, Map.of());
            return repository.lock(id).orElseThrow();
        });
        return now.status().editable()
                ? checks.check(now, drafts.all(now), Mode.SUBMIT)
                : new FilingCheck(now.values(), Map.of(), now.findings(), now.screening() != Screening.NOT_COMPARABLE);
    }

    /**
     * Confirms changed key fields: the report is frozen until they are decided (CHG-02).
     *
     * @throws Problem where none was changed, one is wrong or taken, or another month waits already
     */
    @Transactional
    public void freeze(UUID id) {
        var filing = editable(id);
        var changed = keyFields.difference(filing);
        if (!changed.any()) {
            throw new Problem("filing.error.no-key-field-changed");
        }
        requireRight(filing, changed.proposed().keySet());
        flow.completeStep(id, FilingProcess.FILL_REPORT, Map.of());
    }

    /** What a form says of a changed key field, or a mandatory check, is mended before a desk is asked. */
    private void requireRight(Filing filing, Set<String> changed) {
        var model = models.of(filing.revision());
        var check = checks.check(filing, drafts.all(filing), Mode.SAVE);
        var refused = check.problemsOf(model.enterpriseForm().id()).stream()
                .anyMatch(problem -> changed.contains(problem.path()));
        var violated = check.findings().stream()
                .filter(finding -> finding.severity() == Severity.MANDATORY)
                .flatMap(finding -> finding.fields().stream())
                .anyMatch(changed::contains);
        if (refused || violated) {
            throw new Problem("filing.error.key-field-wrong");
        }
    }

    /**
     * 撤销, 取消上报, while no reviewer has acted and the period is not closed (HIS-05, 10; SUR-18).
     *
     * @throws Problem {@code filing.error.closed}; {@code not-waiting}, and {@code acted} with who and when, as the scheme words it
     */
    @Transactional
    public void withdraw(UUID id) {
        var filing = ownedAndLocked(id);
        var wording = models.of(filing.revision()).withdrawal();
        if (filing.status() != FilingStatus.UNDER_REVIEW) {
            throw new Problem(wording.key("not-waiting"));
        }
        periods.requireOpen(filing.task());
        acted(filing).ifPresent(action -> {
            throw new Problem(wording.key("acted"), action.deskName(), When.exact(action.at()));
        });
        flow.send(ReviewProcess.WITHDRAW, id);
    }

    /** @return whether it may still be withdrawn */
    public boolean withdrawable(Filing filing) {
        return filing.status() == FilingStatus.UNDER_REVIEW
                && acted(filing).isEmpty()
                && periods.find(filing.task())
                        .filter(period -> !period.closed(periods.today()))
                        .isPresent();
    }

    /** @return the newest act of a reviewer since the report was submitted */
    private Optional<ReviewAction> acted(Filing filing) {
        return reviews.decidedSince(filing.id(), FilingSubjects.KIND, filing.submittedAt());
    }

    /** @return name of the desk it waits at; empty while it waits nowhere */
    public Optional<String> waitsAt(UUID id) {
        return reviews.waiting(owned(id).id())
                .flatMap(item -> desks.find(item.desk()))
                .map(Desk::name);
    }

    /** @return my report; a foreign id is answered like one that does not exist */
    public Filing get(UUID id) {
        return owned(id);
    }

    private Filing editable(UUID id) {
        var filing = ownedAndLocked(id);
        if (!filing.status().editable()) {
            throw new Problem("filing.error.not-editable");
        }
        periods.requireOpen(filing.task());
        return filing;
    }

    private void requireForm(Filing filing, String form) {
        if (models.of(filing.revision()).form(form).isEmpty()) {
            throw new Problem("filing.error.not-found");
        }
    }

    private Enterprise enterprise() {
        return enterprises
                .ofAccount(user.requireAccount())
                .orElseThrow(() -> new Problem("filing.error.no-enterprise"));
    }

    private Filing owned(UUID id) {
        return repository.find(id, user.requireAccount()).orElseThrow(() -> new Problem("filing.error.not-found"));
    }

    private Filing ownedAndLocked(UUID id) {
        return repository.lock(id, user.requireAccount()).orElseThrow(() -> new Problem("filing.error.not-found"));
    }
}
