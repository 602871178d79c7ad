package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.filing.FilingHistory;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.HistoryLine;
import cn.baosong.filing.ReportNames;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** My reports of all months (历史报送, HIS-01 to 12). The filter stands in the address. */
@Route(FilingPages.LIST)
@RolesAllowed("ENTERPRISE")
class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int DECEMBER = 12;

    private final transient FilingHistory history;
    private final transient Filings filings;
    private final transient ReportNames names;
    private final transient Texts texts;
    private HistoryFilter filter;

    HistoryView(FilingHistory history, Filings filings, ReportNames names, Texts texts) {
        this.history = history;
        this.filings = filings;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = HistoryFilter.of(
                event.getLocation().getQueryParameters(),
                history.firstMonth(Filings.SCHEME).getYear(),
                history.currentMonth(Filings.SCHEME).getYear());
        build();
    }

    private void build() {
        removeAll();
        var lines = history.lines(Filings.SCHEME, first(), last(), filter.earlier()).stream()
                .filter(filter::shows)
                .toList();
        var card = new Card("", filters(), list(lines));
        if (!filter.earlier() && history.hasEarlier(Filings.SCHEME, first(), last())) {
            var more = new NativeButton(getTranslation("filing.history.earlier"), click -> show(filter.withEarlier()));
            more.setId("earlier");
            more.addClassName("link");
            card.add(more);
        }
        add(new PageHeader(getPageTitle(), getTranslation("filing.history.sentence")), card);
    }

    private YearMonth first() {
        return YearMonth.of(filter.from(), 1);
    }

    private YearMonth last() {
        return YearMonth.of(filter.to(), DECEMBER);
    }

    private Component list(List<HistoryLine> lines) {
        return lines.isEmpty()
                ? new EmptyState(
                        "…", getTranslation("filing.history.none.title"), getTranslation("filing.history.none.text"))
                : new HistoryTable(
                        lines,
                        new ReportActions(filings, history, names, texts, getLocale(), this::build),
                        texts,
                        getLocale());
    }

    private Div filters() {
        var from = years("from", filter.from());
        var to = years("to", filter.to());
        from.addValueChangeListener(change ->
                show(filter.years(change.getValue(), filter.from() == filter.to() ? change.getValue() : filter.to())));
        to.addValueChangeListener(change -> show(filter.years(filter.from(), change.getValue())));
        var status = new Select<String>();
        status.setId("status");
        status.setLabel(getTranslation("filing.history.status"));
        var known = new ArrayList<String>();
        known.add(HistoryFilter.NOT_FILED);
        Arrays.stream(FilingStatus.values()).map(Enum::name).forEach(known::add);
        status.setItems(known);
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(getTranslation("filing.history.all"));
        status.setItemLabelGenerator(
                name -> getTranslation(name == null ? "filing.history.all" : "filing.status." + name));
        status.setValue(filter.status());
        status.addValueChangeListener(change -> show(filter.only(change.getValue())));
        var filters = new Div(from, to, status);
        filters.addClassName("filters");
        return filters;
    }

    private Select<Integer> years(String id, int chosen) {
        var years = new Select<Integer>();
        years.setId(id);
        years.setLabel(getTranslation("filing.history." + id));
        years.setItems(IntStream.rangeClosed(
                        history.firstMonth(Filings.SCHEME).getYear(),
                        history.currentMonth(Filings.SCHEME).getYear())
                .map(year -> history.firstMonth(Filings.SCHEME).getYear()
                        + history.currentMonth(Filings.SCHEME).getYear()
                        - year)
                .boxed()
                .toList());
        years.setValue(chosen);
        years.setWidth("120px");
        return years;
    }

    private void show(HistoryFilter wanted) {
        getUI().ifPresent(ui -> ui.navigate(HistoryView.class, wanted.query()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.history.title");
    }
}
