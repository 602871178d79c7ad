package cn.baosong.review.bulk.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.bulk.BulkSteps;
import org.springframework.stereotype.Component;

/** Closes a bulk operation, and tells the desks that were passed over. */
@Component
class SummarizeBulk extends StepDelegate {

    private final BulkSteps steps;

    SummarizeBulk(BulkSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.summarize(step);
    }
}
