package cn.baosong.filing.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.TaskApplications;
import cn.baosong.filing.TaskOffer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 填报任务申请: the schemes an enterprise may choose, one of those that belong together (SUR-20, 21). */
@Route("tasks/apply")
@RolesAllowed("ENTERPRISE")
class TaskApplicationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient TaskApplications applications;
    private final transient ReportNames names;
    private final transient Texts texts;
    private final TextField name = new TextField();
    private final Div list = new Div();

    TaskApplicationView(TaskApplications applications, ReportNames names, Texts texts) {
        this.applications = applications;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        name.setId("name");
        name.setLabel(getTranslation("filing.tasks.name"));
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> show());
        var filters = new Div(name);
        filters.addClassName("filters");
        add(
                new PageHeader(
                        getPageTitle(),
                        getTranslation("filing.apply.sentence"),
                        new RouterLink(getTranslation("filing.tasks.title"), TasksView.class)),
                new Card("", filters, list));
        show();
    }

    private void show() {
        list.removeAll();
        var wanted = name.getValue().strip().toLowerCase(Locale.ROOT);
        var shown = applications.offers().stream()
                .filter(offer -> called(offer).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (shown.isEmpty()) {
            var none = wanted.isEmpty();
            list.add(new EmptyState(
                    "…",
                    getTranslation(none ? "filing.apply.not-offered" : "filing.apply.none"),
                    getTranslation(none ? "filing.apply.not-offered.text" : "filing.apply.none.text")));
            return;
        }
        var table = new TaskTable(
                "offers",
                List.of(
                        getTranslation("filing.tasks.name"),
                        getTranslation("filing.tasks.period"),
                        getTranslation("filing.tasks.status"),
                        getTranslation("filing.tasks.actions")));
        shown.forEach(offer -> table.row(
                "offer-" + offer.scheme().key(),
                new Span(called(offer)),
                actions(offer),
                TaskTable.said(period(offer)),
                new StatusBadge(tone(offer), getTranslation("filing.apply.state." + offer.state()))));
        list.add(table);
    }

    private static StatusBadge.Tone tone(TaskOffer offer) {
        return offer.state() == TaskOffer.State.APPLIED ? StatusBadge.Tone.ACCEPTED : StatusBadge.Tone.NONE;
    }

    private List<Component> actions(TaskOffer offer) {
        var actions = new ArrayList<Component>();
        var key = offer.scheme().key();
        if (offer.applicable()) {
            actions.add(link(
                    "apply-" + key,
                    "filing.apply.action",
                    "filing.apply.action.done",
                    offer,
                    () -> applications.apply(key)));
        } else if (offer.state() == TaskOffer.State.APPLIED) {
            actions.add(new RouterLink(getTranslation("filing.apply.fill"), TasksView.class));
            actions.add(link(
                    "take-back-" + key,
                    "filing.apply.back",
                    "filing.apply.back.done",
                    offer,
                    () -> applications.takeBack(key)));
        } else if (offer.state() == TaskOffer.State.OPEN) {
            actions.add(new Span(getTranslation("filing.apply.closed")));
        }
        return actions;
    }

    private Component link(String id, String text, String done, TaskOffer offer, Runnable act) {
        var link = new NativeButton(getTranslation(text), click -> attempt(act, done, offer));
        link.setId(id);
        link.addClassName("link");
        link.setAriaLabel(getTranslation(text) + " " + called(offer));
        return link;
    }

    private void attempt(Runnable act, String done, TaskOffer offer) {
        try {
            act.run();
            Notices.done(getTranslation(done, called(offer)));
        } catch (Problem problem) {
            Notices.refused(texts.get(getLocale(), problem));
        }
        show();
    }

    private String called(TaskOffer offer) {
        return offer.period() == null
                ? offer.scheme().title().in(getLocale())
                : names.listed(offer.scheme(), offer.period().month(), getLocale());
    }

    private String period(TaskOffer offer) {
        return offer.period() == null
                ? ""
                : offer.scheme().kind().text(offer.period().month(), texts, getLocale());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.apply.title");
    }
}
