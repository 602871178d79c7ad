package cn.baosong.filing.batch;

import cn.baosong.account.Way;
import cn.baosong.engine.Step;
import cn.baosong.filing.FilingProcess;
import cn.baosong.upload.RunSteps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the step of the model {@code batch-report} does. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class BatchSteps {

    private static final int ORDINARY_CHUNK = 20;

    private final RunSteps runs;
    private final BatchDecision decision;

    BatchSteps(RunSteps runs, BatchDecision decision) {
        this.runs = runs;
        this.decision = decision;
    }

    /**
     * Decides the next enterprises, as many as the property {@code chunk} of the step says, each in a transaction of its
     * own together with its line: what is decided stands when the node stops, and is not decided again.
     *
     * @return whether lines are left
     */
    public boolean file(Step step) {
        var notice = new BatchDecision.Notice(
                step.setting(FilingProcess.TEMPLATE), Way.among(step.setting(FilingProcess.CHANNEL)));
        return runs.next(
                step,
                ORDINARY_CHUNK,
                (run, rows) -> rows.forEach(
                        row -> runs.alone(step, run, row, waiting -> decision.decide(step, run, waiting, notice))));
    }
}
