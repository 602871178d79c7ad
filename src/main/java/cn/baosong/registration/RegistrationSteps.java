package cn.baosong.registration;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.WithinTransaction;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.EnterpriseAdmission;
import cn.baosong.enterprise.EnterpriseName;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.form.Draft;
import cn.baosong.form.DraftStore;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.organization.Desks;
import cn.baosong.registration.repository.RegistrationRepository;
import cn.baosong.registration.repository.RegistrationRepository.Submission;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewChain;
import cn.baosong.review.ReviewRecord;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of the model {@code enterprise-registration} do. Each takes the step that asks for it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RegistrationSteps {

    private final RegistrationRepository repository;
    private final RegistrationChecks checks;
    private final RegistrationModels models;
    private final DraftStore drafts;
    private final Enterprises enterprises;
    private final Accounts accounts;
    private final ReviewRecord reviews;
    private final ReviewChain chain;
    private final Desks desks;
    private final RegistrationNotices notices;
    private final Clock clock;
    private final WithinTransaction<UUID, RegistrationCheck> checked = new WithinTransaction<>();

    RegistrationSteps(
            RegistrationRepository repository,
            RegistrationChecks checks,
            RegistrationModels models,
            DraftStore drafts,
            Enterprises enterprises,
            Accounts accounts,
            ReviewRecord reviews,
            ReviewChain chain,
            Desks desks,
            RegistrationNotices notices,
            Clock clock) {
        this.repository = repository;
        this.checks = checks;
        this.models = models;
        this.drafts = drafts;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.reviews = reviews;
        this.chain = chain;
        this.desks = desks;
        this.notices = notices;
        this.clock = clock;
    }

    /** @return whether what lies in the draft may be submitted */
    public boolean check(Step step) {
        var registration = withFreeLoginName(locked(step));
        var check = checks.check(registration, draft(registration), Mode.SUBMIT);
        return checked.remember(registration.id(), check).passed();
    }

    /**
     * Keeps exactly what was checked. What the check found in this very transaction still holds, for nobody writes into a
     * draft without the lock on its registration; otherwise, whatever the model says, it is checked here.
     */
    public void submit(Step step) {
        var registration = locked(step);
        var check = checked.find(registration.id())
                .orElseGet(() -> checks.check(registration, draft(registration), Mode.SUBMIT));
        if (!check.passed()) {
            throw new Problem("registration.error.check");
        }
        var values = check.values();
        var name = (String) values.get("name");
        repository.submit(
                step,
                registration.id(),
                new Submission(
                        name,
                        EnterpriseName.key(name),
                        UnifiedSocialCreditCode.normalize((String) values.get("code")),
                        (String) values.get("region"),
                        values),
                clock.instant());
    }

    /** Makes the enterprise, and the account where there was none. Demands that a reviewer accepted it. */
    public void approve(Step step) {
        var registration = locked(step);
        var verdict = verdict(registration, Decision.ACCEPTED);
        if (!chain.mayEndAt(verdict.desk(), step)) {
            throw new IllegalStateException("the review ended before its chain did");
        }
        var account = registration.account() == null ? accountOfPhone(registration) : registration.account();
        accounts.grantRole(account, Role.ENTERPRISE);
        var directDesk = desks.direct(registration.region()).id();
        var enterprise = enterprises.admit(
                step, new EnterpriseAdmission(account, registration.phone(), directDesk, registration.content()));
        repository.approve(step, registration.id(), enterprise.id(), clock.instant());
        forgetDraft(registration);
    }

    public void sendBack(Step step) {
        var registration = locked(step);
        var verdict = verdict(registration, Decision.RETURNED);
        repository.sendBack(step, registration.id(), verdict.reason(), clock.instant());
        withFreeLoginName(registration);
    }

    public void cancel(Step step) {
        var registration = locked(step);
        repository.cancel(step, registration.id(), clock.instant());
        forgetDraft(registration);
    }

    /** Tells whom the model names, by the ways it names (REG-11, 12, 39; CON-01). */
    public void tell(Step step) {
        notices.tell(step, locked(step));
    }

    /** The new account; or one the phone has got meanwhile: it was proved for both, so both are the same person's. */
    private UUID accountOfPhone(Registration registration) {
        var account = accounts.findByPhone(registration.phone())
                .map(Account::id)
                .orElseGet(() -> newAccount(registration).id());
        repository.setAccount(registration.id(), account);
        return account;
    }

    private Account newAccount(Registration registration) {
        if (loginNameGone(registration)) {
            throw new Problem("registration.error.login-name-gone", registration.loginName());
        }
        return accounts.createWithRandomPassword(
                        registration.loginName(), registration.phone(), registration.name(), Set.of(), Texts.CHINESE)
                .account();
    }

    /** Takes a user ID back that somebody else has got since it was wished for, so that another can be chosen. */
    private Registration withFreeLoginName(Registration registration) {
        if (!loginNameGone(registration)) {
            return registration;
        }
        repository.setLoginName(registration.id(), null);
        return repository.find(registration.id()).orElseThrow();
    }

    private boolean loginNameGone(Registration registration) {
        return registration.account() == null
                && registration.loginName() != null
                && accounts.findByLoginName(registration.loginName())
                        .filter(other -> !registration.phone().equals(other.phone()))
                        .isPresent();
    }

    private void forgetDraft(Registration registration) {
        drafts.delete(
                registration.id(), models.of(registration.revision()).form().id());
    }

    /** The newest decision, which must be the one the model acts on and younger than the submission. */
    private ReviewAction verdict(Registration registration, Decision expected) {
        var last = reviews.decidedSince(registration.id(), RegistrationSubjects.KIND, registration.submittedAt())
                .orElseThrow(() -> new IllegalStateException("nobody has reviewed the registration"));
        if (last.decision() != expected) {
            throw new IllegalStateException("the reviewers did not decide " + expected);
        }
        return last;
    }

    private Map<String, Object> draft(Registration registration) {
        return drafts.load(
                        registration.id(),
                        models.of(registration.revision()).form().id())
                .map(Draft::values)
                .orElse(Map.of());
    }

    private Registration locked(Step step) {
        var registration = repository
                .lock(step.subject())
                .orElseThrow(() -> new IllegalStateException("no registration has the business key of the process"));
        if (!registration.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the registration");
        }
        return registration;
    }
}
