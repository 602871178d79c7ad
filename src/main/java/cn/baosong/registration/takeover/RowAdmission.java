package cn.baosong.registration.takeover;

import cn.baosong.account.Account;
import cn.baosong.account.AccountRules;
import cn.baosong.account.Accounts;
import cn.baosong.account.FieldProblems;
import cn.baosong.account.Role;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.Failures;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.EnterpriseAdmission;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.organization.Desks;
import cn.baosong.registration.RegistrationCheck;
import cn.baosong.registration.RegistrationChecks;
import cn.baosong.registration.repository.RegistrationRepository;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.RunSteps;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one row over, account and enterprise, or says all that stands against it. */
@Component
class RowAdmission {

    private static final String SCALE = "scale";
    private static final String NO_SCALE = "none";
    private static final String EMAIL = "email";

    /** Where the fields of an account stand in the sheet. */
    private static final Map<String, String> ACCOUNT_COLUMNS =
            Map.of("loginName", TakeoverColumns.LOGIN_NAME, "phone", TakeoverColumns.PHONE, "email", EMAIL);

    private final RunSteps runs;
    private final RegistrationChecks checks;
    private final RegistrationRepository registrations;
    private final TakeoverColumns columns;
    private final Accounts accounts;
    private final Enterprises enterprises;
    private final Desks desks;
    private final TransactionTemplate one;

    RowAdmission(
            RunSteps runs,
            RegistrationChecks checks,
            RegistrationRepository registrations,
            TakeoverColumns columns,
            Accounts accounts,
            Enterprises enterprises,
            Desks desks,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.checks = checks;
        this.registrations = registrations;
        this.columns = columns;
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.desks = desks;
        this.one = new TransactionTemplate(transactions);
        // What one row did is undone without the others.
        one.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    UploadedRow decide(Step step, UploadedRun run, TakeoverContext context, Candidate candidate) {
        var problems = candidate.problems();
        try {
            return one.execute(status -> {
                var row = already(candidate)
                        ? candidate.row().already(List.of())
                        : admitted(step, context, candidate)
                                .map(candidate.row()::done)
                                .orElseGet(() -> candidate.row().refused(problems.all()));
                if (row.status() != RowStatus.DONE) {
                    // The account was only asked for to say all problems at once.
                    status.setRollbackOnly();
                }
                return row;
            });
        } catch (FieldProblems wrong) {
            wrong.byField().forEach((field, problem) -> problems.add(ACCOUNT_COLUMNS.get(field), problem));
        } catch (DataIntegrityViolationException takenMeanwhile) {
            problems.add(null, new Problem("registration.takeover.error.meanwhile"));
        } catch (RuntimeException failure) {
            if (Failures.passing(failure)) {
                throw failure;
            }
            problems.addAll(List.of(runs.unexpected(run, candidate.row(), failure)));
        }
        return candidate.row().refused(problems.all());
    }

    /** @return id of the enterprise; empty where something speaks against it, which stands in the problems then */
    private Optional<UUID> admitted(Step step, TakeoverContext context, Candidate candidate) {
        var problems = candidate.problems();
        var check = check(context, candidate);
        var desk = desk(check, problems);
        var account = account(candidate, check);
        if (problems.any()) {
            return Optional.empty();
        }
        var profile = new LinkedHashMap<>(check.values());
        profile.putIfAbsent(SCALE, NO_SCALE);
        return Optional.of(enterprises
                .admit(step, new EnterpriseAdmission(account.id(), account.phone(), desk, profile))
                .id());
    }

    /** The same user ID with the same enterprise: this row, or its like, was taken over before. */
    private boolean already(Candidate candidate) {
        return candidate.code() != null
                && candidate.loginName() != null
                && enterprises
                        .ofCode(candidate.code())
                        .flatMap(enterprise -> accounts.find(enterprise.account()))
                        .filter(account -> account.loginName().equalsIgnoreCase(candidate.loginName()))
                        .isPresent();
    }

    private RegistrationCheck check(TakeoverContext context, Candidate candidate) {
        var problems = candidate.problems();
        for (var key : TakeoverColumns.REQUIRED) {
            if (!candidate.row().cells().containsKey(key)) {
                problems.add(
                        key,
                        new Problem(
                                "registration.takeover.error.missing",
                                columns.title(context.revision(), key, Texts.CHINESE)));
            }
        }
        var check = checks.checkKnown(context.revision(), candidate.values());
        check.problems().forEach(problems::add);
        var phone = candidate.phone();
        if (phone != null
                && AccountRules.phone(phone).isEmpty()
                && (enterprises.phoneTaken(phone)
                        || registrations.openOfPhone(phone).isPresent())) {
            problems.add(TakeoverColumns.PHONE, new Problem("registration.error.phone-taken"));
        }
        return check;
    }

    private UUID desk(RegistrationCheck check, RowProblems problems) {
        if (!(check.values().get(TakeoverColumns.REGION) instanceof String region)) {
            return null;
        }
        try {
            return desks.direct(region).id();
        } catch (Problem noDesk) {
            problems.add(TakeoverColumns.REGION, noDesk);
            return null;
        }
    }

    private Account account(Candidate candidate, RegistrationCheck check) {
        var email = check.values().get(EMAIL) instanceof String address
                        && AccountRules.email(address).isEmpty()
                ? address
                : null;
        return accounts.takeOver(
                candidate.loginName(),
                candidate.phone(),
                email,
                (String) check.values().get(TakeoverColumns.NAME),
                Set.of(Role.ENTERPRISE),
                Texts.CHINESE);
    }
}
