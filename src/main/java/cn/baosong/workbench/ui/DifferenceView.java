package cn.baosong.workbench.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.ProcessPicture;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.StatusBadge.Tone;
import cn.baosong.engine.ModelDifference.Change;
import cn.baosong.engine.ModelDifference.Fact;
import cn.baosong.engine.ModelDifference.Kind;
import cn.baosong.engine.ModelLabels;
import cn.baosong.engine.ModelVersions.Version;
import cn.baosong.workbench.ModelDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 版本差异: two versions of a process side by side, and what differs as a list. {@code ?from=2&to=3} */
@Route("models/:key/difference")
@RolesAllowed("PROCESS_OWNER")
class DifferenceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String FROM = "from";
    private static final String TO = "to";

    private final transient ModelDesk desk;
    private final transient ModelLabels labels;

    DifferenceView(ModelDesk desk, ModelLabels labels) {
        this.desk = desk;
        this.labels = labels;
    }

    static QueryParameters between(int from, int to) {
        return QueryParameters.simple(Map.of(FROM, Integer.toString(from), TO, Integer.toString(to)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var key = event.getRouteParameters().get("key").orElse("");
        var versions = desk.versions(key);
        if (versions.isEmpty()) {
            throw new NotFoundException();
        }
        var parameters = event.getLocation().getQueryParameters();
        var after = chosen(versions, parameters.getSingleParameter(TO).orElse(""), versions.get(0));
        var usual = versions.get(Math.min(versions.indexOf(after) + 1, versions.size() - 1));
        var before = chosen(versions, parameters.getSingleParameter(FROM).orElse(""), usual);
        build(key, versions, before, after);
    }

    private static Version chosen(List<Version> versions, String number, Version usual) {
        return versions.stream()
                .filter(version -> Integer.toString(version.number()).equals(number))
                .findFirst()
                .orElse(usual);
    }

    private void build(String key, List<Version> versions, Version before, Version after) {
        removeAll();
        var back = new RouterLink(getTranslation("workbench.difference.back"), ModelView.class, ModelView.of(key));
        add(new PageHeader(
                getPageTitle(),
                getTranslation("workbench.difference.sentence", labels.of(after.definition(), key, getLocale())),
                back,
                new HelpLink(HelpLink.WORKBENCH)));
        var from = choice("from", "workbench.difference.from", versions, before);
        from.addValueChangeListener(change -> show(key, change.getValue().number(), after.number()));
        var to = choice("to", "workbench.difference.to", versions, after);
        to.addValueChangeListener(
                change -> show(key, before.number(), change.getValue().number()));
        var filters = new Div(from, to);
        filters.addClassName("filters");
        add(filters);
        var changes = desk.difference(before, after);
        var pictures = new Div(
                side(before, changes, List.of(Kind.REMOVED, Kind.CHANGED)),
                side(after, changes, List.of(Kind.ADDED, Kind.CHANGED)));
        pictures.addClassName("two-diagrams");
        add(new Card(getTranslation("workbench.difference.pictures"), legend(), pictures));
        add(new Card(getTranslation("workbench.difference.list", changes.size()), list(changes, after)));
    }

    private Select<Version> choice(String id, String label, List<Version> versions, Version chosen) {
        var choice = new Select<Version>();
        choice.setId(id);
        choice.setLabel(getTranslation(label));
        choice.setItems(versions);
        choice.setItemLabelGenerator(version -> getTranslation("workbench.version", version.number()));
        choice.setValue(chosen);
        return choice;
    }

    private void show(String key, int from, int to) {
        getUI().ifPresent(ui -> ui.navigate(DifferenceView.class, ModelView.of(key), between(from, to)));
    }

    private Component side(Version version, List<Change> changes, List<Kind> kinds) {
        var picture = new ProcessPicture(getTranslation("workbench.diagram"), desk.file(version));
        changes.stream()
                .filter(change -> kinds.contains(change.kind()))
                // The process is the whole picture.
                .filter(change -> !change.type().equals("process"))
                .forEach(change -> picture.mark(word(change.kind()), List.of(change.id())));
        return new Div(new H3(getTranslation("workbench.version", version.number())), picture);
    }

    private Component legend() {
        var legend = new Div();
        legend.addClassName("row-actions");
        for (var kind : Kind.values()) {
            legend.add(badge(kind));
        }
        return legend;
    }

    private StatusBadge badge(Kind kind) {
        var tone =
                switch (kind) {
                    case ADDED -> Tone.ACCEPTED;
                    case REMOVED -> Tone.RETURNED;
                    case CHANGED -> Tone.ATTENTION;
                };
        return new StatusBadge(tone, getTranslation("workbench.difference.kind." + kind));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Component list(List<Change> changes, Version after) {
        if (changes.isEmpty()) {
            return new EmptyState(
                    "=", getTranslation("workbench.difference.none"), getTranslation("workbench.difference.none.text"));
        }
        var table = new ModelTable(
                "changes",
                getTranslation("workbench.difference.element"),
                getTranslation("workbench.difference.how"),
                getTranslation("workbench.difference.what"),
                getTranslation("workbench.difference.before"),
                getTranslation("workbench.difference.after"));
        for (var change : changes) {
            if (change.facts().isEmpty()) {
                table.row(element(change, after), badge(change.kind()), text(""), text(""), text(""));
            }
            for (var fact : change.facts()) {
                table.row(
                        element(change, after),
                        badge(change.kind()),
                        text(fact.what()),
                        side(fact, fact.before(), "before"),
                        side(fact, fact.after(), "after"));
            }
        }
        return table;
    }

    private Component element(Change change, Version after) {
        var label =
                change.kind() == Kind.REMOVED ? change.name() : labels.of(after.definition(), change.id(), getLocale());
        var second = text(change.type() + " · " + change.id());
        second.addClassName("cell-second");
        return new Div(text(label.isEmpty() ? change.id() : label), second);
    }

    private static Span side(Fact fact, String value, String mark) {
        var side = text(value);
        side.addClassName(mark);
        side.setTitle(fact.what());
        return side;
    }

    private static Span text(String text) {
        return new Span(text);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workbench.difference");
    }
}
