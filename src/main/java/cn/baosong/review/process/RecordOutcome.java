package cn.baosong.review.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.ReviewProcess;
import org.springframework.stereotype.Component;

/** Hands the property {@code outcome} of the step, accepted, returned or withdrawn, to the calling process. */
@Component
class RecordOutcome extends StepDelegate {

    @Override
    protected void run(Step step) {
        step.flag(ReviewProcess.OUTCOME, step.setting(ReviewProcess.OUTCOME));
    }
}
