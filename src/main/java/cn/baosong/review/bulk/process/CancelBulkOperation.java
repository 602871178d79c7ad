package cn.baosong.review.bulk.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.bulk.BulkSteps;
import org.springframework.stereotype.Component;

/** Closes a bulk operation that was cancelled in time, 已撤销. */
@Component
class CancelBulkOperation extends StepDelegate {

    private final BulkSteps steps;

    CancelBulkOperation(BulkSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.cancel(step);
    }
}
