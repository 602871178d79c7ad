package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.KeyFieldChangeSteps;
import org.springframework.stereotype.Component;

/** Returns the change with its reason; filling in goes on. */
@Component
class ReturnKeyFieldChange extends StepDelegate {

    private final KeyFieldChangeSteps steps;

    ReturnKeyFieldChange(KeyFieldChangeSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.sendBack(step);
    }
}
