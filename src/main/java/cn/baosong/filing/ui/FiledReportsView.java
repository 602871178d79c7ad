package cn.baosong.filing.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.FileDownload;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.filing.tasks.FiledReport;
import cn.baosong.filing.tasks.FiledReports;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** 填报数据查询: what my enterprise filed, to be read and exported, one by one or all that are shown (SUR-23, 24). */
@Route("tasks/filed")
@RolesAllowed("ENTERPRISE")
class FiledReportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FiledReports reports;
    private final Select<String> period = new Select<>();
    private final TextField name = new TextField();
    private final Div list = new Div();
    private transient List<FiledReport> all = List.of();

    FiledReportsView(FiledReports reports) {
        this.reports = reports;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        all = reports.all(getLocale());
        period.setId("period");
        period.setLabel(getTranslation("filing.tasks.period"));
        period.setItems(all.stream().map(FiledReport::period).distinct().toList());
        period.setEmptySelectionAllowed(true);
        period.setEmptySelectionCaption(getTranslation("filing.tasks.all"));
        period.setItemLabelGenerator(item -> item == null ? getTranslation("filing.tasks.all") : item);
        period.addValueChangeListener(change -> show());
        name.setId("name");
        name.setLabel(getTranslation("filing.filed.name"));
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> show());
        var filters = new Div(period, name);
        filters.addClassName("filters");
        add(new PageHeader(getPageTitle(), getTranslation("filing.filed.sentence")), new Card("", filters, list));
        show();
    }

    private void show() {
        list.removeAll();
        var wanted = name.getValue().strip().toLowerCase(Locale.ROOT);
        var shown = all.stream()
                .filter(report -> period.getValue() == null || period.getValue().equals(report.period()))
                .filter(report -> report.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (shown.isEmpty()) {
            list.add(
                    new EmptyState("…", getTranslation("filing.filed.none"), getTranslation("filing.filed.none.text")));
            return;
        }
        var locale = getLocale();
        var ids = shown.stream().map(report -> report.filing().id()).toList();
        list.add(new FileDownload(
                "export-all",
                getTranslation("filing.filed.export-all", ids.size()),
                getTranslation("filing.filed.title") + ".zip",
                "application/zip",
                out -> reports.zip(ids, locale, out)));
        var table = new TaskTable(
                "filed",
                List.of(
                        getTranslation("filing.filed.name"),
                        getTranslation("filing.tasks.period"),
                        getTranslation("filing.tasks.actions")));
        shown.forEach(report -> row(table, report, locale));
        list.add(table);
    }

    private void row(TaskTable table, FiledReport report, Locale locale) {
        var filing = report.filing();
        var page = "/" + FilingPages.view(filing.task());
        var view = new Anchor(page, getTranslation("filing.filed.view"));
        var export = new SheetDownload(
                "export-" + filing.task().anchor(),
                getTranslation("filing.filed.export"),
                reports.fileName(filing, locale),
                out -> reports.write(filing.id(), locale, out));
        table.row(
                "filed-" + filing.task().anchor(),
                new Anchor(page, report.name()),
                List.of(view, export),
                TaskTable.said(report.period()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.filed.title");
    }
}
