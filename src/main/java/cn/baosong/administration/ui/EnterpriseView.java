package cn.baosong.administration.ui;

import cn.baosong.administration.EnterpriseEvent;
import cn.baosong.administration.MonitoredEnterprise;
import cn.baosong.administration.MonitoredEnterprises;
import cn.baosong.administration.ReviewerChanges;
import cn.baosong.common.CodeLists;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.enterprise.EnterpriseRecords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One enterprise of mine (ADM-03): what is known of it, its reports, who did what with it, and what can be done. */
@Route("enterprises/:id")
@RolesAllowed("REVIEWER")
class EnterpriseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient MonitoredEnterprises enterprises;
    private final transient ReviewerChanges changes;
    private final transient EnterpriseActions actions;
    private final transient List<EnterpriseRecords> records;
    private final transient CodeLists codes;
    private String title = "";

    EnterpriseView(
            MonitoredEnterprises enterprises,
            ReviewerChanges changes,
            EnterpriseActions actions,
            List<EnterpriseRecords> records,
            CodeLists codes) {
        this.enterprises = enterprises;
        this.changes = changes;
        this.actions = actions;
        this.records = records.stream()
                .sorted(Comparator.comparingInt(EnterpriseRecords::order))
                .toList();
        this.codes = codes;
    }

    static RouteParameters of(UUID enterprise) {
        return new RouteParameters("id", enterprise.toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(id(event.getRouteParameters().get("id").orElse("")));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }

    private void build(UUID id) {
        removeAll();
        // A stranger's is answered like one there is not.
        var enterprise = enterprises.find(id).orElseThrow(NotFoundException::new);
        title = enterprise.name();
        var removable = enterprises.removable(enterprise);
        var back = new RouterLink(getTranslation("administration.back"), EnterprisesView.class);
        back.addClassName("back-link");
        add(
                back,
                new PageHeader(title, "", buttons(enterprise, removable))
                        .badge(EnterpriseGrid.state(enterprise.active())));
        if (!enterprise.active()) {
            add(new Callout(
                    Callout.Kind.WARN,
                    getTranslation(removable ? "administration.disabled" : "administration.disabled.kept")));
        }
        add(facts(enterprise));
        records.forEach(kept -> add(kept.card(id, getLocale())));
        add(events(id));
    }

    private Component[] buttons(MonitoredEnterprise enterprise, boolean removable) {
        var reviewer = new Button(
                getTranslation("administration.reviewer"),
                click -> new ReviewerDialog(changes, Set.of(enterprise), codes, () -> build(enterprise.id())).open());
        reviewer.setId("change-reviewer");
        var others = actions.of(enterprise, removable, getLocale(), done -> {
            if (done.equals("remove")) {
                getUI().ifPresent(ui -> ui.navigate(EnterprisesView.class));
            } else {
                build(enterprise.id());
            }
        });
        return Stream.concat(enterprise.set() ? Stream.of(reviewer, byRegion(enterprise)) : Stream.of(reviewer), others)
                .toArray(Component[]::new);
    }

    /** 【改为按属地】: the desk that was chosen is forgotten. */
    private Button byRegion(MonitoredEnterprise enterprise) {
        var button = new Button(getTranslation("administration.reviewer.by-region"), click -> {
            var dialog = new ConfirmDialog();
            dialog.setHeader(getTranslation("administration.reviewer.by-region"));
            dialog.setText(getTranslation("administration.reviewer.by-region.meaning"));
            dialog.setCancelable(true);
            dialog.setCancelText(getTranslation("common.cancel"));
            dialog.setConfirmText(getTranslation("administration.reviewer.by-region"));
            dialog.addConfirmListener(confirmed -> goByRegion(enterprise));
            dialog.open();
        });
        button.setId("by-region");
        return button;
    }

    private void goByRegion(MonitoredEnterprise enterprise) {
        var change = changes.byRegion(Set.of(enterprise.id()));
        if (change.left().isEmpty()) {
            Notices.done(getTranslation("administration.reviewer.by-region.done", 1, change.reviews()));
        } else {
            var why = change.left().get(0).why();
            Notices.refused(getTranslation(why.key(), why.arguments()));
        }
        build(enterprise.id());
    }

    private Card facts(MonitoredEnterprise enterprise) {
        var card = new Card(getTranslation("administration.facts"));
        card.add(
                fact("administration.column.login-name", enterprise.loginName()),
                fact("administration.code", enterprise.code()),
                fact("administration.region", RegionNames.path(codes, enterprise.region(), getLocale())),
                fact(
                        "administration.column.desk",
                        getTranslation(
                                enterprise.set() ? "administration.desk.set" : "administration.desk.by-region",
                                enterprise.deskName())),
                fact("administration.since", When.exact(enterprise.createdAt())));
        return card;
    }

    private Component fact(String label, String value) {
        var name = new Span(getTranslation(label));
        name.addClassName("muted");
        var line = new Div(name, new Span(value));
        line.addClassName("fact");
        return line;
    }

    private Card events(UUID id) {
        var card = new Card(getTranslation("administration.events"));
        var happened = enterprises.events(id);
        if (happened.isEmpty()) {
            card.add(new EmptyState(
                    "…",
                    getTranslation("administration.events.none"),
                    getTranslation("administration.events.none.text")));
            return card;
        }
        var list = new UnorderedList();
        list.setId("events");
        list.addClassName("entries");
        happened.forEach(event -> list.add(item(event)));
        card.add(list);
        return card;
    }

    private ListItem item(EnterpriseEvent event) {
        var what = new Span(getTranslation("administration.event." + event.kind()));
        what.addClassName("entry-title");
        var facts = new Div(Stream.of(When.exact(event.at()), event.actor(), event.detail(), event.reason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
        facts.addClassName("entry-facts");
        var text = new Div(what, facts);
        text.addClassName("entry-text");
        return new ListItem(text);
    }

    @Override
    public String getPageTitle() {
        return title.isEmpty() ? getTranslation("administration.enterprises") : title;
    }
}
