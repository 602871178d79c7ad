package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingHistory;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.FilingVersions;
import cn.baosong.filing.FilingWorkbook;
import cn.baosong.filing.Filings;
import cn.baosong.filing.HistoryLine;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.seal.Seal;
import cn.baosong.review.ui.HistoryList;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** One of my reports to be read (HIS-12): where it is, what was filed, what was said to it, its versions. */
@Route("reports/:month/view")
@RouteAlias(FilingPages.ANY + "/view")
@RolesAllowed("ENTERPRISE")
class FilingDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FilingHistory history;
    private final transient Filings filings;
    private final transient FilingVersions versions;
    private final transient FilingSheets sheets;
    private final transient FilingPosition position;
    private final transient FilingWorkbook workbook;
    private final transient Schemes schemes;
    private final transient ReportNames names;
    private final transient Texts texts;
    private ReportTask task;
    private String form = "";

    FilingDetailView(
            FilingHistory history,
            Filings filings,
            FilingVersions versions,
            FilingSheets sheets,
            FilingPosition position,
            FilingWorkbook workbook,
            Schemes schemes,
            ReportNames names,
            Texts texts) {
        this.history = history;
        this.filings = filings;
        this.versions = versions;
        this.sheets = sheets;
        this.position = position;
        this.workbook = workbook;
        this.schemes = schemes;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        task = FilingPages.task(event.getRouteParameters(), schemes).orElseThrow(NotFoundException::new);
        form = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(FilingPages.FORM)
                .orElse("");
        build();
    }

    private void build() {
        removeAll();
        var line = history.line(task).orElseThrow(NotFoundException::new);
        var back = new Anchor("/" + task.list(), getTranslation("filing.history.back"));
        var actions = new Div();
        actions.addClassName("row-actions");
        new ReportActions(filings, history, names, texts, getLocale(), this::build)
                .of(line, false)
                .forEach(actions::add);
        if (line.filing() == null) {
            add(
                    new PageHeader(getPageTitle(), "", back).badge(FilingBadge.of(null, texts, getLocale())),
                    new EmptyState(
                            "…",
                            getTranslation("filing.detail.none.title"),
                            getTranslation("filing.detail.none.text"),
                            actions),
                    position.card(task, getLocale()));
            return;
        }
        show(line, back, actions);
    }

    private void show(HistoryLine line, Component back, Div actions) {
        var filing = line.filing();
        var values = history.values(filing.id());
        var export = new SheetDownload(
                "export",
                getTranslation("filing.detail.export"),
                workbook.fileName(filing, getLocale()),
                out -> workbook.write(filing, values, getLocale(), out));
        var print = new Anchor("/" + FilingPages.print(task), getTranslation("filing.detail.print"));
        print.setId("print");
        print.setTarget(AnchorTarget.BLANK);
        print.setRouterIgnore(true);
        add(new PageHeader(getPageTitle(), sentence(filing), actions, export, print, back)
                .badge(FilingBadge.of(filing.status(), texts, getLocale())));
        callouts(line);
        var side = new Div(position.card(task, getLocale()));
        findings(filing, side);
        versions(filing, side);
        passed(filing, side);
        var columns = new Div(new Div(content(filing, values), position.pictures(filing, getLocale())), side);
        columns.addClassName("columns");
        add(columns);
    }

    /** Every form; that one alone where the address names one, with its own export (SUR-24). */
    private Component content(Filing filing, Map<String, Map<String, Object>> values) {
        var locale = getLocale();
        return sheets.sheet(filing, form, values, locale)
                .<Component>map(card -> {
                    var only = form;
                    card.trailing(new SheetDownload(
                            "export-form",
                            getTranslation("filing.detail.form.export"),
                            workbook.fileName(filing, sheets.title(filing, only, locale), locale),
                            out -> workbook.write(filing, values, only, locale, out)));
                    var all = new Anchor("/" + FilingPages.view(task), getTranslation("filing.detail.form.all"));
                    all.setId("all-forms");
                    return new Div(card, new Paragraph(all));
                })
                .orElseGet(() -> sheets.sheets(filing, values, locale));
    }

    private String sentence(Filing filing) {
        if (filing.versions() == 0) {
            return getTranslation("filing.detail.draft");
        }
        return getTranslation("filing.detail.submitted", When.exact(filing.submittedAt()), filing.versions())
                + (filing.late() ? " · " + getTranslation("filing.history.late") : "");
    }

    private void callouts(HistoryLine line) {
        var filing = line.filing();
        if (filing.status() == FilingStatus.RETURNED) {
            add(new Callout(Callout.Kind.BAD, getTranslation("filing.detail.returned", filing.returnReason())));
        } else if (filing.status() == FilingStatus.FROZEN) {
            add(new Callout(Callout.Kind.INFO, getTranslation("filing.detail.frozen")));
        } else if (filing.status() == FilingStatus.UNFROZEN) {
            add(new Callout(Callout.Kind.OK, getTranslation("filing.detail.unfrozen")));
        } else if (line.change() != null) {
            add(new Callout(
                    Callout.Kind.WARN,
                    getTranslation(
                            "filing.detail.change-returned", line.change().reason())));
        }
    }

    private void findings(Filing filing, Div side) {
        if (filing.screening() == null) {
            return;
        }
        var card = new Card(
                getTranslation("filing.history.screening"),
                new Span(getTranslation("filing.screening." + filing.screening())));
        if (!filing.findings().isEmpty()) {
            card.add(new FindingsRead(history.findings(filing.id()), texts, getLocale()));
        }
        side.add(card);
    }

    private void versions(Filing filing, Div side) {
        var sealed = versions.of(filing.id());
        if (sealed.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.setId("versions");
        list.addClassName("steps-taken");
        for (var i = sealed.size() - 1; i >= 0; i--) {
            list.add(version(sealed.get(i)));
        }
        side.add(new Card(getTranslation("filing.detail.versions"), list));
    }

    private ListItem version(Seal seal) {
        var item = new ListItem(
                new Span(getTranslation("filing.detail.version", seal.number(), When.exact(seal.sealedAt()))));
        var links = new Div(new Anchor(
                "/receipt/" + seal.subject() + "/" + seal.number(), getTranslation("filing.detail.receipt")));
        links.addClassName("row-actions");
        if (seal.number() > 1) {
            var before = seal.number() - 1;
            links.add(new Anchor(
                    "/" + FilingPages.versions(task) + "?from=" + before + "&to=" + seal.number(),
                    getTranslation("filing.detail.difference", before)));
        }
        item.add(links);
        return item;
    }

    private void passed(Filing filing, Div side) {
        var decided = history.verdicts(filing.id());
        if (!decided.isEmpty()) {
            side.add(new Card(getTranslation("review.history"), new HistoryList(decided)));
        }
        var list = new UnorderedList();
        list.setId("steps");
        list.addClassName("steps-taken");
        list.add(new ListItem(new Span(getTranslation("filing.detail.opened", When.exact(filing.openedAt())))));
        history.steps(filing.id())
                .forEach(step -> list.add(new ListItem(
                        new Span(When.exact(step.at()) + " "), FilingBadge.of(step.status(), texts, getLocale()))));
        side.add(new Card(getTranslation("filing.detail.steps"), list));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.detail.title", names.of(task, getLocale()));
    }
}
