package cn.baosong.review.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.Inbox;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.InboxFigures;
import cn.baosong.review.InboxOrder;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Reviews;
import cn.baosong.review.SavedFilters;
import cn.baosong.review.SubjectSources;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What waits at my desks, and what they decided (REV-01, REG-38). Filter, order and tab stand in the address, so that a
 * list can be linked to, kept and come back to.
 */
@Route("reviews/:kind")
@RolesAllowed("REVIEWER")
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TAB = "tab";
    private static final String DECIDED = "decided";
    private static final Set<InboxOrder.Column> OF_COMPARED =
            Set.of(InboxOrder.Column.SCREENING, InboxOrder.Column.FIGURE, InboxOrder.Column.GROWTH);

    private final transient Inbox inbox;
    private final transient Reviews reviews;
    private final transient SavedFilters saved;
    private final transient SubjectSources sources;
    private final transient Desks desks;
    private final transient CodeLists codes;
    private final transient When when;
    private final transient Clock clock;
    private final transient Optional<InboxActions> actions;
    private final Ticks ticks = new Ticks();
    private final Div tiles = new Div();
    private final Div bar = new Div();
    private PageHeader header = new PageHeader("", "");
    private String kind = "";
    private transient Optional<String> figure = Optional.empty();
    private transient IntSupplier all = () -> 0;
    private boolean typed;

    InboxView(
            Inbox inbox,
            Reviews reviews,
            SavedFilters saved,
            SubjectSources sources,
            Desks desks,
            CodeLists codes,
            When when,
            Clock clock,
            ObjectProvider<InboxActions> actions) {
        this.inbox = inbox;
        this.reviews = reviews;
        this.saved = saved;
        this.sources = sources;
        this.desks = desks;
        this.codes = codes;
        this.when = when;
        this.clock = clock;
        this.actions = actions.stream().findFirst();
        bar.addClassName("inbox-actions");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        kind = event.getRouteParameters()
                .get("kind")
                .filter(sources.kinds()::contains)
                .orElseThrow(NotFoundException::new);
        figure = sources.figure(kind, getLocale());
        var parameters = ReviewPages.single(event.getLocation().getQueryParameters());
        build(InboxAddress.parse(kind, parameters), DECIDED.equals(parameters.get(TAB)));
    }

    private void build(InboxAddress list, boolean decided) {
        removeAll();
        ticks.show(list.filter());
        var fields = fields(list, decided);
        var head = new Div(tabs(list, decided), fields);
        head.addClassName("inbox-head");
        var card = new Card("", head);
        all = () -> inbox.count(ReviewFilter.all(kind));
        if (decided) {
            card.add(new DecidedList(reviews, list.filter()));
        } else {
            var rows = new WaitingList(
                    inbox,
                    reviews,
                    list,
                    new WaitingColumns(list, figure, codes, when, clock),
                    actions.isPresent() ? ticks : null,
                    this::showActions,
                    this::refresh,
                    order -> show(list.with(order), false));
            card.add(bar, rows, keys(rows, fields));
            // Where nothing is filtered, the heading and the list say the same number, and it is counted once.
            all = list.filter().isOpen() ? rows::count : all;
        }
        header = new PageHeader(getPageTitle(), "");
        add(header, tiles, card);
        refresh();
        if (typed) {
            fields.focusSearch();
            typed = false;
        }
    }

    /** Figures and actions as they are now; the list stays where it is. */
    private void refresh() {
        var figures = inbox.figures(kind);
        header.setSentence(sentence(all.getAsInt(), figures));
        tiles.removeAll();
        if (figure.isPresent()) {
            tiles.add(new InboxTiles(kind, figures, when));
        }
        showActions();
    }

    private void showActions() {
        bar.removeAll();
        actions.ifPresent(supplied -> bar.add(supplied.bar(ticks.selection())));
    }

    private String sentence(int all, InboxFigures figures) {
        var waiting = Counted.text(all);
        return figures.accepted() == 0 && figures.overdue() == 0
                ? getTranslation("review.inbox.sentence", waiting)
                : getTranslation(
                        "review.inbox.sentence.parts",
                        waiting,
                        Counted.part(figures.direct()),
                        Counted.part(figures.accepted()),
                        Counted.part(figures.overdue()));
    }

    private Tabs tabs(InboxAddress list, boolean decided) {
        var waitingTab = new Tab(getTranslation("review.inbox.waiting"));
        var decidedTab = new Tab(getTranslation("review.inbox.decided"));
        var tabs = new Tabs(waitingTab, decidedTab);
        tabs.setSelectedTab(decided ? decidedTab : waitingTab);
        tabs.addSelectedChangeListener(change -> show(list, tabs.getSelectedTab() == decidedTab));
        return tabs;
    }

    private FilterBar fields(InboxAddress list, boolean decided) {
        var fields = new FilterBar(list, wanted -> {
            typed = !wanted.filter().text().equals(list.filter().text());
            show(wanted, decided);
        });
        var newest = YearMonth.now(clock.withZone(PlatformTime.ZONE));
        if (decided) {
            return fields.month(newest).decision(reviews.wording(kind)).reset();
        }
        fields.places(codes, regions());
        if (figure.isPresent()) {
            fields.month(newest).screening();
        }
        var keep = new Button(
                getTranslation("review.saved.open"),
                click -> new SavedFilterDialog(saved, list, wanted -> show(wanted, false)).open());
        keep.setId("saved-filters");
        return fields.waiting(orders()).with(keep).reset();
    }

    /** @return the regions of my desks, empty where one of them has the whole nation */
    private Set<String> regions() {
        var mine = desks.mine();
        return mine.stream().anyMatch(desk -> desk.region() == null)
                ? Set.of()
                : mine.stream().map(Desk::region).collect(Collectors.toSet());
    }

    private List<InboxOrder> orders() {
        return Arrays.stream(InboxOrder.Column.values())
                .filter(column -> figure.isPresent() || !OF_COMPARED.contains(column))
                .flatMap(column -> Stream.of(new InboxOrder(column, false), new InboxOrder(column, true)))
                .distinct()
                .toList();
    }

    private ListKeys keys(WaitingList rows, FilterBar fields) {
        var keys = new HashMap<String, Runnable>(Map.of(
                "j", () -> rows.move(1),
                "k", () -> rows.move(-1),
                "o", rows::openHere,
                "Enter", rows::openHere,
                "a", rows::acceptHere,
                "r", rows::returnHere,
                "/", fields::focusSearch));
        var words = new LinkedHashMap<String, String>();
        words.put("J K", getTranslation("review.keys.move"));
        words.put("O", getTranslation("review.keys.open"));
        if (actions.isPresent()) {
            keys.put("x", rows::tickHere);
            words.put("X", getTranslation("review.keys.tick"));
        }
        words.put("A", getTranslation(reviews.wording(kind).action()));
        words.put("R", getTranslation("review.return"));
        words.put("/", getTranslation("review.keys.search"));
        words.put("?", getTranslation("review.keys.help"));
        return new ListKeys(keys, words);
    }

    private void show(InboxAddress list, boolean decided) {
        var parameters = list.parameters();
        if (decided) {
            parameters.put(TAB, DECIDED);
        }
        getUI().ifPresent(ui -> ui.navigate(
                InboxView.class, new RouteParameters("kind", kind), QueryParameters.simple(Map.copyOf(parameters))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.kind." + kind);
    }
}
