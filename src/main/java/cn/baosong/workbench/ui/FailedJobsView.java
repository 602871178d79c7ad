package cn.baosong.workbench.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.PagedGrid;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.When;
import cn.baosong.engine.FailedJobs.FailedJob;
import cn.baosong.engine.ModelLabels;
import cn.baosong.workbench.InstanceDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** 失败作业: work the engine has given up, of all processes, with its cause; ticked ones are tried again. */
@Route("failed-jobs")
@RolesAllowed({"PROCESS_OWNER", "OPERATOR"})
class FailedJobsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String TITLE = "workbench.jobs";

    private final transient InstanceDesk desk;
    private final transient ModelLabels labels;
    private final transient Texts texts;

    FailedJobsView(InstanceDesk desk, ModelLabels labels, Texts texts) {
        this.desk = desk;
        this.labels = labels;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
    }

    private void build() {
        removeAll();
        var count = desk.failedCount();
        var refresh = new Button(getTranslation("workbench.jobs.refresh"), click -> build());
        refresh.setId("refresh");
        add(new PageHeader(
                getPageTitle(), getTranslation("workbench.jobs.sentence"), refresh, new HelpLink(HelpLink.WORKBENCH)));
        if (count == 0) {
            add(new EmptyState("✓", getTranslation("workbench.jobs.none"), getTranslation("workbench.jobs.none.text")));
            return;
        }
        var grid = new PagedGrid<FailedJob>("jobs", count, desk::failed, desk::failedCount);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addComponentColumn(this::cell)
                .setHeader(getTranslation("workbench.jobs.where"))
                .setFlexGrow(2);
        PhoneColumns.hide(List.of(
                grid.addColumn(this::cause)
                        .setHeader(getTranslation("workbench.jobs.cause"))
                        .setFlexGrow(3),
                grid.addColumn(FailedJobsView::failedAt)
                        .setHeader(getTranslation("workbench.jobs.at"))
                        .setAutoWidth(true)
                        .setFlexGrow(0)));
        var retry = new Button(
                getTranslation("workbench.jobs.retry.ticked"),
                click -> retry(
                        grid.getSelectedItems().stream().map(FailedJob::id).toList()));
        retry.setId("retry");
        retry.setEnabled(false);
        retry.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        grid.addSelectionListener(
                selection -> retry.setEnabled(!selection.getAllSelectedItems().isEmpty()));
        var actions = new Div(retry);
        actions.addClassName("card-actions");
        add(grid, actions);
    }

    private Component cell(FailedJob job) {
        var name = labels.of(job.definition(), job.key(), getLocale());
        var step = labels.of(job.definition(), job.activity(), getLocale());
        var line = List.of(failedAt(job), cause(job)).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        Div cell;
        if (job.instance() == null) {
            var detail = new Span(line);
            detail.addClassName("cell-detail");
            cell = new Div(new Span(name), detail);
        } else {
            cell = PhoneColumns.cell(name, line, () -> getUI().ifPresent(
                            ui -> ui.navigate(InstanceView.class, InstanceView.of(job.instance()))));
        }
        var second = new Span(getTranslation("workbench.jobs.step", step, job.version())
                + (job.suspended() ? getTranslation("workbench.jobs.suspended") : ""));
        second.addClassName("cell-second");
        cell.add(second);
        return cell;
    }

    private String cause(FailedJob job) {
        return JobCause.of(job, texts, getLocale());
    }

    private static String failedAt(FailedJob job) {
        return job.failedAt() == null ? "" : When.exact(job.failedAt());
    }

    private void retry(List<String> jobs) {
        try {
            Notices.done(getTranslation("workbench.jobs.retried", desk.retry(jobs)));
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
        build();
    }

    @Override
    public String getPageTitle() {
        return getTranslation(TITLE);
    }
}
