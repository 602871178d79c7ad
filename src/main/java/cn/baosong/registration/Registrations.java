package cn.baosong.registration;

import cn.baosong.account.AccountRules;
import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Problem;
import cn.baosong.engine.Flow;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.form.Draft;
import cn.baosong.form.DraftStore;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.registration.repository.RegistrationRepository;
import cn.baosong.registration.repository.RegistrationRepository.StepTaken;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.ReviewRecord;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The enterprise's side of registration: open, fill in, submit, cancel (REG-01 to 13, 26 to 37). */
@Service
@PreAuthorize("hasAnyRole('ENTERPRISE', 'APPLICANT')")
public class Registrations {

    private final RegistrationRepository repository;
    private final RegistrationModels models;
    private final RegistrationChecks checks;
    private final DraftStore drafts;
    private final Enterprises enterprises;
    private final Accounts accounts;
    private final CurrentUser user;
    private final ReviewRecord reviews;
    private final Desks desks;
    private final Flow flow;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Registrations(
            RegistrationRepository repository,
            RegistrationModels models,
            RegistrationChecks checks,
            DraftStore drafts,
            Enterprises enterprises,
            Accounts accounts,
            CurrentUser user,
            ReviewRecord reviews,
            Desks desks,
            Flow flow,
            Clock clock,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.models = models;
        this.checks = checks;
        this.drafts = drafts;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.user = user;
        this.reviews = reviews;
        this.desks = desks;
        this.flow = flow;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @return my registration, whatever has become of it, unless I cancelled it */
    public Optional<Registration> mine() {
        var me = user.require();
        return (me.accountId() == null ? repository.openOfPhone(me.phone()) : repository.openOfAccount(me.accountId()))
                .filter(found -> belongs(found, me));
    }

    /** Opens my registration; the one that is open already where there is one (REG-07). */
    public Registration open() {
        var standing = mine();
        if (standing.isPresent()) {
            return standing.get();
        }
        try {
            return transaction.execute(status -> begin(user.require()));
        } catch (DuplicateKeyException twice) {
            return mine().orElseThrow(() -> new Problem("registration.error.phone-taken"));
        }
    }

    private Registration begin(SignedIn me) {
        if (me.accountId() == null) {
            // The phone of an account is one for one; this one may be taken over with an account at this moment.
            repository.hold(List.of("phone:" + me.phone()));
        }
        if (enterprises.phoneTaken(me.phone())) {
            throw new Problem("registration.error.phone-taken");
        }
        if (me.accountId() == null && accounts.findByPhone(me.phone()).isPresent()) {
            throw new Problem("registration.error.phone-of-account");
        }
        var id = UUID.randomUUID();
        var revision = models.newest();
        var registration = new Registration(
                id,
                me.accountId(),
                null,
                me.phone(),
                RegistrationStatus.EDITING,
                revision.id(),
                flow.start(revision, id),
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                clock.instant(),
                null,
                null);
        repository.insert(registration);
        drafts.patch(id, form(registration).id(), Map.of("mobile", me.phone()));
        return registration;
    }

    public FormDefinition form(Registration registration) {
        return models.of(registration.revision()).form();
    }

    public FormContext context(Registration registration) {
        return checks.context(registration.revision());
    }

    /** @return what was typed so far */
    public Draft draft(UUID id) {
        var registration = owned(id);
        return drafts.load(id, form(registration).id())
                .orElseGet(() -> new Draft(Map.of(), 0, registration.createdAt()));
    }

    /** Keeps what was typed, only what changed, so that two open tabs do not undo each other's fields. */
    @Transactional
    public Draft.Saved keep(UUID id, Map<String, Object> changed) {
        var registration = ownedAndLocked(id);
        requireEditable(registration);
        return drafts.patch(id, form(registration).id(), changed);
    }

    /**
     * Keeps what was typed as {@link #keep(UUID, Map)} does, and overwrites nothing another window saved meanwhile.
     *
     * @param basis the draft as the window last knew it
     */
    @Transactional
    public Draft.Merged keep(UUID id, Map<String, Object> changed, Draft basis) {
        var registration = ownedAndLocked(id);
        requireEditable(registration);
        return drafts.patch(id, form(registration).id(), changed, basis);
    }

    /** 暂存: checks what has been filled in (REG-09, 35). Nothing is moved. */
    public RegistrationCheck checkDraft(UUID id) {
        var registration = owned(id);
        return checks.check(registration, draft(id).values(), Mode.SAVE);
    }

    /**
     * 提交审核 (REG-10). The engine checks in its own step; what fails comes back and the registration stays where it is.
     *
     * @return what the checks say; passed means it now waits for review
     */
    public RegistrationCheck submit(UUID id) {
        var now = transaction.execute(status -> {
            requireEditable(ownedAndLocked(id));
            flow.completeStep(id, RegistrationProcess.FILL_REGISTRATION, Map.of());
            return ownedAndLocked(id);
        });
        return now.status() == RegistrationStatus.UNDER_REVIEW || now.status() == RegistrationStatus.APPROVED
                ? new RegistrationCheck(now.content(), List.of(), List.of())
                : checks.check(now, draft(id).values(), Mode.SUBMIT);
    }

    /** 取消: gives the registration up, at any moment before it is approved. Phone, name and code are free again. */
    @Transactional
    public void cancel(UUID id) {
        var registration = ownedAndLocked(id);
        if (registration.status().next().isEmpty()) {
            throw new Problem("registration.error.closed");
        }
        flow.send(RegistrationProcess.CANCEL_REGISTRATION, id);
    }

    /** The user ID wished for, where the account is made with the approval (REG-01). */
    @Transactional
    public void wishLoginName(UUID id, String loginName) {
        var registration = ownedAndLocked(id);
        requireEditable(registration);
        if (registration.account() != null) {
            throw new Problem("registration.error.closed");
        }
        AccountRules.loginName(loginName).ifPresent(wrong -> {
            throw wrong;
        });
        if (accounts.findByLoginName(loginName).isPresent() || repository.loginNameTaken(id, loginName)) {
            throw new Problem("account.error.login-name.taken");
        }
        try {
            repository.setLoginName(id, loginName);
        } catch (DuplicateKeyException takenMeanwhile) {
            throw new Problem("account.error.login-name.taken");
        }
    }

    /** @return whether it is done without an account, which is then made with the approval (CON-09) */
    public boolean withoutAccount(Registration registration) {
        return user.require().accountId() == null && (registration == null || registration.account() == null);
    }

    /** @return whether the phone I proved has a registration that belongs to an account: another phone is needed (REG-08) */
    public boolean madeByAnother(Registration registration) {
        return user.require().accountId() == null && registration.account() != null;
    }

    /** @return name of the desk it waits at; empty while it waits nowhere */
    public Optional<String> waitsAt(UUID id) {
        return reviews.waiting(owned(id).id())
                .map(ReviewItem::desk)
                .flatMap(desks::find)
                .map(Desk::name);
    }

    /** @return what reviewers decided, oldest first */
    public List<ReviewAction> reviewed(UUID id) {
        return reviews.actions(owned(id).id());
    }

    /** @return every status it took after it was opened */
    public List<StepTaken> steps(UUID id) {
        return repository.steps(owned(id).id());
    }

    private Registration owned(UUID id) {
        return mineOnly(repository.find(id));
    }

    private Registration ownedAndLocked(UUID id) {
        return mineOnly(repository.lock(id));
    }

    /** A foreign id is answered like one that does not exist. */
    private Registration mineOnly(Optional<Registration> registration) {
        var me = user.require();
        return registration
                .filter(found -> belongs(found, me))
                .orElseThrow(() -> new Problem("registration.error.not-found"));
    }

    /** Who proved a phone sees what was begun without an account, also once the approval has made one. */
    private static boolean belongs(Registration found, SignedIn me) {
        return me.accountId() == null
                ? found.phone().equals(me.phone()) && (found.account() == null || found.loginName() != null)
                : me.accountId().equals(found.account());
    }

    private static void requireEditable(Registration registration) {
        if (!registration.status().editable()) {
            throw new Problem("registration.error.not-editable");
        }
    }
}
