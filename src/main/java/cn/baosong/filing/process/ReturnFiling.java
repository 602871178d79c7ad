package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingSteps;
import org.springframework.stereotype.Component;

/** Takes the report back to the enterprise with the reason (审核退回). */
@Component
class ReturnFiling extends StepDelegate {

    private final FilingSteps steps;

    ReturnFiling(FilingSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.sendBack(step);
    }
}
