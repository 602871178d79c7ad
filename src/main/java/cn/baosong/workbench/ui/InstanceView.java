package cn.baosong.workbench.ui;

import cn.baosong.account.CurrentUser;
import cn.baosong.account.Role;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.ProcessPicture;
import cn.baosong.common.ui.ReasonDialog;
import cn.baosong.common.ui.When;
import cn.baosong.engine.ModelLabels;
import cn.baosong.engine.ProcessInstances.Instance;
import cn.baosong.engine.ProcessInstances.State;
import cn.baosong.engine.ProcessInstances.Visit;
import cn.baosong.workbench.InstanceDesk;
import cn.baosong.workbench.ModelDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** 流程实例: where one stands, what it did and when, what failed in it, and what can be done about that. */
@Route("instances/:id")
@RolesAllowed({"PROCESS_OWNER", "OPERATOR"})
class InstanceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient InstanceDesk desk;
    private final transient ModelLabels labels;
    private final transient Texts texts;
    private final transient CurrentUser user;

    InstanceView(InstanceDesk desk, ModelLabels labels, Texts texts, CurrentUser user) {
        this.desk = desk;
        this.labels = labels;
        this.texts = texts;
        this.user = user;
    }

    static RouteParameters of(String instance) {
        return new RouteParameters("id", instance);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(event.getRouteParameters().get("id").orElse(""));
    }

    private void build(String id) {
        var instance = desk.find(id).orElseThrow(NotFoundException::new);
        removeAll();
        var name = labels.of(instance.definition(), instance.key(), getLocale());
        var header = new PageHeader(
                        name,
                        getTranslation("workbench.instance.sentence", instance.version()),
                        actions(instance),
                        new HelpLink(HelpLink.WORKBENCH))
                .badge(InstanceState.badge(instance));
        var visits = desk.visits(instance);
        add(header);
        if (instance.state() == State.SUSPENDED) {
            add(new Callout(Callout.Kind.WARN, getTranslation("workbench.instance.suspended")));
        }
        add(failed(instance), facts(instance), picture(name, instance, visits), history(instance, visits));
        add(decisions(instance), flags(instance));
        add(new InterventionCard(
                getTranslation("workbench.models.interventions"),
                getTranslation("workbench.models.interventions.none"),
                desk.interventions(instance)));
    }

    private boolean isOwner() {
        return user.require().roles().contains(Role.PROCESS_OWNER);
    }

    private Component actions(Instance instance) {
        var actions = new Div();
        actions.addClassName("row-actions");
        if (isOwner()) {
            actions.add(new RouterLink(
                    getTranslation("workbench.instance.model"), ModelView.class, ModelView.of(instance.key())));
            if (instance.endedAt() == null) {
                var suspend = instance.state() != State.SUSPENDED;
                var change = new Button(
                        getTranslation(suspend ? "workbench.models.suspend" : "workbench.models.activate"),
                        click -> askAndSwitch(instance, suspend));
                change.setId("switch");
                actions.add(change);
            }
        }
        return actions;
    }

    private void askAndSwitch(Instance instance, boolean suspend) {
        var dialog = new ReasonDialog(
                getTranslation(suspend ? "workbench.instance.suspend.title" : "workbench.instance.activate.title"),
                getTranslation(suspend ? "workbench.models.suspend" : "workbench.models.activate"),
                ModelDesk.LONGEST_REASON,
                List.of(),
                reason -> attempt(
                        instance,
                        () -> Notices.done(getTranslation(
                                suspend ? "workbench.instance.suspend.done" : "workbench.instance.activate.done",
                                desk.switchInstance(instance.id(), suspend, reason)))));
        dialog.add(new Paragraph(getTranslation(
                suspend ? "workbench.instance.suspend.sentence" : "workbench.instance.activate.sentence")));
        dialog.open();
    }

    private void attempt(Instance instance, Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
        build(instance.id());
    }

    private Component failed(Instance instance) {
        var failed = new Div();
        for (var job : desk.failedIn(instance)) {
            var retry = new Button(
                    getTranslation("workbench.jobs.retry"),
                    click -> attempt(
                            instance,
                            () -> Notices.done(
                                    getTranslation("workbench.jobs.retried", desk.retry(List.of(job.id()))))));
            retry.setId("retry-" + job.id());
            var when = job.failedAt() == null ? "" : When.exact(job.failedAt());
            failed.add(new Callout(
                    Callout.Kind.BAD,
                    getTranslation(
                            "workbench.instance.failed",
                            labels.of(job.definition(), job.activity(), getLocale()),
                            when,
                            JobCause.of(job, texts, getLocale())),
                    retry));
        }
        return failed;
    }

    private Component facts(Instance instance) {
        var facts = new DescriptionList();
        fact(facts, "subject", text(instance.subject() == null ? "—" : instance.subject()));
        fact(facts, "id", text(instance.id()));
        fact(facts, "started", text(When.exact(instance.startedAt())));
        if (instance.endedAt() != null) {
            fact(facts, "ended", text(When.exact(instance.endedAt())));
        }
        if (instance.caller() != null) {
            fact(facts, "caller", link(instance.caller()));
        }
        var card = new Card(getTranslation("workbench.instance.facts"), facts);
        card.addClassName("position");
        return card;
    }

    private void fact(DescriptionList facts, String name, Component value) {
        var said = new DescriptionList.Description(value);
        said.setId("fact-" + name);
        facts.add(new DescriptionList.Term(getTranslation("workbench.instance." + name)), said);
    }

    private static RouterLink link(String instance) {
        return new RouterLink(instance, InstanceView.class, of(instance));
    }

    private Component picture(String name, Instance instance, List<Visit> visits) {
        var standing = desk.standing(instance);
        var walked = visits.stream().map(Visit::activity).collect(Collectors.toCollection(LinkedHashSet::new));
        walked.removeAll(standing);
        var picture = new ProcessPicture(name, desk.file(instance), standing, walked);
        desk.failedIn(instance).stream()
                .filter(job -> job.activity() != null)
                .forEach(job -> picture.mark("failed", List.of(job.activity())));
        var place = new Paragraph(
                standing.isEmpty()
                        ? getTranslation("workbench.instance.nowhere")
                        : getTranslation(
                                "workbench.instance.at",
                                standing.stream()
                                        .map(step -> labels.of(instance.definition(), step, getLocale()))
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
        place.setId("standing");
        return new Card(getTranslation("workbench.instance.where"), place, picture);
    }

    private Component history(Instance instance, List<Visit> visits) {
        var table = new ModelTable(
                "visits",
                getTranslation("workbench.models.step"),
                getTranslation("workbench.instance.since"),
                getTranslation("workbench.instance.until"),
                getTranslation("workbench.instance.then"));
        for (var visit : visits) {
            Component then = visit.called() != null
                    ? new RouterLink(
                            getTranslation("workbench.instance.called.open"), InstanceView.class, of(visit.called()))
                    : text(visit.cancelled() ? getTranslation("workbench.instance.cancelled") : "");
            var type = text(visit.type());
            type.addClassName("cell-second");
            table.row(
                    new Div(text(labels.of(instance.definition(), visit.activity(), getLocale())), type),
                    text(When.exact(visit.since())),
                    text(
                            visit.until() == null
                                    ? getTranslation("workbench.instance.still")
                                    : When.exact(visit.until())),
                    then);
        }
        return new Card(getTranslation("workbench.instance.history"), table);
    }

    private Component decisions(Instance instance) {
        var card = new Card(getTranslation("workbench.instance.decisions"));
        var decisions = desk.decisions(instance);
        if (decisions.isEmpty()) {
            card.add(new Paragraph(getTranslation("workbench.instance.decisions.none")));
            return card;
        }
        var table = new ModelTable(
                "decisions",
                getTranslation("workbench.models.at"),
                getTranslation("workbench.models.who"),
                getTranslation("workbench.instance.desk"),
                getTranslation("workbench.models.what"));
        decisions.forEach(done -> table.row(
                text(When.exact(done.at())),
                text(done.actor()),
                text(done.deskName()),
                text(getTranslation("review.decision." + done.decision()))));
        card.add(table);
        return card;
    }

    private Component flags(Instance instance) {
        var card = new Card(getTranslation("workbench.instance.flags"));
        var flags = desk.flags(instance);
        if (flags.isEmpty()) {
            card.add(new Paragraph(getTranslation("workbench.instance.flags.none")));
            return card;
        }
        var table = new ModelTable(
                "flags", getTranslation("workbench.instance.flag"), getTranslation("workbench.instance.value"));
        flags.forEach(flag -> table.row(text(flag.name()), text(flag.value())));
        card.add(table);
        return card;
    }

    private static Span text(String text) {
        return new Span(text == null ? "" : text);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workbench.instance");
    }
}
