package cn.baosong.upload.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PagedGrid;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.RunResults;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of a workbook in its order: what has become of each, and why. */
class RunRowList extends Div {

    private final String words;
    private final transient Function<UploadedRow, Optional<Component>> made;

    /**
     * @param words where the texts of the feature's runs begin
     * @param shown null for all
     * @param made the way to what was made of a row
     */
    RunRowList(
            RunResults runs,
            UploadedRun run,
            String words,
            RowStatus shown,
            Function<UploadedRow, Optional<Component>> made) {
        this.words = words;
        this.made = made;
        var count = shown == null ? run.rows() : run.count(shown);
        if (count == 0) {
            add(new EmptyState("✓", getTranslation("upload.rows.none.title"), getTranslation("upload.rows.none.text")));
            return;
        }
        var grid =
                new PagedGrid<UploadedRow>("rows", count, (offset, limit) -> runs.rows(run.id(), shown, offset, limit));
        grid.addColumn(UploadedRow::number)
                .setHeader(getTranslation("upload.result.row"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(RunRowList::who)
                .setHeader(getTranslation("upload.result.name"))
                .setFlexGrow(2);
        PhoneColumns.hide(List.of(grid.addColumn(UploadedRow::loginName)
                .setHeader(getTranslation("upload.result.user-id"))
                .setFlexGrow(1)));
        grid.addComponentColumn(this::result)
                .setKey("result")
                .setHeader(getTranslation("upload.result.status"))
                .setFlexGrow(4);
        add(grid);
    }

    private static Component who(UploadedRow row) {
        var detail = new Span(row.loginName());
        detail.addClassName("cell-detail");
        return new Div(new Span(row.name()), detail);
    }

    private Component result(UploadedRow row) {
        var tone =
                switch (row.status()) {
                    case DONE -> StatusBadge.Tone.ACCEPTED;
                    case REFUSED -> StatusBadge.Tone.RETURNED;
                    case ALREADY -> StatusBadge.Tone.NONE;
                    case PENDING -> StatusBadge.Tone.WAITING;
                };
        var cell = new Div(new StatusBadge(tone, getTranslation(row.status().key(words))));
        made.apply(row).ifPresent(way -> cell.add(new Div(way)));
        row.problems().forEach(problem -> cell.add(new Div(problem.text(getLocale()))));
        return cell;
    }
}
