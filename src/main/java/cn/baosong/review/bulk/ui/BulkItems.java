package cn.baosong.review.bulk.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PagedGrid;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.review.Screening;
import cn.baosong.review.bulk.BulkExport;
import cn.baosong.review.bulk.BulkItem;
import cn.baosong.review.bulk.BulkOperation;
import cn.baosong.review.bulk.BulkResult;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.review.bulk.BulkState;
import cn.baosong.review.ui.ReviewPages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The items of an operation, each with what became of it and a link to its review. */
class BulkItems extends Div {

    /** @param shown null for all */
    BulkItems(BulkReviews bulk, BulkExport export, BulkOperation operation, BulkResult shown) {
        var count = shown == null ? operation.size() : operation.count(shown);
        if (count == 0) {
            add(new EmptyState(
                    "…",
                    getTranslation("review.bulk.items.none.title"),
                    getTranslation("review.bulk.items.none.text")));
            return;
        }
        var grid = new PagedGrid<BulkItem>(
                "bulk-items", count, (offset, limit) -> bulk.items(operation.id(), shown, offset, limit));
        grid.addComponentColumn(item -> cell(operation, item))
                .setKey("title")
                .setHeader(getTranslation("review.bulk.column.title"))
                .setFlexGrow(3);
        PhoneColumns.hide(List.of(
                grid.addColumn(BulkItem::detail)
                        .setHeader(getTranslation("review.bulk.column.detail"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(BulkItem::deskName)
                        .setHeader(getTranslation("review.bulk.column.desk"))
                        .setFlexGrow(2),
                grid.addColumn(item -> item.directDesk() == null ? "" : item.directDesk())
                        .setHeader(getTranslation("review.bulk.column.direct"))
                        .setFlexGrow(2)));
        if (operation.state() == BulkState.PREVIEW) {
            grid.addComponentColumn(item -> screening(item.screening()))
                    .setHeader(getTranslation("review.bulk.column.screening"))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        } else {
            grid.addComponentColumn(item ->
                            new Div(BulkBadge.of(item.result(), this), new Div(export.words(item, getLocale()))))
                    .setHeader(getTranslation("review.bulk.column.result"))
                    .setFlexGrow(3);
        }
        add(grid);
    }

    /** Leads to the review where the acting desk may look at it: what waits below it is not its own to open. */
    private static Component cell(BulkOperation operation, BulkItem item) {
        var gone = item.result() == BulkResult.WITHDRAWN || item.result() == BulkResult.MOVED;
        var below = !item.desk().equals(item.actingDesk()) && item.result() != BulkResult.DONE;
        if (gone || below) {
            var detail = new Span(item.detail());
            detail.addClassName("cell-detail");
            return new Div(new Span(item.title()), detail);
        }
        return PhoneColumns.cell(
                item.title(), item.detail(), () -> ReviewPages.openReview(operation.kind(), item.subject()));
    }

    private Component screening(Screening screening) {
        if (screening == null) {
            return new Span();
        }
        var tone =
                switch (screening) {
                    case PASSED -> StatusBadge.Tone.ACCEPTED;
                    case NOT_PASSED -> StatusBadge.Tone.ATTENTION;
                    case NOT_COMPARABLE -> StatusBadge.Tone.NONE;
                };
        return new StatusBadge(tone, getTranslation("review.screening." + screening));
    }
}
