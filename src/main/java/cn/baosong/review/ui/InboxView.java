package cn.baosong.review.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Reviews;
import cn.baosong.review.SubjectSources;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;

/** What waits at my desks, and what they decided (REG-38). Search and tab stand in the address. */
@Route("reviews/:kind")
@RolesAllowed("REVIEWER")
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String DECIDED = "decided";

    private final transient Reviews reviews;
    private final transient SubjectSources sources;
    private final transient CodeLists codes;
    private final transient When when;
    private String kind = "";

    InboxView(Reviews reviews, SubjectSources sources, CodeLists codes, When when) {
        this.reviews = reviews;
        this.sources = sources;
        this.codes = codes;
        this.when = when;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        kind = event.getRouteParameters()
                .get("kind")
                .filter(sources.kinds()::contains)
                .orElseThrow(NotFoundException::new);
        var parameters = event.getLocation().getQueryParameters();
        var text = parameters.getSingleParameter("q").orElse("");
        var decided =
                parameters.getSingleParameter("tab").filter(DECIDED::equals).isPresent();
        build(text, decided);
    }

    private void build(String text, boolean decided) {
        removeAll();
        var filter = new ReviewFilter(kind, text.strip());
        var waiting = reviews.countWaiting(new ReviewFilter(kind, ""));
        add(new PageHeader(getPageTitle(), getTranslation("review.inbox.sentence", waiting)));

        var waitingTab = new Tab(getTranslation("review.inbox.waiting"));
        var decidedTab = new Tab(getTranslation("review.inbox.decided"));
        var tabs = new Tabs(waitingTab, decidedTab);
        tabs.setSelectedTab(decided ? decidedTab : waitingTab);
        tabs.addSelectedChangeListener(change -> show(text, tabs.getSelectedTab() == decidedTab));

        var search = new TextField();
        search.setId("search");
        search.setPlaceholder(getTranslation("review.inbox.search"));
        search.setAriaLabel(getTranslation("review.inbox.search"));
        search.setClearButtonVisible(true);
        search.setValue(text);
        search.setMaxLength(100);
        search.setWidth("280px");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show(change.getValue(), decided));
        var filters = new Div(tabs, spacer(), search);
        filters.addClassName("filters");

        var list = decided ? new DecidedList(reviews, filter) : new WaitingList(reviews, filter, codes, when);
        add(new Card("", filters, list));
        if (!text.isEmpty()) {
            search.focus();
        }
    }

    private static Div spacer() {
        var spacer = new Div();
        spacer.addClassName("spacer");
        return spacer;
    }

    private void show(String text, boolean decided) {
        var parameters = new HashMap<String, String>();
        if (!text.isBlank()) {
            parameters.put("q", text.strip());
        }
        if (decided) {
            parameters.put("tab", DECIDED);
        }
        getUI().ifPresent(ui -> ui.navigate(
                InboxView.class, new RouteParameters("kind", kind), QueryParameters.simple(Map.copyOf(parameters))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.kind." + kind);
    }
}
