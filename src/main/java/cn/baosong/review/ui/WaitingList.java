package cn.baosong.review.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.ReasonDialog;
import cn.baosong.review.Inbox;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.InboxOrder;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.Reviews;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.function.Consumer;

/** The reviews that wait, with a row the keyboard is at and with ticks where there is something to do with many. */
class WaitingList extends Div {

    private static final int ROWS_SHOWN_WHOLE = 20;
    private static final int NOT_COUNTED = -1;

    private final transient Inbox inbox;
    private final transient Reviews reviews;
    private final transient InboxAddress list;
    private final Ticks ticks;
    private final transient Runnable onTick;
    private final transient Runnable onDecided;
    private final Grid<ReviewItem> grid = new Grid<>();
    private int at = -1;
    private int counted = NOT_COUNTED;
    private transient ReviewItem here;

    /**
     * @param ticks null for none
     * @param onTick runs when other things are ticked
     * @param onDecided runs when something waits no more
     */
    WaitingList(
            Inbox inbox,
            Reviews reviews,
            InboxAddress list,
            WaitingColumns columns,
            Ticks ticks,
            Runnable onTick,
            Runnable onDecided,
            Consumer<InboxOrder> onSort) {
        this.inbox = inbox;
        this.reviews = reviews;
        this.list = list;
        this.ticks = ticks;
        this.onTick = onTick;
        this.onDecided = onDecided;
        var waiting = count();
        if (waiting == 0) {
            add(nothing());
            return;
        }
        grid.setId("waiting");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(waiting <= ROWS_SHOWN_WHOLE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPartNameGenerator(item -> here != null && here.id().equals(item.id()) ? "at-cursor" : null);
        if (ticks != null) {
            addTicks();
        }
        columns.addTo(grid);
        grid.setItems(DataProvider.fromCallbacks(
                query -> inbox.waiting(list.filter(), list.order(), query.getOffset(), query.getLimit()).stream(),
                query -> {
                    query.getOffset();
                    query.getLimit();
                    return length();
                }));
        showOrder(onSort);
        add(grid);
        if (waiting > Inbox.MOST_COUNTED) {
            add(new Paragraph(getTranslation("review.inbox.more", Inbox.MOST_COUNTED)));
        }
    }

    /** @return how many there are, at most {@link Inbox#MOST_COUNTED} and one, counted once for each time the list is drawn */
    int count() {
        if (counted == NOT_COUNTED) {
            counted = inbox.count(list.filter());
        }
        return counted;
    }

    private int length() {
        var length = count();
        counted = NOT_COUNTED;
        return Math.min(length, Inbox.MOST_COUNTED);
    }

    private EmptyState nothing() {
        return new EmptyState(
                "✓",
                getTranslation("review.empty.waiting.title"),
                getTranslation(list.filter().isOpen() ? "review.empty.waiting.text" : "review.empty.filter.text"));
    }

    private void addTicks() {
        var everything = new Checkbox(ticks.everything());
        everything.setId("tick-everything");
        everything.setAriaLabel(getTranslation("review.tick.everything"));
        everything.getElement().setAttribute("title", getTranslation("review.tick.everything"));
        everything.addValueChangeListener(change -> {
            ticks.tickEverything(change.getValue());
            grid.getDataProvider().refreshAll();
            onTick.run();
        });
        grid.addComponentColumn(this::tick)
                .setKey("tick")
                .setHeader(everything)
                .setWidth("52px")
                .setFlexGrow(0);
    }

    private Checkbox tick(ReviewItem item) {
        var tick = new Checkbox(ticks.has(item.id()));
        tick.setAriaLabel(getTranslation("review.tick", item.title()));
        tick.setEnabled(!ticks.everything());
        tick.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ticks.tick(item.id(), change.getValue());
                onTick.run();
            }
        });
        return tick;
    }

    /** A click on a header asks for another order of the whole list; the rows shown are not sorted among themselves. */
    private void showOrder(Consumer<InboxOrder> onSort) {
        grid.getColumns().stream()
                .filter(column -> column.getSortOrder(SortDirection.ASCENDING).anyMatch(order -> order.getSorted()
                        .equals(list.order().column().name())))
                .findFirst()
                .ifPresent(column -> grid.sort(List.of(new GridSortOrder<>(
                        column, list.order().descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING))));
        grid.addSortListener(sorted -> {
            if (sorted.isFromClient()) {
                onSort.accept(sorted.getSortOrder().stream()
                        .findFirst()
                        .map(WaitingList::order)
                        .orElse(InboxOrder.LONGEST_WAITING));
            }
        });
    }

    private static InboxOrder order(GridSortOrder<ReviewItem> clicked) {
        var column = clicked.getSorted()
                .getSortOrder(SortDirection.ASCENDING)
                .findFirst()
                .orElseThrow()
                .getSorted();
        return new InboxOrder(InboxOrder.Column.valueOf(column), clicked.getDirection() == SortDirection.DESCENDING);
    }

    /** @param rows how far, 1 for the next and -1 for the one before */
    void move(int rows) {
        stand(Math.max(0, at + rows));
    }

    /** Stands on a row, or on the last where there are fewer. */
    private void stand(int wanted) {
        var before = here;
        var there = inbox.waiting(list.filter(), list.order(), wanted, 1);
        if (there.isEmpty()) {
            return;
        }
        at = wanted;
        here = there.get(0);
        if (before != null) {
            grid.getDataProvider().refreshItem(before);
        }
        grid.getDataProvider().refreshItem(here);
        grid.scrollToIndex(at);
    }

    void tickHere() {
        if (ticks != null && here != null && !ticks.everything()) {
            ticks.tick(here.id(), !ticks.has(here.id()));
            grid.getDataProvider().refreshItem(here);
            onTick.run();
        }
    }

    void openHere() {
        if (here != null) {
            ReviewPages.openReview(list, here.subject());
        }
    }

    void acceptHere() {
        if (here != null) {
            var item = here;
            AcceptAnyway.ask(reviews, item, () -> accept(item), () -> {});
        }
    }

    private void accept(ReviewItem item) {
        try {
            reviews.accept(item);
            Notices.done(getTranslation(reviews.wording(item.kind()).done(), item.title()));
        } finally {
            decided(item);
        }
    }

    void returnHere() {
        if (here != null) {
            var item = here;
            new ReasonDialog(
                            getTranslation("review.return.title", item.title()),
                            getTranslation("review.return"),
                            Reviews.REASON_LIMIT,
                            reviews.reasonsUsed(item.kind()),
                            reason -> sendBack(item, reason))
                    .suggest(item.requested() == null ? "" : item.requested())
                    .open();
        }
    }

    private void sendBack(ReviewItem item, String reason) {
        try {
            reviews.sendBack(item, reason);
            Notices.done(getTranslation("review.returned", item.title()));
        } finally {
            decided(item);
        }
    }

    /** The row is gone, by this or by another; the next has taken its place. */
    private void decided(ReviewItem item) {
        if (ticks != null) {
            ticks.tick(item.id(), false);
        }
        here = null;
        grid.getDataProvider().refreshAll();
        stand(at);
        if (here == null && at > 0) {
            stand(at - 1);
        }
        if (here == null && count() == 0) {
            removeAll();
            add(nothing());
        }
        onDecided.run();
    }
}
