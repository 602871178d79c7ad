package cn.baosong.review.bulk.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.bulk.BulkSteps;
import org.springframework.stereotype.Component;

/** Decides the items of one chunk. */
@Component
class DecideBulkChunk extends StepDelegate {

    private final BulkSteps steps;

    DecideBulkChunk(BulkSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.decideChunk(step);
    }
}
