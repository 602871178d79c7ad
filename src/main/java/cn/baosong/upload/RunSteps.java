package cn.baosong.upload;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.Failures;
import cn.baosong.engine.Step;
import cn.baosong.engine.WorkAside;
import cn.baosong.upload.repository.RunRepository;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Works a run off, a chunk at each visit of the step. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RunSteps {

    private static final int LARGEST_CHUNK = 500;
    private static final Logger LOG = LoggerFactory.getLogger(RunSteps.class);

    private final RunRepository repository;
    private final WorkAside aside;
    private final Texts texts;
    private final Clock clock;

    RunSteps(RunRepository repository, WorkAside aside, Texts texts, Clock clock) {
        this.repository = repository;
        this.aside = aside;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Hands out the next rows, as many as the property {@code chunk} of the step says, with the run locked.
     *
     * @param ordinary size of a chunk where the model says none
     * @param work decides every one of them by {@link #decide} or {@link #alone}
     * @return whether rows are left
     */
    public boolean next(Step step, int ordinary, BiConsumer<UploadedRun, List<UploadedRow>> work) {
        var run = repository
                .lock(step.subject())
                .orElseThrow(() -> new IllegalStateException("no run has the business key of the process"));
        if (!run.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the run");
        }
        var chunk = chunk(step.setting(UploadProcess.CHUNK), ordinary);
        var rows = repository.pending(run.id(), chunk + 1);
        work.accept(run, rows.subList(0, Math.min(chunk, rows.size())));
        var left = rows.size() > chunk;
        if (!left) {
            repository.finish(step, run.id(), clock.instant());
        }
        return left;
    }

    /** Keeps what became of rows, in the transaction of the step: undone with it, and done again. */
    public void decide(Step step, UploadedRun run, List<UploadedRow> decided) {
        repository.decide(step, run.id(), decided, clock.instant());
    }

    /**
     * Decides one row in a transaction of its own, which stands whatever becomes of the next. A refusal, and a failure of
     * this row alone, is undone and kept as its result; a failure that passes by itself, such as a database that is away,
     * is thrown, so that the engine tries again later.
     *
     * @param decision gives the row as decided, or throws a {@link Problem} that refuses it
     */
    public void alone(Step step, UploadedRun run, UploadedRow row, UnaryOperator<UploadedRow> decision) {
        try {
            keepOrLookAgain(step, run, row, decision);
        } catch (Problem against) {
            keep(step, run, row, waiting -> waiting.refused(List.of(RowProblem.of("", against, texts))));
        } catch (RuntimeException failure) {
            if (Failures.passing(failure)) {
                throw failure;
            }
            keep(step, run, row, waiting -> waiting.refused(List.of(unexpected(run, row, failure))));
        }
    }

    /** Says that a row failed in a way nobody has foreseen, and leaves why in the log. */
    public RowProblem unexpected(UploadedRun run, UploadedRow row, RuntimeException failure) {
        LOG.error("row {} of run {} ({}) failed", row.number(), run.id(), run.process(), failure);
        return RowProblem.of("", new Problem("upload.error.unexpected"), texts);
    }

    /** Who made the same in the same moment is there to be seen once his transaction is through. */
    private void keepOrLookAgain(Step step, UploadedRun run, UploadedRow row, UnaryOperator<UploadedRow> decision) {
        try {
            keep(step, run, row, decision);
        } catch (DuplicateKeyException somebodyWasFirst) {
            keep(step, run, row, decision);
        }
    }

    private void keep(Step step, UploadedRun run, UploadedRow row, UnaryOperator<UploadedRow> decision) {
        aside.run(() -> {
            repository
                    .lockPending(run.id(), row.number())
                    .ifPresent(waiting ->
                            repository.decide(step, run.id(), List.of(decision.apply(waiting)), clock.instant()));
            return null;
        });
    }

    private static int chunk(String setting, int ordinary) {
        try {
            return setting == null ? ordinary : Math.max(1, Math.min(LARGEST_CHUNK, Integer.parseInt(setting)));
        } catch (NumberFormatException noNumber) {
            return ordinary;
        }
    }
}
