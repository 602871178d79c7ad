package cn.baosong.review.bulk.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.bulk.BulkSteps;
import org.springframework.stereotype.Component;

/** Starts a process for each chunk of a bulk operation. */
@Component
class StartBulkChunks extends StepDelegate {

    private final BulkSteps steps;

    StartBulkChunks(BulkSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.startChunks(step);
    }
}
