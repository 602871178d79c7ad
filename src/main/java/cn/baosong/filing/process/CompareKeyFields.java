package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.FilingSteps;
import org.springframework.stereotype.Component;

/** Compares the key fields with those in force and sets the flag {@code keyFieldsChanged}. */
@Component
class CompareKeyFields extends StepDelegate {

    private final FilingSteps steps;

    CompareKeyFields(FilingSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        step.flag(FilingProcess.KEY_FIELDS_CHANGED, steps.keyFieldsChanged(step));
    }
}
