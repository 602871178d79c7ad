package cn.baosong.filing.revision.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.When;
import cn.baosong.filing.revision.CarryOvers;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.UploadedRun;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.stream.Collectors;

/** The runs that carried reports over, each with its progress or result. */
final class CarryOverTable extends Div {

    private static final String COLUMN = "filing.revision.runs.";

    CarryOverTable(List<UploadedRun> runs) {
        if (runs.isEmpty()) {
            add(new EmptyState(
                    "…",
                    getTranslation("filing.revision.runs.none.title"),
                    getTranslation("filing.revision.runs.none.text")));
            return;
        }
        var table = new PlainTable(COLUMN + "revision", COLUMN + "asked", COLUMN + "result");
        table.setId("runs");
        runs.forEach(run -> table.row(
                new RouterLink(run.fileName(), CarryOverRunView.class, CarryOverRunView.of(run.id())),
                new Span(When.exact(run.uploadedAt()) + " " + run.uploaderName()),
                new Span(result(run))));
        add(table);
    }

    private String result(UploadedRun run) {
        return run.finished()
                ? RowStatus.OUTCOMES.stream()
                        .map(status -> getTranslation(status.key(CarryOvers.WORDS)) + " " + run.count(status))
                        .collect(Collectors.joining(" · "))
                : getTranslation("upload.run.going", run.decided(), run.rows());
    }
}
