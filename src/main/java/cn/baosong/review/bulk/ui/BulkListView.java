package cn.baosong.review.bulk.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.When;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.bulk.BulkOperation;
import cn.baosong.review.bulk.BulkResult;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.review.ui.ReviewPages;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The bulk operations in the name of my desks, the newest first: where one that was left is found again. */
@Route("reviews/bulk")
@RolesAllowed("REVIEWER")
class BulkListView extends Div implements HasDynamicTitle {

    private static final int FEW = 20;

    private final transient BulkReviews bulk;

    BulkListView(BulkReviews bulk) {
        this.bulk = bulk;
        add(new PageHeader(getPageTitle(), getTranslation("review.bulk.sentence")));
        var operations = bulk.mine();
        add(new Card("", operations.isEmpty() ? none() : list(operations)));
    }

    private EmptyState none() {
        var inbox = ReviewPages.link(InboxAddress.of(ReviewFilter.all("filing")));
        inbox.setText(getTranslation("review.bulk.none.open"));
        return new EmptyState(
                "…", getTranslation("review.bulk.none.title"), getTranslation("review.bulk.none.text"), inbox);
    }

    private Grid<BulkOperation> list(List<BulkOperation> operations) {
        var grid = new Grid<BulkOperation>();
        grid.setId("operations");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(operations.size() <= FEW);
        grid.addComponentColumn(operation -> PhoneColumns.cell(
                        title(operation),
                        operation.actor() + " · " + When.exact(operation.confirmedAt()),
                        () -> BulkPages.open(operation.id())))
                .setKey("title")
                .setHeader(getTranslation("review.bulk.column.action"))
                .setFlexGrow(3);
        grid.addComponentColumn(operation -> BulkBadge.of(operation.state(), this))
                .setHeader(getTranslation("review.bulk.column.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(operation -> operation.count(BulkResult.DONE) + " / " + operation.size())
                .setHeader(getTranslation("review.bulk.column.done"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        PhoneColumns.hide(List.of(
                grid.addColumn(BulkOperation::actor)
                        .setHeader(getTranslation("review.bulk.column.by"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(operation -> When.exact(operation.confirmedAt()))
                        .setHeader(getTranslation("review.bulk.column.at"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(operation -> operation.reason() == null ? "" : operation.reason())
                        .setHeader(getTranslation("review.bulk.column.reason"))
                        .setFlexGrow(2)));
        grid.setItems(operations);
        return grid;
    }

    private String title(BulkOperation operation) {
        return getTranslation("review.bulk.action." + bulk.word(operation.action(), operation.kind())) + " · "
                + getTranslation("review.kind." + operation.kind());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.bulk.title");
    }
}
