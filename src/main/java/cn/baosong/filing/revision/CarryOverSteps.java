package cn.baosong.filing.revision;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.Step;
import cn.baosong.filing.FilingCarryOver;
import cn.baosong.filing.FilingCarryOver.Outcome;
import cn.baosong.upload.RowProblem;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.RunSteps;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the step of the model {@code carry-over} does. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CarryOverSteps {

    private static final int ORDINARY_CHUNK = 50;

    private final RunSteps runs;
    private final FilingCarryOver filings;
    private final Texts texts;

    CarryOverSteps(RunSteps runs, FilingCarryOver filings, Texts texts) {
        this.runs = runs;
        this.filings = filings;
        this.texts = texts;
    }

    /**
     * Carries the next reports over, as many as the property {@code chunk} of the step says, each in a transaction of its
     * own together with its line: what is carried stands when the node stops, and is not looked at again.
     *
     * @return whether reports are left
     */
    public boolean carry(Step step) {
        return runs.next(
                step,
                ORDINARY_CHUNK,
                (run, rows) -> rows.forEach(row -> runs.alone(step, run, row, waiting -> decided(step, run, waiting))));
    }

    private UploadedRow decided(Step step, UploadedRun run, UploadedRow row) {
        var report = CarryOverContext.report(row);
        var outcome = filings.carry(step, report, CarryOverContext.of(run).target());
        return switch (outcome.state()) {
            case CARRIED ->
                new UploadedRow(
                        row.number(), row.loginName(), row.name(), Map.of(), RowStatus.DONE, notes(outcome), report);
            case UP_TO_DATE -> row.already(List.of(note("filing.revision.note.up-to-date")));
            case NOT_WITH_THE_ENTERPRISE -> row.already(List.of(note("filing.revision.note.elsewhere")));
        };
    }

    /** What the enterprise will have to look at. */
    private List<RowProblem> notes(Outcome outcome) {
        var notes = new ArrayList<RowProblem>();
        if (!outcome.aside().isEmpty()) {
            notes.add(note("filing.revision.note.aside", outcome.aside().size()));
        }
        if (outcome.refused() > 0) {
            notes.add(note("filing.revision.note.refused", outcome.refused()));
        }
        if (!outcome.findings().isEmpty()) {
            notes.add(note("filing.revision.note.found", outcome.findings().size()));
        }
        return notes;
    }

    private RowProblem note(String key, Object... arguments) {
        return RowProblem.of("", new Problem(key, arguments), texts);
    }
}
