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
import cn.baosong.filing.ReportNames;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskTitles;
import cn.baosong.organization.Desks;
import cn.baosong.upload.RowProblem;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides the line of one enterprise, under the lock of the enterprise's row; see {@link Enterprises#holdSetDesk}. */
@Component
class BatchDecision {

    private final FilingOnBehalf reports;
    private final ReportNames names;
    private final Accounts accounts;
    private final Enterprises enterprises;
    private final Desks desks;
    private final DeskTitles titles;
    private final Notifier notifier;
    private final CodeLists codes;
    private final Texts texts;

    BatchDecision(
            FilingOnBehalf reports,
            ReportNames names,
            Accounts accounts,
            Enterprises enterprises,
            Desks desks,
            DeskTitles titles,
            Notifier notifier,
            CodeLists codes,
            Texts texts) {
        this.reports = reports;
        this.names = names;
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
    UploadedRow decide(Step step, UploadedRun run, UploadedRow row, Notice notice) {
        if (!row.problems().isEmpty()) {
            return row.refused(row.problems());
        }
        var context = BatchContext.of(run);
        // Nobody makes others wait for an enterprise that is not his: asked before it is locked, and again then.
        var managed = accounts.findByLoginName(row.loginName())
                .flatMap(account -> enterprises.ofAccount(account.id()))
                .filter(enterprise -> manages(run, enterprise))
                .map(enterprise -> enterprises.lock(enterprise.id()))
                .filter(enterprise -> manages(run, enterprise));
        if (managed.isEmpty()) {
            return refused(
                    context, row, BatchSheets.USER_ID, new Problem("filing.batch.error.not-yours", row.loginName()));
        }
        var enterprise = managed.get();
        if (!row.name().isEmpty() && !EnterpriseName.key(row.name()).equals(EnterpriseName.key(enterprise.name()))) {
            return refused(
                    context, row, BatchSheets.NAME, new Problem("filing.batch.error.other-name", enterprise.name()));
        }
        if (!enterprise.active()) {
            return refused(context, row, BatchSheets.USER_ID, new Problem("filing.batch.error.disabled"));
        }
        if (!reports.asked(enterprise.id(), context.task())) {
            return refused(context, row, BatchSheets.USER_ID, new Problem("filing.batch.error.not-applied"));
        }
        var standing = reports.standing(enterprise.id(), context.task());
        if (standing.isPresent()) {
            return begun(row, standing.get().method());
        }
        return file(step, run, context, row, enterprise, notice);
    }

    private UploadedRow file(
            Step step, UploadedRun run, BatchContext context, UploadedRow row, Enterprise enterprise, Notice notice) {
        var basis = reports.basis(enterprise.id(), context.task());
        var values = new BatchValues(basis, row, context.places(), codes, texts);
        var check = reports.check(basis, values.given());
        var against = values.against(check);
        if (!against.isEmpty()) {
            return row.refused(against);
        }
        var filed = reports.file(step, basis, values.given(), check, values.explanation(), run.uploader());
        if (!notice.ways().isEmpty()) {
            notifier.tell(
                    enterprise.account(),
                    notice.ways(),
                    notice.template(),
                    "/" + context.task().address(),
                    enterprise.name(),
                    names.of(context.task()),
                    titles.heldBy(run.uploader()));
        }
        return row.done(filed.id());
    }

    /** @return whether its report would go, today, to a desk of who uploaded or to one below */
    private boolean manages(UploadedRun run, Enterprise enterprise) {
        var held = desks.heldBy(run.uploader()).stream().map(Desk::id).collect(Collectors.toSet());
        var desk = Optional.of(enterprises.directDesk(enterprise));
        while (desk.isPresent() && !held.contains(desk.get().id())) {
            desk = desks.superior(desk.get().id());
        }
        return desk.isPresent();
    }

    private UploadedRow begun(UploadedRow row, FilingMethod method) {
        var why = new Problem(
                method == FilingMethod.BATCH ? "filing.batch.error.filed-by-other" : "filing.batch.error.begun");
        return row.already(List.of(RowProblem.of("", why, texts)));
    }

    private UploadedRow refused(BatchContext context, UploadedRow row, String column, Problem why) {
        return row.refused(
                List.of(RowProblem.of(context.places().at(BatchSheets.MAIN, column, row.number()), why, texts)));
    }
}
