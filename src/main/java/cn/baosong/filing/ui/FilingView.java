package cn.baosong.filing.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingFinding;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.KeyFieldChange;
import cn.baosong.filing.ReportTask;
import cn.baosong.form.FormValidator.Mode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/**
 * 当期报送 and 补报: the report of one period, step by step (MON-06 to 53, CHG-01 to 06). The address holds scheme, period and step.
 * A visit alone begins nothing.
 */
@Route("reports/:month")
@RouteAlias(FilingPages.ANY)
@RolesAllowed("ENTERPRISE")
class FilingView extends Div implements BeforeEnterObserver, HasDynamicTitle, StepHost {

    private final transient ReportTools tools;
    private ReportTask task;
    private transient QueryParameters query = QueryParameters.empty();
    private FormStep shown;

    FilingView(ReportTools tools) {
        this.tools = tools;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        task = FilingPages.task(event.getRouteParameters(), tools.schemes()).orElseThrow(NotFoundException::new);
        query = event.getLocation().getQueryParameters();
        try {
            var mine = tools.filings().mine(task);
            var elsewhere = elsewhere(mine);
            if (elsewhere.isEmpty()) {
                build(mine);
            } else {
                event.forwardTo(elsewhere);
            }
        } catch (Problem refused) {
            clear();
            add(
                    new PageHeader(getPageTitle(), "", new Anchor("/", getTranslation("filing.fill.back"))),
                    new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
        }
    }

    /** @return where a report that can only be read is read; empty where it stands here */
    private String elsewhere(Optional<Filing> mine) {
        return mine.filter(filing -> !isHere(filing)).map(filing -> detail()).orElse("");
    }

    private String detail() {
        return FilingPages.view(task);
    }

    /** @return whether the enterprise has something to do or to wait for here */
    private static boolean isHere(Filing filing) {
        return filing.status().editable() || filing.status() == FilingStatus.FROZEN;
    }

    /** What was typed is saved before anything is read anew. */
    private void clear() {
        removeAll();
        shown = null;
    }

    private void build(Optional<Filing> mine) {
        clear();
        var filing = mine.orElse(null);
        add(new FilingHeader(tools, task, filing, getLocale()));
        if (filing == null) {
            addStart();
        } else if (filing.status() == FilingStatus.FROZEN) {
            var change = tools.filings().change(filing.id()).orElseThrow();
            add(new FrozenPanel(tools, filing, change, this, getLocale()));
        } else if (filing.status().editable()) {
            addNews(filing);
            addStep(filing);
        } else {
            add(tools.sheets().submitted(filing, getLocale()));
        }
    }

    private void addStart() {
        tools.filings().requireFileable(task);
        var start = new Button(getTranslation("filing.fill.start"), click -> {
            tools.filings().open(task);
            refresh();
        });
        start.setId("start-report");
        start.setDisableOnClick(true);
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Card(
                "",
                new EmptyState(
                        "+",
                        getTranslation("filing.fill.start.title", tools.names().of(task, getLocale())),
                        getTranslation("filing.fill.start.text"),
                        start)));
    }

    /** What others decided since, and why (HIS-06, CHG-04, 05). */
    private void addNews(Filing filing) {
        var change = tools.filings().change(filing.id());
        if (filing.status() == FilingStatus.RETURNED) {
            add(news("returned", Callout.Kind.BAD, getTranslation("filing.fill.returned", filing.returnReason())));
        } else if (filing.status() == FilingStatus.UNFROZEN) {
            add(news("unfrozen", Callout.Kind.OK, getTranslation("filing.fill.unfrozen")));
        } else if (change.filter(made -> made.state() == KeyFieldChange.State.RETURNED)
                        .isPresent()
                && !tools.filings().changedKeyFields(filing.id()).isEmpty()) {
            add(news(
                    "change-returned",
                    Callout.Kind.BAD,
                    getTranslation(
                            "filing.fill.change-returned", change.orElseThrow().reason())));
        }
    }

    private static Callout news(String id, Callout.Kind kind, String text) {
        var callout = new Callout(kind, text);
        callout.setId(id);
        return callout;
    }

    private void addStep(Filing filing) {
        var forms = tools.views().forms(filing);
        var step = FilingPages.step(query, FilingGuide.count(forms));
        var loose = tools.filings().check(filing.id(), Mode.SAVE);
        var strict = tools.filings().check(filing.id(), Mode.SUBMIT);
        var guide = FilingGuide.of(
                forms,
                step,
                loose,
                strict,
                form -> tools.views().title(filing, form).in(getLocale()),
                tools.texts(),
                getLocale(),
                this::goTo);
        var refused = strict.findings().stream().filter(FilingFinding::refused).count();
        if (refused > 0) {
            add(news(
                    "explanations-refused",
                    Callout.Kind.WARN,
                    getTranslation("filing.verdict.refused", Long.toString(refused))));
        }
        var aside = tools.filings().setAside(filing.id());
        if (!aside.isEmpty()) {
            add(new SetAsideCallout(tools, aside, getLocale()));
        }
        add(new Card("", guide));
        if (step < forms.size()) {
            shown = new FormStep(tools, filing, step, loose, this, getLocale());
            add(shown);
            query.getSingleParameter(FilingPages.FIELD).ifPresent(shown::at);
        } else if (step == forms.size()) {
            add(new QuestionnaireStep(step, this));
        } else {
            add(new SubmitStep(tools, filing, step, strict, this, getLocale()));
        }
    }

    /** From the guide: what is typed goes along. */
    private void goTo(int step) {
        if (shown == null || shown.leave()) {
            open(step);
        }
    }

    @Override
    public void open(int step) {
        open(step, null);
    }

    @Override
    public void open(int step, String path) {
        getUI().ifPresent(ui -> {
            ui.navigate(FilingPages.fill(task), FilingPages.query(step, path));
            ui.getPage().executeJs("window.scrollTo(0, 0)");
        });
    }

    @Override
    public void refresh() {
        try {
            var mine = tools.filings().mine(task);
            var elsewhere = elsewhere(mine);
            if (elsewhere.isEmpty()) {
                build(mine);
            } else {
                getUI().ifPresent(ui -> ui.navigate(elsewhere));
            }
        } catch (Problem refused) {
            Notices.refused(getTranslation(refused.key(), refused.arguments()));
        }
    }

    @Override
    public void submitted() {
        getUI().ifPresent(ui -> ui.navigate(task.list()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.fill.title")
                + (task == null ? "" : " " + tools.names().of(task, getLocale()));
    }
}
