package cn.baosong.review.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.review.Decision;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.InboxOrder;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Screening;
import cn.baosong.review.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The fields a list of the inbox is narrowed with. On phones all but the search fold away behind a button. */
class FilterBar extends Div {

    private static final int MONTHS = 36;

    private final TextField search = new TextField();
    private final Div more = new Div();
    private final transient InboxAddress list;
    private final transient Consumer<InboxAddress> onChange;

    /** @param onChange gets the list that is wanted now */
    FilterBar(InboxAddress list, Consumer<InboxAddress> onChange) {
        this.list = list;
        this.onChange = onChange;
        addClassNames("filters", "inbox-filters");
        more.addClassName("more");
        search.setId("search");
        search.setPlaceholder(getTranslation("review.inbox.search"));
        search.setAriaLabel(getTranslation("review.inbox.search"));
        search.setClearButtonVisible(true);
        search.setValue(list.filter().text());
        search.setMaxLength(InboxAddress.TEXT_LIMIT);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(
                change -> narrow(list.filter().withText(change.getValue().strip())));
        var fold = new Button(getTranslation("review.filter.more"));
        fold.setId("filter-more");
        fold.addClassName("fold");
        fold.getElement().setAttribute("aria-expanded", "false");
        fold.addClickListener(click -> {
            var open = !hasClassName("open");
            setClassName("open", open);
            fold.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        });
        add(search, fold, more);
    }

    /** @param months newest first, those that can be chosen begin with this one */
    FilterBar month(YearMonth newest) {
        var months = Stream.iterate(newest, month -> month.minusMonths(1))
                .limit(MONTHS)
                .toList();
        more.add(choice(
                "month",
                months,
                list.filter().month() != null && months.contains(list.filter().month())
                        ? list.filter().month()
                        : null,
                YearMonth::toString,
                month -> narrow(list.filter().withMonth(month))));
        return this;
    }

    /** @param regions codes the regions lie in; empty for the whole nation */
    FilterBar places(CodeLists codes, Set<String> regions) {
        more.add(
                new CodeFilter(
                        codes,
                        "region",
                        regions,
                        list.filter().region(),
                        code -> narrow(list.filter().withRegion(code))),
                new CodeFilter(
                        codes,
                        "industry",
                        Set.of(),
                        list.filter().industry(),
                        code -> narrow(list.filter().withIndustry(code))));
        return this;
    }

    FilterBar screening() {
        more.add(choice(
                "screening",
                List.of(Screening.values()),
                list.filter().screening(),
                value -> getTranslation("review.screening." + value),
                value -> narrow(list.filter().withScreening(value))));
        return this;
    }

    /** @param wording what an acceptance is called */
    FilterBar decision(Wording wording) {
        more.add(choice(
                "decision",
                List.of(Decision.values()),
                list.filter().decision(),
                value -> getTranslation(wording.decided(value)),
                value -> narrow(list.filter().withDecision(value))));
        return this;
    }

    /** What can be asked of everything that waits: where it came from, whether it is late, in which order. */
    FilterBar waiting(List<InboxOrder> orders) {
        more.add(choice(
                "direct",
                List.of(Boolean.TRUE, Boolean.FALSE),
                list.filter().direct(),
                value -> getTranslation("review.filter.direct." + value),
                value -> narrow(list.filter().withDirect(value))));
        var sort = new Select<InboxOrder>();
        sort.setId("filter-sort");
        sort.setAriaLabel(getTranslation("review.filter.sort"));
        sort.setItems(orders);
        sort.setItemLabelGenerator(this::word);
        sort.setValue(orders.contains(list.order()) ? list.order() : null);
        sort.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                onChange.accept(list.with(change.getValue()));
            }
        });
        var overdue = new Checkbox(
                getTranslation("review.filter.overdue"), list.filter().overdue());
        overdue.setId("filter-overdue");
        overdue.addValueChangeListener(change -> narrow(list.filter().withOverdue(change.getValue())));
        more.add(sort, overdue);
        return this;
    }

    FilterBar with(Component component) {
        more.add(component);
        return this;
    }

    /** @return everything again */
    FilterBar reset() {
        var open = ReviewFilter.all(list.filter().kind());
        if (!list.filter().equals(open)) {
            var clear = new Button(getTranslation("review.filter.clear"), click -> narrow(open));
            clear.setId("filter-clear");
            clear.addThemeNames("tertiary");
            more.add(clear);
        }
        return this;
    }

    void focusSearch() {
        search.focus();
    }

    private String word(InboxOrder order) {
        return order == null
                ? ""
                : getTranslation("review.order." + order.column() + (order.descending() ? ".down" : ""));
    }

    private void narrow(ReviewFilter wanted) {
        if (!wanted.equals(list.filter())) {
            onChange.accept(list.with(wanted));
        }
    }

    private <T> Select<T> choice(
            String name, List<T> values, T chosen, Function<T, String> word, Consumer<T> onChoice) {
        var select = new Select<T>();
        select.setId("filter-" + name);
        var label = getTranslation("review.filter." + name);
        var any = getTranslation("review.filter.any", label);
        select.setAriaLabel(label);
        select.setPlaceholder(any);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(any);
        select.setItems(values);
        select.setItemLabelGenerator(value -> value == null ? any : word.apply(value));
        select.setValue(chosen);
        select.addValueChangeListener(change -> onChoice.accept(change.getValue()));
        return select;
    }
}
