package cn.baosong.registration.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.registration.takeover.TakeoverRow;
import cn.baosong.registration.takeover.TakeoverRun;
import cn.baosong.registration.takeover.TakeoverStatus;
import cn.baosong.registration.takeover.Takeovers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.List;

/** The rows of a workbook in its order: what has become of each, and why. */
class TakeoverRowList extends Div {

    private static final int FEW = 20;

    /** @param shown null for all */
    TakeoverRowList(Takeovers takeovers, TakeoverRun run, TakeoverStatus shown) {
        var count = shown == null ? run.rows() : run.count(shown);
        if (count == 0) {
            add(new EmptyState(
                    "✓",
                    getTranslation("registration.takeover.rows.none.title"),
                    getTranslation("registration.takeover.rows.none.text")));
            return;
        }
        var grid = new Grid<TakeoverRow>();
        grid.setId("rows");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(count <= FEW);
        grid.addColumn(TakeoverRow::number)
                .setHeader(getTranslation("registration.takeover.result.row"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(TakeoverRowList::who)
                .setHeader(getTranslation("registration.takeover.result.name"))
                .setFlexGrow(2);
        PhoneColumns.hide(List.of(grid.addColumn(TakeoverRow::loginName)
                .setHeader(getTranslation("registration.takeover.result.login-name"))
                .setFlexGrow(1)));
        grid.addComponentColumn(this::result)
                .setHeader(getTranslation("registration.takeover.result.status"))
                .setFlexGrow(4);
        grid.setItems(DataProvider.fromCallbacks(
                query -> takeovers.rows(run.id(), shown, query.getOffset(), query.getLimit()).stream(), query -> {
                    query.getOffset();
                    query.getLimit();
                    return count;
                }));
        add(grid);
    }

    private static Component who(TakeoverRow row) {
        var detail = new Span(row.loginName());
        detail.addClassName("cell-detail");
        return new Div(new Span(row.name()), detail);
    }

    private Component result(TakeoverRow row) {
        var tone =
                switch (row.status()) {
                    case TAKEN_OVER -> StatusBadge.Tone.ACCEPTED;
                    case REFUSED -> StatusBadge.Tone.RETURNED;
                    case ALREADY -> StatusBadge.Tone.NONE;
                    case PENDING -> StatusBadge.Tone.WAITING;
                };
        var cell = new Div(new StatusBadge(tone, getTranslation("registration.takeover.status." + row.status())));
        row.problems().forEach(problem -> cell.add(new Div(problem.text(getLocale()))));
        return cell;
    }
}
