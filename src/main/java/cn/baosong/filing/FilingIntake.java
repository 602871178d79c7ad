package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.form.DraftStore;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the values of a whole report at once: all of them, or none (IMP-01 to 06). What the checks say is known before
 * anything is written, and before a report that was not begun is opened.
 */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
public class FilingIntake {

    private final FilingRepository repository;
    private final FilingChecks checks;
    private final FilingDrafts drafts;
    private final FilingBeginnings beginnings;
    private final DraftStore store;
    private final Prefill prefill;
    private final Periods periods;
    private final Filings filings;
    private final Enterprises enterprises;
    private final CurrentUser user;
    private final TransactionTemplate transaction;

    FilingIntake(
            FilingRepository repository,
            FilingChecks checks,
            FilingDrafts drafts,
            FilingBeginnings beginnings,
            DraftStore store,
            Prefill prefill,
            Periods periods,
            Filings filings,
            Enterprises enterprises,
            CurrentUser user,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.checks = checks;
        this.drafts = drafts;
        this.beginnings = beginnings;
        this.store = store;
        this.prefill = prefill;
        this.periods = periods;
        this.filings = filings;
        this.enterprises = enterprises;
        this.user = user;
        this.transaction = transaction;
    }

    /**
     * A report as it stands, or as it would begin.
     *
     * @param standing whether it was begun
     * @param forms in the order of the steps; the first describes the enterprise
     * @param contexts what each form sees, by id
     * @param values by form, flat by path: what lies in the drafts, or would
     */
    public record Basis(
            Filing filing,
            boolean standing,
            List<FormDefinition> forms,
            Map<String, FormContext> contexts,
            Map<String, Map<String, Object>> values) {}

    /** @param taken whether the values were written; where not, nothing was */
    public record Outcome(Filing filing, boolean taken, FilingCheck check) {}

    /**
     * Writes nothing.
     *
     * @throws Problem {@code filing.error.no-period}, {@code filing.error.closed}, {@code filing.error.inactive},
     *     {@code filing.error.not-applied}, {@code filing.error.not-editable}
     */
    public Basis basis(ReportTask task) {
        periods.requireOpen(task);
        var standing = filings.mine(task);
        standing.ifPresent(FilingIntake::requireEditable);
        var filing = standing.orElseGet(() -> notBegun(task));
        var values = standing.map(drafts::all).orElseGet(() -> prefill.of(filing));
        return beginnings.basis(filing, standing.isPresent(), values);
    }

    private Filing notBegun(ReportTask task) {
        var enterprise = enterprises
                .ofAccount(user.requireAccount())
                .orElseThrow(() -> new Problem("filing.error.no-enterprise"));
        filings.requireFileable(task);
        return beginnings.notBegun(enterprise.id(), task, FilingMethod.IMPORT);
    }

    /**
     * Puts values into the drafts of a report and opens it where none was begun, if what the checks say of the
     * whole is good enough.
     *
     * @param given by form: raw values by path, null empties
     * @param goodEnough asked before the report is begun, and again under the report's lock
     */
    public Outcome take(ReportTask task, Map<String, Map<String, Object>> given, Predicate<FilingCheck> goodEnough) {
        var basis = basis(task);
        var check = checks.check(basis.filing(), FilingBeginnings.merged(basis.values(), given), Mode.SUBMIT);
        if (!goodEnough.test(check)) {
            return new Outcome(basis.filing(), false, check);
        }
        try {
            return whole(task, given, goodEnough);
        } catch (DuplicateKeyException begunMeanwhile) {
            return whole(task, given, goodEnough);
        }
    }

    /** Beginning and writing are one transaction: where the second look refuses, the month is not begun either. */
    private Outcome whole(ReportTask task, Map<String, Map<String, Object>> given, Predicate<FilingCheck> goodEnough) {
        return transaction.execute(status -> {
            var id = filings.mine(task).orElseGet(() -> filings.begin(task)).id();
            var outcome = write(id, given, goodEnough);
            if (!outcome.taken()) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private Outcome write(UUID id, Map<String, Map<String, Object>> given, Predicate<FilingCheck> goodEnough) {
        var filing = repository.lock(id).orElseThrow(() -> new Problem("filing.error.not-found"));
        requireEditable(filing);
        periods.requireOpen(filing.task());
        var check = checks.check(filing, FilingBeginnings.merged(drafts.all(filing), given), Mode.SUBMIT);
        if (!goodEnough.test(check)) {
            return new Outcome(filing, false, check);
        }
        given.forEach((form, values) -> {
            var read = check.values().getOrDefault(form, Map.of());
            var patch = new LinkedHashMap<String, Object>();
            values.keySet().forEach(path -> patch.put(path, read.get(path)));
            store.patch(id, form, patch);
        });
        repository.setMethod(id, FilingMethod.IMPORT.name());
        return new Outcome(repository.find(id).orElseThrow(), true, check);
    }

    private static void requireEditable(Filing filing) {
        if (!filing.status().editable()) {
            throw new Problem("filing.error.not-editable");
        }
    }
}
