package cn.baosong.registration.takeover;

import cn.baosong.common.Texts;
import cn.baosong.engine.Step;
import cn.baosong.registration.repository.RegistrationRepository;
import cn.baosong.upload.RunSteps;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of the model {@code enterprise-takeover} do. Each takes the step that asks for it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TakeoverSteps {

    private static final int ORDINARY_CHUNK = 50;

    private final RunSteps runs;
    private final RegistrationRepository registrations;
    private final TakeoverColumns columns;
    private final RowAdmission admission;
    private final Texts texts;

    TakeoverSteps(
            RunSteps runs,
            RegistrationRepository registrations,
            TakeoverColumns columns,
            RowAdmission admission,
            Texts texts) {
        this.runs = runs;
        this.registrations = registrations;
        this.columns = columns;
        this.admission = admission;
        this.texts = texts;
    }

    /**
     * Decides the next rows, as many as the property {@code chunk} of the step says. All of it is undone together when
     * the transaction fails, and done again.
     *
     * @return whether rows are left
     */
    public boolean takeOver(Step step) {
        return runs.next(step, ORDINARY_CHUNK, (run, rows) -> runs.decide(step, run, decided(step, run, rows)));
    }

    private List<UploadedRow> decided(Step step, UploadedRun run, List<UploadedRow> rows) {
        var context = TakeoverContext.of(run);
        var cells = columns.cells(context.revision());
        var candidates = rows.stream()
                .map(row -> Candidate.of(row, cells, new RowProblems(texts, context.letters(), row.number())))
                .toList();
        // All at once and in one order: who registers the same meanwhile waits, and nobody waits for each other.
        registrations.hold(
                candidates.stream().flatMap(Candidate::held).distinct().toList());
        var decided = new ArrayList<UploadedRow>();
        for (var candidate : candidates) {
            decided.add(admission.decide(step, run, context, candidate));
        }
        return decided;
    }
}
