package cn.baosong.filing.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.filing.FilingVersions;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.VersionChange;
import cn.baosong.filing.seal.Seal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between two sealed versions of one of my reports: {@code ?from=1&to=2}, the newest two where nothing is said. */
@Route("reports/:month/versions")
@RouteAlias(FilingPages.ANY + "/versions")
@RolesAllowed("ENTERPRISE")
class VersionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Filings filings;
    private final transient FilingVersions versions;
    private final transient Schemes schemes;
    private final transient ReportNames names;
    private ReportTask task;

    VersionsView(Filings filings, FilingVersions versions, Schemes schemes, ReportNames names) {
        this.filings = filings;
        this.versions = versions;
        this.schemes = schemes;
        this.names = names;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        task = FilingPages.task(event.getRouteParameters(), schemes).orElseThrow(NotFoundException::new);
        var filing = filings.mine(task).orElseThrow(NotFoundException::new);
        var sealed = versions.of(filing.id());
        add(new PageHeader(
                getPageTitle(), "", new Anchor("/" + FilingPages.view(task), getTranslation("filing.versions.back"))));
        if (sealed.size() < 2) {
            add(new EmptyState(
                    "…", getTranslation("filing.versions.one.title"), getTranslation("filing.versions.one.text")));
            return;
        }
        var query = event.getLocation().getQueryParameters();
        var to = number(query, "to", sealed, sealed.size());
        var from = number(query, "from", sealed, Math.max(1, to - 1));
        add(new Card("", choice(sealed, from, to), changes(versions.difference(filing.id(), from, to, getLocale()))));
    }

    private static int number(QueryParameters query, String name, List<Seal> sealed, int otherwise) {
        var text = query.getSingleParameter(name).orElse("");
        return sealed.stream()
                .map(Seal::number)
                .filter(number -> Integer.toString(number).equals(text))
                .findFirst()
                .orElse(otherwise);
    }

    private Component choice(List<Seal> sealed, int from, int to) {
        var before = select("from", sealed, from);
        var after = select("to", sealed, to);
        before.addValueChangeListener(change -> show(change.getValue(), to));
        after.addValueChangeListener(change -> show(from, change.getValue()));
        var filters = new Div(before, after);
        filters.addClassName("filters");
        return filters;
    }

    private Select<Integer> select(String id, List<Seal> sealed, int chosen) {
        var select = new Select<Integer>();
        select.setId(id);
        select.setLabel(getTranslation("filing.versions." + id));
        var times = new LinkedHashMap<Integer, String>();
        sealed.forEach(seal -> times.put(seal.number(), When.exact(seal.sealedAt())));
        select.setItems(times.keySet());
        select.setItemLabelGenerator(number -> getTranslation("filing.detail.version", number, times.get(number)));
        select.setValue(chosen);
        select.setWidth("260px");
        return select;
    }

    private void show(int from, int to) {
        getUI().ifPresent(ui -> ui.navigate(
                FilingPages.versions(task),
                QueryParameters.simple(Map.of("from", Integer.toString(from), "to", Integer.toString(to)))));
    }

    private Component changes(List<VersionChange> changes) {
        if (changes.isEmpty()) {
            return new EmptyState(
                    "=", getTranslation("filing.versions.same.title"), getTranslation("filing.versions.same.text"));
        }
        var table = new NativeTable();
        table.setId("changes");
        var head = table.getHead().addRow();
        for (var column : List.of("form", "field", "before", "after")) {
            head.add(new NativeTableHeaderCell(getTranslation("filing.versions." + column)));
        }
        for (var change : changes) {
            var now = new NativeTableCell(change.after());
            now.addClassName("changed");
            table.getBody()
                    .addRow()
                    .add(
                            new NativeTableCell(change.form()),
                            new NativeTableHeaderCell(change.field()),
                            new NativeTableCell(change.before()),
                            now);
        }
        var around = new Div(table);
        around.addClassNames("form-table", "version-changes");
        return around;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.versions.title", names.of(task, getLocale()));
    }
}
