package cn.baosong.registration.takeover;

import cn.baosong.common.Texts;
import cn.baosong.engine.Step;
import cn.baosong.registration.TakeoverProcess;
import cn.baosong.registration.repository.RegistrationRepository;
import cn.baosong.registration.repository.TakeoverRepository;
import java.time.Clock;
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
    private static final int LARGEST_CHUNK = 500;

    private final TakeoverRepository repository;
    private final RegistrationRepository registrations;
    private final TakeoverColumns columns;
    private final RowAdmission admission;
    private final Texts texts;
    private final Clock clock;

    TakeoverSteps(
            TakeoverRepository repository,
            RegistrationRepository registrations,
            TakeoverColumns columns,
            RowAdmission admission,
            Texts texts,
            Clock clock) {
        this.repository = repository;
        this.registrations = registrations;
        this.columns = columns;
        this.admission = admission;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Decides the next rows, as many as the property {@code chunk} of the step says. All of it is undone together when
     * the transaction fails, and done again.
     *
     * @return whether rows are left
     */
    public boolean takeOver(Step step) {
        var run = repository
                .lock(step.subject())
                .orElseThrow(() -> new IllegalStateException("no takeover has the business key of the process"));
        if (!run.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the takeover");
        }
        var chunk = chunk(step.setting(TakeoverProcess.CHUNK));
        var rows = repository.pending(run.id(), chunk + 1);
        var now = rows.subList(0, Math.min(chunk, rows.size()));
        var cells = columns.cells(run.revision());
        var candidates = now.stream()
                .map(row -> Candidate.of(row, run, cells, new RowProblems(texts, run.letters(), row.number())))
                .toList();
        // All at once and in one order: who registers the same meanwhile waits, and nobody waits for each other.
        registrations.hold(
                candidates.stream().flatMap(Candidate::held).distinct().toList());
        var decided = new ArrayList<TakeoverRow>();
        for (var candidate : candidates) {
            decided.add(admission.decide(step, run, candidate));
        }
        var left = rows.size() > chunk;
        repository.decide(step, run.id(), List.copyOf(decided), left ? null : clock.instant(), clock.instant());
        return left;
    }

    private static int chunk(String setting) {
        try {
            return setting == null ? ORDINARY_CHUNK : Math.max(1, Math.min(LARGEST_CHUNK, Integer.parseInt(setting)));
        } catch (NumberFormatException noNumber) {
            return ORDINARY_CHUNK;
        }
    }
}
