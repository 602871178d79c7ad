package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.filing.FilingHistory;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.HistoryLine;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.tasks.MyTasks;
import cn.baosong.filing.tasks.TaskLine;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** 我的填报任务: what every scheme asks my enterprise for, and how each report stands (SUR-10, 18, 19). */
@Route("tasks")
@RolesAllowed("ENTERPRISE")
class TasksView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient MyTasks tasks;
    private final transient ReportNames names;
    private final transient FilingHistory history;
    private final transient Filings filings;
    private final transient Texts texts;
    private final Select<String> period = new Select<>();
    private final Select<String> status = new Select<>();
    private final TextField name = new TextField();
    private final Div list = new Div();
    private transient List<TaskLine> all = List.of();

    TasksView(MyTasks tasks, ReportNames names, FilingHistory history, Filings filings, Texts texts) {
        this.tasks = tasks;
        this.names = names;
        this.history = history;
        this.filings = filings;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        all = tasks.all();
        add(
                new PageHeader(
                        getPageTitle(),
                        getTranslation("filing.tasks.sentence"),
                        new RouterLink(getTranslation("filing.apply.title"), TaskApplicationView.class)),
                new Card("", filters(), list));
        show();
    }

    private Div filters() {
        choice(
                period,
                "period",
                "filing.tasks.period",
                all.stream().map(this::period).distinct().toList(),
                text -> text);
        var known = new ArrayList<String>();
        known.add(HistoryFilter.NOT_FILED);
        Arrays.stream(FilingStatus.values()).map(Enum::name).forEach(known::add);
        choice(status, "status", "filing.tasks.status", known, word -> getTranslation("filing.status." + word));
        name.setId("name");
        name.setLabel(getTranslation("filing.tasks.name"));
        name.setClearButtonVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> show());
        var filters = new Div(period, status, name);
        filters.addClassName("filters");
        return filters;
    }

    private void choice(
            Select<String> select,
            String id,
            String label,
            List<String> items,
            com.vaadin.flow.component.ItemLabelGenerator<String> words) {
        select.setId(id);
        select.setLabel(getTranslation(label));
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("filing.tasks.all"));
        select.setItemLabelGenerator(item -> item == null ? getTranslation("filing.tasks.all") : words.apply(item));
        select.addValueChangeListener(change -> show());
    }

    private void show() {
        list.removeAll();
        var shown = all.stream().filter(this::matches).toList();
        if (shown.isEmpty()) {
            list.add(new EmptyState(
                    "…",
                    getTranslation("filing.tasks.none"),
                    getTranslation("filing.tasks.none.text"),
                    new RouterLink(getTranslation("filing.apply.title"), TaskApplicationView.class)));
            return;
        }
        var table = new TaskTable(
                "tasks",
                List.of(
                        getTranslation("filing.tasks.name"),
                        getTranslation("filing.tasks.period"),
                        getTranslation("filing.tasks.status"),
                        getTranslation("filing.tasks.submitted"),
                        getTranslation("filing.tasks.actions")));
        var actions = new ReportActions(filings, history, names, texts, getLocale(), this::again);
        shown.forEach(task -> row(table, task, actions));
        list.add(table);
    }

    private void again() {
        all = tasks.all();
        show();
    }

    private boolean matches(TaskLine task) {
        return (period.getValue() == null || period.getValue().equals(period(task)))
                && (status.getValue() == null || status.getValue().equals(word(task.line())))
                && called(task)
                        .toLowerCase(Locale.ROOT)
                        .contains(name.getValue().strip().toLowerCase(Locale.ROOT));
    }

    private static String word(HistoryLine line) {
        return line.status() == null ? HistoryFilter.NOT_FILED : line.status().name();
    }

    private void row(TaskTable table, TaskLine task, ReportActions actions) {
        var line = task.line();
        var page = line.filing() == null || line.filing().status().editable()
                ? FilingPages.fill(line.task())
                : FilingPages.view(line.task());
        table.row(
                "task-" + line.task().anchor(),
                new Anchor("/" + page, called(task)),
                actions.of(line, true),
                TaskTable.said(period(task)),
                status(task),
                TaskTable.said(
                        line.filing() == null || line.filing().submittedAt() == null
                                ? ""
                                : When.exact(line.filing().submittedAt())));
    }

    /** 已上报至县级: where it waits says more than that it waits (ROLE-11). */
    private Component status(TaskLine task) {
        var badge = FilingBadge.of(task.line().status(), texts, getLocale());
        if (task.waitsAt() == null) {
            return badge;
        }
        var at = new Span(
                getTranslation("filing.tasks.waits-at", getTranslation("organization.level." + task.waitsAt())));
        at.addClassName("muted");
        return new Div(badge, new Span(" "), at);
    }

    private String called(TaskLine task) {
        return names.listed(task.scheme(), task.line().month(), getLocale());
    }

    private String period(TaskLine task) {
        return task.line().kind().text(task.line().month(), texts, getLocale());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.tasks.title");
    }
}
