package cn.baosong.workbench;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.ProcessPicture;
import cn.baosong.common.ui.When;
import cn.baosong.engine.ModelLabels;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevision.Pinned;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.engine.StartupDeployer;
import cn.baosong.engine.StartupDeployer.AvailableUpdate;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A scheme in its newest revision: the diagrams, what belongs to it, and its settings. */
@Route(WorkbenchPages.HOME + "/:" + SchemesView.SCHEME + "?")
@RolesAllowed("PROCESS_OWNER")
class SchemesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String SCHEME = "scheme";

    private final transient SchemeRevisions revisions;
    private final transient StartupDeployer deployer;
    private final transient ModelLabels labels;

    SchemesView(SchemeRevisions revisions, StartupDeployer deployer, ModelLabels labels) {
        this.revisions = revisions;
        this.deployer = deployer;
        this.labels = labels;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(
                getPageTitle(),
                getTranslation("workbench.schemes.sentence"),
                new HelpLink(HelpLink.MODELING),
                new HelpLink(HelpLink.WORKBENCH)));
        var updates = deployer.updatesAvailable();
        if (!updates.isEmpty()) {
            add(new Callout(
                    Callout.Kind.INFO,
                    getTranslation(
                            "workbench.updates",
                            updates.stream().map(AvailableUpdate::file).collect(Collectors.joining(", ")))));
        }
        var schemes = revisions.newestOfEach();
        if (schemes.isEmpty()) {
            add(new EmptyState("…", getTranslation("workbench.none.title"), getTranslation("workbench.none.text")));
            return;
        }
        var wanted = event.getRouteParameters().get(SCHEME);
        var chosen = schemes.stream()
                .filter(scheme -> wanted.map(scheme.scheme()::equals)
                        .orElseGet(() -> !scheme.forms().isEmpty()))
                .findFirst()
                .or(() -> wanted.isEmpty() ? Optional.of(schemes.get(0)) : Optional.empty())
                .orElseThrow(NotFoundException::new);
        add(choice(schemes, chosen), card(chosen));
    }

    private Div choice(List<SchemeRevision> schemes, SchemeRevision chosen) {
        var scheme = new ComboBox<SchemeRevision>(getTranslation("workbench.scheme"));
        scheme.setId(SCHEME);
        scheme.setItemLabelGenerator(this::name);
        scheme.setItems(schemes);
        scheme.setValue(chosen);
        scheme.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        SchemesView.class,
                        new RouteParameters(SCHEME, change.getValue().scheme())));
            }
        });
        var filters = new Div(scheme);
        filters.addClassName("filters");
        return filters;
    }

    private String name(SchemeRevision scheme) {
        return labels.of(scheme.processDefinitionId(), scheme.scheme(), getLocale());
    }

    private Component card(SchemeRevision scheme) {
        var tabs = new TabSheet();
        tabs.setWidthFull();
        tabs.add(getTranslation("workbench.process"), diagram(scheme.processDefinitionId()));
        scheme.called().forEach((key, pinned) -> tabs.add(key, diagram(pinned.id())));
        tabs.add(getTranslation("workbench.parts"), parts(scheme));
        tabs.add(getTranslation("workbench.settings"), table(new TreeMap<>(scheme.settings())));
        return new Card(
                name(scheme) + " · " + scheme.scheme() + " · "
                        + getTranslation("workbench.revision", scheme.number(), When.exact(scheme.createdAt())),
                tabs);
    }

    private Component diagram(String definitionId) {
        return new ProcessPicture(
                getTranslation("workbench.diagram"),
                new String(revisions.process(definitionId), StandardCharsets.UTF_8));
    }

    private Component parts(SchemeRevision scheme) {
        var lines = new TreeMap<String, String>();
        add(lines, "workbench.part.process", scheme.called());
        add(lines, "workbench.part.decision", scheme.decisions());
        add(lines, "workbench.part.form", scheme.forms());
        return table(lines);
    }

    private void add(Map<String, String> lines, String kind, Map<String, Pinned> parts) {
        parts.forEach((key, pinned) ->
                lines.put(getTranslation(kind) + " · " + key, getTranslation("workbench.version", pinned.version())));
    }

    private static Component table(Map<String, String> lines) {
        var body = new NativeTableBody();
        lines.forEach((name, value) ->
                body.add(new NativeTableRow(new NativeTableHeaderCell(name), new NativeTableCell(value))));
        var table = new NativeTable(body);
        table.addClassName("plain-table");
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        return scroll;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workbench.schemes");
    }
}
