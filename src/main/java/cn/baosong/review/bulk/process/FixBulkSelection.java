package cn.baosong.review.bulk.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.bulk.BulkProcess;
import cn.baosong.review.bulk.BulkSteps;
import org.springframework.stereotype.Component;

/** Opens the time in which a bulk operation can be cancelled. Sets the flag {@code cancelWindow}, a text. */
@Component
class FixBulkSelection extends StepDelegate {

    private final BulkSteps steps;

    FixBulkSelection(BulkSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        step.flag(BulkProcess.CANCEL_WINDOW, steps.fix(step));
    }
}
