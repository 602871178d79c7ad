package cn.baosong.workbench.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.ReasonDialog;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.engine.ModelLabels;
import cn.baosong.engine.ModelVersions.Version;
import cn.baosong.engine.ProcessInstances.Search;
import cn.baosong.workbench.InstanceDesk;
import cn.baosong.workbench.ModelDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One process: the diagram with what stands where, its versions, its running instances, and what was done to them. What is
 * chosen stands in the address: {@code ?version=3&step=fill-report&failed=1&q=…}.
 */
@Route("models/:key")
@RolesAllowed("PROCESS_OWNER")
class ModelView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String VERSION = "version";
    private static final String STEP = "step";
    private static final String FAILED = "failed";
    private static final String TEXT = "q";
    private static final int LONGEST_TEXT = 64;

    private final transient ModelDesk desk;
    private final transient InstanceDesk instances;
    private final transient ModelLabels labels;
    private final transient Texts texts;
    private String title = "";

    ModelView(ModelDesk desk, InstanceDesk instances, ModelLabels labels, Texts texts) {
        this.desk = desk;
        this.instances = instances;
        this.labels = labels;
        this.texts = texts;
    }

    static RouteParameters of(String key) {
        return new RouteParameters("key", key);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElse("");
        var versions = desk.versions(key);
        if (versions.isEmpty()) {
            throw new NotFoundException();
        }
        build(key, versions, search(key, versions, event.getLocation()));
    }

    private static Search search(String key, List<Version> versions, Location location) {
        var parameters = location.getQueryParameters();
        var number = parameters.getSingleParameter(VERSION).orElse("");
        var text = parameters.getSingleParameter(TEXT).orElse("").strip();
        return new Search(
                key,
                versions.stream()
                        .map(Version::number)
                        .filter(known -> known.toString().equals(number))
                        .findFirst()
                        .orElse(null),
                parameters
                        .getSingleParameter(STEP)
                        .filter(step -> !step.isBlank())
                        .orElse(null),
                parameters.getSingleParameter(FAILED).isPresent(),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }

    private void build(String key, List<Version> versions, Search search) {
        removeAll();
        var newest = versions.get(0);
        var shown = versions.stream()
                .filter(version -> search.version() != null && version.number() == search.version())
                .findFirst()
                .orElse(newest);
        title = labels.of(newest.definition(), key, getLocale());
        var header = new PageHeader(
                title, getTranslation("workbench.models.page.sentence", key), new HelpLink(HelpLink.WORKBENCH));
        if (newest.suspended()) {
            header.badge(new StatusBadge(StatusBadge.Tone.FROZEN, getTranslation("workbench.models.suspended")));
        }
        add(
                header,
                new HeatCard(desk, labels, versions, shown, search, this::show),
                versions(key, versions),
                new InstancesCard(instances, labels, search, this::show),
                new InterventionCard(
                        getTranslation("workbench.models.interventions"),
                        getTranslation("workbench.models.interventions.none"),
                        desk.interventions(key)));
    }

    private void show(Search search) {
        var parameters = new HashMap<String, String>();
        if (search.version() != null) {
            parameters.put(VERSION, search.version().toString());
        }
        if (search.step() != null) {
            parameters.put(STEP, search.step());
        }
        if (search.failed()) {
            parameters.put(FAILED, "1");
        }
        if (!search.text().isBlank()) {
            parameters.put(TEXT, search.text());
        }
        getUI().ifPresent(ui ->
                ui.navigate(ModelView.class, of(search.key()), QueryParameters.simple(Map.copyOf(parameters))));
    }

    private Component versions(String key, List<Version> versions) {
        var table = new ModelTable(
                "versions",
                getTranslation("workbench.models.version"),
                getTranslation("workbench.models.revisions"),
                getTranslation("workbench.models.deployed"),
                getTranslation("workbench.models.by"),
                getTranslation("workbench.models.running"),
                getTranslation("workbench.models.failed"),
                getTranslation("workbench.models.state"),
                getTranslation("workbench.models.actions"));
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var deployer = desk.deployer(version);
            table.row(
                    ModelTable.number(version.number()),
                    ModelTable.text(version.revisions()),
                    ModelTable.text(When.exact(version.deployedAt())),
                    ModelTable.text(deployer.isEmpty() ? getTranslation("workbench.models.by.start") : deployer),
                    ModelTable.number(version.running()),
                    ModelTable.failures(version.failed()),
                    version.suspended()
                            ? new StatusBadge(StatusBadge.Tone.FROZEN, getTranslation("workbench.models.suspended"))
                            : new StatusBadge(StatusBadge.Tone.ACCEPTED, getTranslation("workbench.models.active")),
                    actions(key, version, i + 1 < versions.size() ? versions.get(i + 1) : null, i > 0));
        }
        return new Card(getTranslation("workbench.models.versions"), table);
    }

    private Component actions(String key, Version version, Version before, boolean old) {
        var actions = new Div();
        actions.addClassName("row-actions");
        if (before != null) {
            var compare = new RouterLink(getTranslation("workbench.models.compare"), DifferenceView.class, of(key));
            compare.setQueryParameters(DifferenceView.between(before.number(), version.number()));
            actions.add(compare);
        }
        if (old && version.running() > 0) {
            actions.add(new RouterLink(
                    getTranslation("workbench.migration"),
                    MigrationView.class,
                    new RouteParameters(Map.of("key", key, "from", Integer.toString(version.number())))));
        }
        var change = new Button(
                getTranslation(version.suspended() ? "workbench.models.activate" : "workbench.models.suspend"),
                click -> askAndSwitch(key, version));
        change.setId("switch-" + version.number());
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        actions.add(change);
        return actions;
    }

    private void askAndSwitch(String key, Version version) {
        var suspend = !version.suspended();
        var withInstances =
                new Checkbox(getTranslation("workbench.models.switch.instances", Long.toString(version.running())));
        withInstances.setId("with-instances");
        var dialog = new ReasonDialog(
                getTranslation(
                        suspend ? "workbench.models.suspend.title" : "workbench.models.activate.title",
                        version.number()),
                getTranslation(suspend ? "workbench.models.suspend" : "workbench.models.activate"),
                ModelDesk.LONGEST_REASON,
                List.of(),
                reason -> switched(key, version, suspend, withInstances.getValue(), reason));
        dialog.add(
                new Paragraph(getTranslation(
                        suspend ? "workbench.models.suspend.sentence" : "workbench.models.activate.sentence")),
                withInstances);
        dialog.open();
    }

    private void switched(String key, Version version, boolean suspend, boolean withInstances, String reason) {
        try {
            desk.switchVersion(key, version.number(), suspend, withInstances, reason);
            Notices.done(getTranslation(
                    suspend ? "workbench.models.suspend.done" : "workbench.models.activate.done", version.number()));
            show(new Search(key, null, null, false, ""));
            build(key, desk.versions(key), new Search(key, null, null, false, ""));
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
