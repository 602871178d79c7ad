package cn.baosong.filing.batch.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.excel.ui.SheetUpload;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.filing.batch.BatchRun;
import cn.baosong.filing.batch.BatchStatus;
import cn.baosong.filing.batch.BatchUpload;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;

/** 批量上报 (IMP-07, 08): the month, the template, the file, and what was sent before. */
@Route("reports/batch")
@RolesAllowed("REVIEWER")
class BatchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient BatchReports batches;
    private final transient Texts texts;
    private final ComboBox<YearMonth> month = new ComboBox<>();
    private final Div template = new Div();
    private final Div message = new Div();

    BatchView(BatchReports batches, Texts texts) {
        this.batches = batches;
        this.texts = texts;
        month.setId("month");
        month.addValueChangeListener(change -> chosen());
        template.addClassName("import-template");
        message.setId("message");
        message.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        message.removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("filing.batch.sentence")));
        var months = batches.months();
        if (months.isEmpty()) {
            add(new EmptyState(
                    "…", getTranslation("filing.import.none.title"), getTranslation("filing.import.none.text")));
        } else {
            month.setLabel(getTranslation("filing.import.month"));
            month.setItems(months);
            month.setItemLabelGenerator(YearMonth::toString);
            month.setValue(months.get(0));
            var choices = new Div(month);
            choices.addClassName("import-choices");
            add(new Card(
                    getTranslation("filing.batch.card"),
                    steps(),
                    choices,
                    template,
                    message,
                    new SheetUpload(this::received)));
        }
        add(new Card(getTranslation("filing.batch.runs"), runs(batches.runs())));
    }

    private Component steps() {
        var steps = new OrderedList();
        for (var step : List.of("template", "fill-in", "send")) {
            steps.add(new ListItem(getTranslation("filing.batch.step." + step)));
        }
        return steps;
    }

    private void chosen() {
        template.removeAll();
        message.removeAll();
        var chosen = month.getValue();
        if (chosen == null) {
            return;
        }
        var count = batches.notBegun(chosen);
        if (count == 0) {
            template.add(new Callout(Callout.Kind.INFO, getTranslation("filing.batch.all-begun", chosen.toString())));
            return;
        }
        var locale = getLocale();
        template.add(new SheetDownload(
                "template",
                getTranslation("filing.batch.template", chosen.toString(), count),
                getTranslation("filing.batch.file") + "-" + chosen,
                out -> out.write(batches.template(chosen, locale))));
        var advised = batches.advised();
        if (count > advised) {
            var many = new Callout(Callout.Kind.WARN, getTranslation("filing.batch.many", count, advised));
            many.setId("many");
            template.add(many);
        }
    }

    /** Answers on the thread of the upload; the page follows when it is told. */
    Runnable received(String fileName, InputStream in) {
        var chosen = month.getValue();
        if (chosen == null) {
            return () -> show(new Callout(Callout.Kind.BAD, getTranslation("filing.import.error.month")));
        }
        try {
            var upload = batches.upload(chosen, fileName, in, getLocale());
            return upload.taken()
                    ? () -> getUI().ifPresent(ui -> BatchRunView.open(ui, upload.run()))
                    : () -> show(refused(upload));
        } catch (Problem refused) {
            return () -> show(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
        }
    }

    private Component refused(BatchUpload upload) {
        var list = new UnorderedList();
        upload.problems()
                .forEach(problem -> list.add(new ListItem(problem.sheet()
                        + (problem.row() == 0 ? " " : "!" + problem.letter() + problem.row() + " ")
                        + problem.message(texts, getLocale()))));
        return new Callout(
                Callout.Kind.BAD,
                getTranslation(upload.more() ? "filing.batch.refused.many" : "filing.batch.refused"),
                list);
    }

    private void show(Component outcome) {
        message.removeAll();
        message.add(outcome);
    }

    private Component runs(List<BatchRun> runs) {
        if (runs.isEmpty()) {
            return new EmptyState(
                    "…", getTranslation("filing.batch.none.title"), getTranslation("filing.batch.none.text"));
        }
        var head = new NativeTableRow();
        for (var column : List.of("file", "month", "uploaded", "progress")) {
            head.add(new NativeTableHeaderCell(getTranslation("filing.batch.run." + column)));
        }
        var body = new NativeTableBody();
        for (var run : runs) {
            body.add(new NativeTableRow(
                    new NativeTableCell(
                            new RouterLink(run.fileName(), BatchRunView.class, BatchRunView.parameters(run.id()))),
                    new NativeTableCell(run.month().toString()),
                    new NativeTableCell(When.exact(run.uploadedAt())),
                    new NativeTableCell(progress(run))));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        return scroll;
    }

    private String progress(BatchRun run) {
        return run.finished()
                ? getTranslation(
                        "filing.batch.run.finished",
                        run.count(BatchStatus.FILED),
                        run.count(BatchStatus.BEGUN),
                        run.count(BatchStatus.REFUSED))
                : getTranslation("filing.batch.run.going", run.rows() - run.count(BatchStatus.PENDING), run.rows());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.batch.title");
    }
}
