package cn.baosong.review.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.Reviews;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;
import java.util.stream.Collectors;

/** The reviews that wait, the longest waiting first. */
class WaitingList extends Div {

    WaitingList(Reviews reviews, ReviewFilter filter, CodeLists codes, When when) {
        if (reviews.countWaiting(filter) == 0) {
            add(new EmptyState(
                    "✓",
                    getTranslation("review.empty.waiting.title"),
                    getTranslation(
                            filter.text().isEmpty() ? "review.empty.waiting.text" : "review.empty.search.text")));
            return;
        }
        var grid = new Grid<ReviewItem>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(reviews.countWaiting(filter) <= 20);
        grid.addComponentColumn(item -> SubjectCell.of(
                        item.title(),
                        item.detail(),
                        region(codes, item) + " · " + When.exact(item.since()),
                        () -> open(item),
                        requested(item)))
                .setKey("title")
                .setHeader(getTranslation("review.column.title"))
                .setFlexGrow(3);
        PhoneColumns.hide(List.of(
                grid.addColumn(item -> region(codes, item))
                        .setHeader(getTranslation("review.column.region"))
                        .setFlexGrow(2),
                grid.addColumn(item -> When.exact(item.since()))
                        .setHeader(getTranslation("review.column.since"))
                        .setAutoWidth(true)
                        .setFlexGrow(0)));
        grid.addColumn(item -> when.since(item.since(), getLocale()))
                .setHeader(getTranslation("review.column.waited"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setItems(DataProvider.fromCallbacks(
                query -> reviews.waiting(filter, query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return reviews.countWaiting(filter);
                }));
        add(grid);
    }

    private String region(CodeLists codes, ReviewItem item) {
        return codes.path("region", item.region()).stream()
                .map(entry -> entry.name(getLocale()))
                .collect(Collectors.joining(" → "));
    }

    private Component[] requested(ReviewItem item) {
        if (item.requested() == null) {
            return new Component[0];
        }
        var badge = new StatusBadge(StatusBadge.Tone.ATTENTION, getTranslation("review.request"));
        badge.setTitle(item.requested());
        return new Component[] {badge};
    }

    private static void open(ReviewItem item) {
        ReviewPages.openReview(item.kind(), item.subject());
    }
}
