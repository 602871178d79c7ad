package cn.baosong.review.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.review.Decision;
import cn.baosong.review.Inbox;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Reviews;
import cn.baosong.review.Wording;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;

/** What my desks decided, newest first. */
class DecidedList extends Div {

    private final transient Wording wording;

    DecidedList(Reviews reviews, ReviewFilter filter) {
        this.wording = reviews.wording(filter.kind());
        if (reviews.countDecided(filter) == 0) {
            add(new EmptyState(
                    "…",
                    getTranslation("review.empty.decided.title"),
                    getTranslation(filter.isOpen() ? "review.empty.decided.text" : "review.empty.filter.text")));
            return;
        }
        var grid = new Grid<ReviewAction>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(reviews.countDecided(filter) <= 20);
        grid.addComponentColumn(action -> SubjectCell.of(
                        action.title(),
                        action.detail(),
                        action.actor() + " · " + When.exact(action.at()),
                        () -> ReviewPages.openReview(action.kind(), action.subject())))
                .setKey("title")
                .setHeader(getTranslation("review.column.title"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::badge)
                .setHeader(getTranslation("review.column.decision"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        PhoneColumns.hide(List.of(
                grid.addColumn(ReviewAction::actor)
                        .setHeader(getTranslation("review.column.actor"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(action -> When.exact(action.at()))
                        .setHeader(getTranslation("review.column.at"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(action -> action.reason() == null ? "" : action.reason())
                        .setHeader(getTranslation("common.reason.label"))
                        .setFlexGrow(2)));
        grid.setItems(DataProvider.fromCallbacks(
                query -> reviews.decided(filter, query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return Math.min(reviews.countDecided(filter), Inbox.MOST_COUNTED);
                }));
        add(grid);
    }

    private StatusBadge badge(ReviewAction action) {
        return new StatusBadge(
                action.decision() == Decision.ACCEPTED ? StatusBadge.Tone.ACCEPTED : StatusBadge.Tone.RETURNED,
                getTranslation(wording.decided(action.decision())));
    }
}
