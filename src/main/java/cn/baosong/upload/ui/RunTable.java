package cn.baosong.upload.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.When;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.UploadedRun;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The workbooks sent lately, each with its progress or result. */
public final class RunTable extends Div {

    /**
     * @param page of one run
     * @param words where the texts of the feature's runs begin
     * @param about what a workbook is about, under the head {@code words + "about"}
     */
    public RunTable(
            List<UploadedRun> runs, Class<? extends RunPage> page, String words, Function<UploadedRun, String> about) {
        if (runs.isEmpty()) {
            add(new EmptyState("…", getTranslation("upload.none.title"), getTranslation("upload.none.text")));
            return;
        }
        var head = new NativeTableRow();
        for (var title : List.of("upload.run.file", words + "about", "upload.run.sent", "upload.run.result")) {
            head.add(new NativeTableHeaderCell(getTranslation(title)));
        }
        var body = new NativeTableBody();
        for (var run : runs) {
            body.add(new NativeTableRow(
                    new NativeTableCell(new RouterLink(run.fileName(), page, RunPage.parameters(run.id()))),
                    new NativeTableCell(about.apply(run)),
                    new NativeTableCell(When.exact(run.uploadedAt())),
                    new NativeTableCell(progress(run, words))));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        addClassName("table-scroll");
        add(table);
    }

    private Component progress(UploadedRun run, String words) {
        return new Span(
                run.finished()
                        ? RowStatus.OUTCOMES.stream()
                                .map(status -> getTranslation(status.key(words)) + " " + run.count(status))
                                .collect(Collectors.joining(" · "))
                        : getTranslation("upload.run.going", run.decided(), run.rows()));
    }

    /** @return the table with the title of such lists */
    public Card card() {
        return new Card(getTranslation("upload.runs"), this);
    }
}
