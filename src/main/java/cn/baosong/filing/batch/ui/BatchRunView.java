package cn.baosong.filing.batch.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.When;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.batch.BatchContext;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.review.Reviews;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import cn.baosong.upload.ui.RunPage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** One workbook of reports on its way. */
@Route("reports/batch/:run")
@RolesAllowed("REVIEWER")
class BatchRunView extends RunPage {

    private final transient BatchReports batches;
    private final transient ReportNames names;
    private final transient Reviews reviews;

    BatchRunView(BatchReports batches, ReportNames names, Reviews reviews) {
        super(batches, BatchReports.WORDS, BatchView.class);
        this.batches = batches;
        this.names = names;
        this.reviews = reviews;
    }

    @Override
    protected String line(UploadedRun run) {
        return getTranslation(
                BatchReports.WORDS + "line",
                names.of(BatchContext.of(run).task(), getLocale()),
                When.exact(run.uploadedAt()));
    }

    @Override
    protected Optional<Component> remark(UploadedRun run) {
        var advised = batches.advised();
        return run.rows() > advised
                ? Optional.of(new Callout(Callout.Kind.WARN, getTranslation("filing.batch.many", run.rows(), advised)))
                : Optional.empty();
    }

    /** A report that waits elsewhere is read there. */
    @Override
    protected Optional<Component> made(UploadedRow row) {
        return Optional.ofNullable(row.subject())
                .filter(report -> reviews.waitingFor(report).isPresent())
                .map(report -> new Anchor("reviews/filing/" + report, getTranslation("filing.batch.open")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.batch.title");
    }
}
