package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Problem;
import cn.baosong.common.WithinTransaction;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.seal.SealRequest;
import cn.baosong.filing.seal.Seals;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewChain;
import cn.baosong.review.ReviewRecord;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of the model {@code monthly-report} do. Each takes the step that asks for it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FilingSteps {

    private final FilingRepository repository;
    private final FilingDrafts drafts;
    private final FilingChecks checks;
    private final KeyFields keyFields;
    private final SealedContent content;
    private final Seals seals;
    private final Enterprises enterprises;
    private final Facts facts;
    private final ReviewRecord reviews;
    private final ReviewChain chain;
    private final FilingNotices notices;
    private final CurrentUser user;
    private final Clock clock;
    private final WithinTransaction<UUID, FilingCheck> checked = new WithinTransaction<>();

    FilingSteps(
            FilingRepository repository,
            FilingDrafts drafts,
            FilingChecks checks,
            KeyFields keyFields,
            SealedContent content,
            Seals seals,
            Enterprises enterprises,
            Facts facts,
            ReviewRecord reviews,
            ReviewChain chain,
            FilingNotices notices,
            CurrentUser user,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.checks = checks;
        this.keyFields = keyFields;
        this.content = content;
        this.seals = seals;
        this.enterprises = enterprises;
        this.facts = facts;
        this.reviews = reviews;
        this.chain = chain;
        this.notices = notices;
        this.user = user;
        this.clock = clock;
    }

    /** @return whether a key field in the draft differs from what is in force */
    public boolean keyFieldsChanged(Step step) {
        return keyFields.changed(locked(step));
    }

    /** @return whether what lies in the drafts may be submitted */
    public boolean check(Step step) {
        var filing = locked(step);
        var check = checks.check(filing, drafts.all(filing), Mode.SUBMIT);
        return checked.remember(filing.id(), check).passed();
    }

    /**
     * Seals exactly what was checked. What the check found in this very transaction still holds, for nobody writes into a
     * draft without the lock on its report; otherwise, whatever the model says, it is checked here. A disabled enterprise
     * files nothing (ADM-04), and its row is held before the head of its chain, as by an administrator who files for it.
     */
    public void seal(Step step) {
        var filing = locked(step);
        var check = checked.find(filing.id()).orElseGet(() -> checks.check(filing, drafts.all(filing), Mode.SUBMIT));
        if (!check.passed() || keyFieldsChanged(step)) {
            throw new Problem("filing.error.check");
        }
        enterprises.holdSetDesk(filing.enterprise());
        var seal = seals.seal(
                step,
                new SealRequest(
                        filing.id(),
                        filing.enterprise(),
                        content.of(filing, check),
                        user.find().map(SignedIn::accountId).orElseGet(() -> FilingOnBehalf.filer(step))));
        repository.submit(step, filing.id(), check, seal.number(), clock.instant());
    }

    /** Demands that a reviewer accepted it where the chain may end, or skipped what is above where the scheme ends so. */
    public void accept(Step step) {
        var filing = locked(step);
        var verdict = verdict(filing, Decision.ACCEPTED);
        if (!chain.mayEndAt(verdict.desk(), step) && !chain.mayEndBySkip(verdict, step)) {
            throw new IllegalStateException("the review ended before its chain did");
        }
        repository.accept(step, filing.id(), clock.instant());
        facts.record(filing);
        drafts.forget(filing);
    }

    public void sendBack(Step step) {
        var filing = locked(step);
        repository.sendBack(
                step, filing.id(), verdict(filing, Decision.RETURNED).reason(), clock.instant());
    }

    /** 撤销: only while no reviewer has acted (HIS-10, CON-05). */
    public void withdraw(Step step) {
        var filing = locked(step);
        if (decided(filing).isPresent()) {
            throw new IllegalStateException("a reviewer has acted, so the report cannot be withdrawn");
        }
        repository.withdraw(step, filing.id(), clock.instant());
    }

    /** Tells the enterprise by the ways the model names. */
    public void tell(Step step) {
        notices.tell(step, locked(step));
    }

    /** The newest decision, which must be the one the model acts on and younger than the submission. */
    private ReviewAction verdict(Filing filing, Decision expected) {
        var last = decided(filing).orElseThrow(() -> new IllegalStateException("nobody has reviewed the report"));
        if (last.decision() != expected) {
            throw new IllegalStateException("the reviewers did not decide " + expected);
        }
        return last;
    }

    private Optional<ReviewAction> decided(Filing filing) {
        return reviews.decidedSince(filing.id(), FilingSubjects.KIND, filing.submittedAt());
    }

    private Filing locked(Step step) {
        var filing = repository
                .lock(step.subject())
                .orElseThrow(() -> new IllegalStateException("no report has the business key of the process"));
        if (!filing.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the report");
        }
        return filing;
    }
}
