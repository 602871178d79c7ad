package cn.baosong.filing.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.FileDownload;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.filing.tasks.FiledReport;
import cn.baosong.filing.tasks.FiledReports;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
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
import java.util.stream.Stream;

/** 填报数据查询: what my enterprise filed, to be read and exported, by report, by form, or all that are shown (SUR-23, 24). */
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
                .filter(report -> named(report, wanted))
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
                        getTranslation("filing.filed.forms"),
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
                TaskTable.said(report.period()),
                forms(report, locale));
    }

    /** Each form by its name, which leads to its content, with an export of its own. */
    private Component forms(FiledReport report, Locale locale) {
        var filing = report.filing();
        var forms = new UnorderedList();
        forms.addClassName("filed-forms");
        for (var form : report.forms()) {
            var name = new Anchor("/" + FilingPages.view(filing.task(), form.id()), form.title());
            name.setId("form-" + filing.task().anchor() + "-" + form.id());
            var export = new SheetDownload(
                    "export-" + filing.task().anchor() + "-" + form.id(),
                    getTranslation("filing.filed.export"),
                    reports.fileName(filing, form, locale),
                    out -> reports.write(filing.id(), form.id(), locale, out));
            export.getElement().setAttribute("aria-label", getTranslation("filing.filed.export-form", form.title()));
            forms.add(new ListItem(name, new Span(" "), export));
        }
        return forms;
    }

    /** @param wanted part of the name of the report or of one of its forms, in lower case */
    private static boolean named(FiledReport report, String wanted) {
        return Stream.concat(Stream.of(report.name()), report.forms().stream().map(FiledReport.Form::title))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.filed.title");
    }
}
