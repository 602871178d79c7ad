package cn.baosong.filing.batch;

import cn.baosong.account.Accounts;
import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.EnterpriseName;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.FilingMethod;
import cn.baosong.filing.FilingOnBehalf;
import cn.baosong.filing.batch.repository.BatchRepository;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskTitles;
import cn.baosong.organization.Desks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides the line of one enterprise, under the lock of the enterprise's row. */
@Component
class BatchDecision {

    private final BatchRepository repository;
    private final FilingOnBehalf reports;
    private final Accounts accounts;
    private final Enterprises enterprises;
    private final Desks desks;
    private final DeskTitles titles;
    private final Notifier notifier;
    private final CodeLists codes;
    private final Texts texts;

    BatchDecision(
            BatchRepository repository,
            FilingOnBehalf reports,
            Accounts accounts,
            Enterprises enterprises,
            Desks desks,
            DeskTitles titles,
            Notifier notifier,
            CodeLists codes,
            Texts texts) {
        this.repository = repository;
        this.reports = reports;
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.desks = desks;
        this.titles = titles;
        this.notifier = notifier;
        this.codes = codes;
        this.texts = texts;
    }

    /** How the enterprise is told, as the model says. */
    record Notice(String template, Set<Way> ways) {}

    /**
     * Files, or says why not, in the transaction around it.
     *
     * @throws Problem where something spoke against it only while it was filed; all is to be undone
     */
    BatchRow decide(Step step, BatchRun run, BatchRow row, Notice notice) {
        if (!row.problems().isEmpty()) {
            return row.kept(BatchStatus.REFUSED, row.problems());
        }
        var managed = managed(run, row);
        if (managed.isEmpty()) {
            return refused(run, row, BatchSheets.USER_ID, new Problem("filing.batch.error.not-yours", row.loginName()));
        }
        var enterprise = enterprises.lock(managed.get().id());
        if (!row.name().isEmpty() && !EnterpriseName.key(row.name()).equals(EnterpriseName.key(enterprise.name()))) {
            return refused(run, row, BatchSheets.NAME, new Problem("filing.batch.error.other-name", enterprise.name()));
        }
        if (!enterprise.active()) {
            return refused(run, row, BatchSheets.USER_ID, new Problem("filing.batch.error.disabled"));
        }
        var standing = reports.standing(enterprise.id(), run.month());
        if (standing.isPresent()) {
            return begun(row, standing.get().method());
        }
        return file(step, run, row, enterprise, notice);
    }

    private BatchRow file(Step step, BatchRun run, BatchRow row, Enterprise enterprise, Notice notice) {
        var basis = reports.basis(enterprise.id(), run.month());
        var values = new BatchValues(basis, row, run.places(), codes, texts);
        var check = reports.check(basis, values.given());
        var against = values.against(check);
        if (!against.isEmpty()) {
            return row.kept(BatchStatus.REFUSED, against);
        }
        var filed = reports.file(step, basis, values.given(), check, values.explanation(), run.uploader());
        if (!notice.ways().isEmpty()) {
            notifier.tell(
                    enterprise.account(),
                    notice.ways(),
                    notice.template(),
                    "/reports/" + run.month(),
                    enterprise.name(),
                    run.month().toString(),
                    titles.heldBy(run.uploader()));
        }
        return row.filed(filed.id());
    }

    /** @return the enterprise if it is, today, at or below a desk of who uploaded */
    private Optional<Enterprise> managed(BatchRun run, BatchRow row) {
        var held = desks.heldBy(run.uploader()).stream().map(Desk::id).toList();
        return accounts.findByLoginName(row.loginName())
                .flatMap(account -> enterprises.ofAccount(account.id()))
                .filter(enterprise -> repository.manages(held, enterprise.id()));
    }

    BatchRow begun(BatchRow row, FilingMethod method) {
        return row.kept(
                BatchStatus.BEGUN,
                List.of(said(
                        "",
                        new Problem(
                                method == FilingMethod.BATCH
                                        ? "filing.batch.error.filed-by-other"
                                        : "filing.batch.error.begun"))));
    }

    BatchRow refused(BatchRun run, BatchRow row, String column, Problem why) {
        return row.kept(
                BatchStatus.REFUSED,
                List.of(said(column == null ? "" : run.places().at(BatchSheets.MAIN, column, row.number()), why)));
    }

    private BatchProblem said(String place, Problem why) {
        return new BatchProblem(place, texts.get(Texts.CHINESE, why), texts.get(Texts.ENGLISH, why));
    }
}
