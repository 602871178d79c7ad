package cn.baosong.filing.batch.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.filing.batch.BatchRow;
import cn.baosong.filing.batch.BatchRun;
import cn.baosong.filing.batch.BatchStatus;
import cn.baosong.review.Reviews;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;

/** The enterprises of a workbook in its order: what has become of each, and why. */
class BatchRowList extends Div {

    private static final int FEW = 20;

    private final transient Reviews reviews;

    /** @param shown null for all */
    BatchRowList(BatchReports batches, Reviews reviews, BatchRun run, BatchStatus shown) {
        this.reviews = reviews;
        var count = shown == null ? run.rows() : run.count(shown);
        if (count == 0) {
            add(new EmptyState(
                    "✓",
                    getTranslation("filing.batch.rows.none.title"),
                    getTranslation("filing.batch.rows.none.text")));
            return;
        }
        var grid = new Grid<BatchRow>();
        grid.setId("rows");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(count <= FEW);
        grid.addColumn(BatchRow::number)
                .setHeader(getTranslation("filing.batch.result.row"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(BatchRowList::who)
                .setHeader(getTranslation("filing.batch.result.name"))
                .setFlexGrow(2);
        PhoneColumns.hide(List.of(grid.addColumn(BatchRow::loginName)
                .setHeader(getTranslation("filing.batch.result.user-id"))
                .setFlexGrow(1)));
        grid.addComponentColumn(this::result)
                .setKey("result")
                .setHeader(getTranslation("filing.batch.result.status"))
                .setFlexGrow(4);
        grid.setItems(DataProvider.fromCallbacks(
                query -> batches.rows(run.id(), shown, query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return count;
                }));
        add(grid);
    }

    private static Component who(BatchRow row) {
        var detail = new Span(row.loginName());
        detail.addClassName("cell-detail");
        return new Div(new Span(row.name()), detail);
    }

    private Component result(BatchRow row) {
        var tone =
                switch (row.status()) {
                    case FILED -> StatusBadge.Tone.ACCEPTED;
                    case REFUSED -> StatusBadge.Tone.RETURNED;
                    case BEGUN -> StatusBadge.Tone.NONE;
                    case PENDING -> StatusBadge.Tone.WAITING;
                };
        var cell = new Div(new StatusBadge(tone, getTranslation("filing.batch.status." + row.status())));
        // A report that waits elsewhere is read there.
        if (row.filing() != null && reviews.waitingFor(row.filing()).isPresent()) {
            cell.add(new Div(new Anchor("reviews/filing/" + row.filing(), getTranslation("filing.batch.open"))));
        }
        row.problems().forEach(problem -> cell.add(new Div(problem.text(getLocale()))));
        return cell;
    }
}
