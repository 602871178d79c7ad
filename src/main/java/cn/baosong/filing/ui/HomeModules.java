package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.FilingAction;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.TaskApplications;
import cn.baosong.filing.TaskOffer;
import cn.baosong.filing.tasks.BusinessGuide;
import cn.baosong.filing.tasks.FiledReports;
import cn.baosong.filing.tasks.MyTasks;
import cn.baosong.filing.tasks.TaskLine;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The four modules of an enterprise that is offered tasks to apply for, with how much there is in each, and what is to be
 * filled in (SUR-09).
 */
@org.springframework.stereotype.Component
public class HomeModules {

    /** Tasks to fill in that stand on the home page itself. */
    private static final int SHOWN = 6;

    private final MyTasks tasks;
    private final TaskApplications applications;
    private final BusinessGuide guide;
    private final FiledReports filed;
    private final ReportNames names;
    private final Texts texts;

    HomeModules(
            MyTasks tasks,
            TaskApplications applications,
            BusinessGuide guide,
            FiledReports filed,
            ReportNames names,
            Texts texts) {
        this.tasks = tasks;
        this.applications = applications;
        this.guide = guide;
        this.filed = filed;
        this.names = names;
        this.texts = texts;
    }

    /** @return empty for an enterprise that is offered no task; for who has an enterprise and the role ENTERPRISE */
    public Optional<Component> card(Locale locale) {
        var offers = applications.offers();
        return offers.isEmpty() ? Optional.empty() : Optional.of(card(offers, locale));
    }

    private Component card(List<TaskOffer> offers, Locale locale) {
        var open = tasks.all().stream().filter(HomeModules::fillable).toList();
        var modules = new Div(
                module("tasks", "filing.tasks.title", TasksView.class, open.size(), locale),
                module(
                        "apply",
                        "filing.apply.title",
                        TaskApplicationView.class,
                        offers.stream().filter(TaskOffer::applicable).count(),
                        locale),
                module(
                        "guide",
                        "filing.guide.title",
                        BusinessGuideView.class,
                        guide.entries().size(),
                        locale),
                module("filed", "filing.filed.title", FiledReportsView.class, filed.count(), locale));
        modules.addClassName("tiles");
        var card = new Card(
                texts.get(locale, "filing.modules.title"),
                modules,
                new H3(texts.get(locale, "filing.modules.open")),
                open.isEmpty() ? new Paragraph(texts.get(locale, "filing.modules.open.none")) : list(open, locale));
        card.setId("home-modules");
        return card;
    }

    private static boolean fillable(TaskLine task) {
        return task.line().can(FilingAction.EDIT)
                || task.line().can(FilingAction.FILL_LATE)
                || task.line().can(FilingAction.CONTINUE);
    }

    private RouterLink module(String name, String title, Class<? extends Component> page, long count, Locale locale) {
        var link = new RouterLink();
        link.setRoute(page);
        link.setId("module-" + name);
        link.addClassName("tile");
        link.add(new Span(texts.get(locale, title)));
        var number = new Element("b");
        number.setText(Long.toString(count));
        link.getElement().appendChild(number);
        link.add(new Span(texts.get(locale, "filing.modules." + name)));
        return link;
    }

    private Component list(List<TaskLine> open, Locale locale) {
        var list = new UnorderedList();
        list.setId("tasks-to-fill");
        open.stream().limit(SHOWN).forEach(task -> list.add(line(task, locale)));
        var around = new Div(list);
        if (open.size() > SHOWN) {
            around.add(new RouterLink(texts.get(locale, "filing.modules.open.more", open.size()), TasksView.class));
        }
        return around;
    }

    private ListItem line(TaskLine task, Locale locale) {
        var period = task.line().kind().text(task.line().month(), texts, locale);
        var name = names.listed(task.scheme(), task.line().month(), locale);
        var said = name.contains(period) ? "" : " · " + period;
        if (task.dueOn() != null) {
            said += " · "
                    + texts.get(locale, "filing.modules.open.due", task.dueOn().toString());
        }
        var rest = new Span(said + " ");
        rest.addClassName("muted");
        return new ListItem(
                new Anchor("/" + FilingPages.fill(task.line().task()), name),
                rest,
                FilingBadge.of(task.line().status(), texts, locale));
    }
}
