package cn.baosong.filing.batch;

import cn.baosong.account.Way;
import cn.baosong.common.Problem;
import cn.baosong.engine.Step;
import cn.baosong.engine.WorkAside;
import cn.baosong.filing.BatchProcess;
import cn.baosong.filing.FilingMethod;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.batch.repository.BatchRepository;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the step of the model {@code batch-report} does. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class BatchSteps {

    private static final int ORDINARY_CHUNK = 20;
    private static final int LARGEST_CHUNK = 500;

    private final BatchRepository repository;
    private final BatchDecision decision;
    private final WorkAside aside;
    private final Clock clock;

    BatchSteps(BatchRepository repository, BatchDecision decision, WorkAside aside, Clock clock) {
        this.repository = repository;
        this.decision = decision;
        this.aside = aside;
        this.clock = clock;
    }

    /**
     * Decides the next enterprises, as many as the property {@code chunk} of the step says, each in a transaction of its
     * own together with its line: what is decided stands when the node stops, and is not decided again.
     *
     * @return whether lines are left
     */
    public boolean file(Step step) {
        var run = repository
                .lock(step.subject())
                .orElseThrow(() -> new IllegalStateException("no workbook has the business key of the process"));
        if (!run.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the workbook");
        }
        var notice = new BatchDecision.Notice(
                step.setting(FilingProcess.TEMPLATE), Way.among(step.setting(FilingProcess.CHANNEL)));
        var chunk = chunk(step.setting(BatchProcess.CHUNK));
        var numbers = repository.pending(run.id(), chunk + 1);
        for (var number : numbers.subList(0, Math.min(chunk, numbers.size()))) {
            decide(step, run, number, notice);
        }
        var left = numbers.size() > chunk;
        if (!left) {
            repository.finish(step, run.id(), clock.instant());
        }
        return left;
    }

    private void decide(Step step, BatchRun run, int number, BatchDecision.Notice notice) {
        try {
            aside.run(() -> {
                repository
                        .lockPending(run.id(), number)
                        .map(row -> decision.decide(step, run, row, notice))
                        .ifPresent(row -> repository.decide(step, run.id(), row, clock.instant()));
                return null;
            });
        } catch (DuplicateKeyException begunMeanwhile) {
            keep(step, run, number, row -> decision.begun(row, FilingMethod.ONLINE));
        } catch (Problem against) {
            keep(step, run, number, row -> decision.refused(run, row, null, against));
        }
    }

    private void keep(Step step, BatchRun run, int number, java.util.function.UnaryOperator<BatchRow> outcome) {
        aside.run(() -> {
            repository
                    .lockPending(run.id(), number)
                    .map(outcome)
                    .ifPresent(row -> repository.decide(step, run.id(), row, clock.instant()));
            return null;
        });
    }

    private static int chunk(String setting) {
        try {
            return setting == null ? ORDINARY_CHUNK : Math.max(1, Math.min(LARGEST_CHUNK, Integer.parseInt(setting)));
        } catch (NumberFormatException noNumber) {
            return ORDINARY_CHUNK;
        }
    }
}
