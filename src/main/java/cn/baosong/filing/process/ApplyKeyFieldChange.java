package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.KeyFieldChangeSteps;
import org.springframework.stereotype.Component;

/** Puts the changed key fields in force (解除冻结) and sets the flag {@code changeApplied}. */
@Component
class ApplyKeyFieldChange extends StepDelegate {

    private final KeyFieldChangeSteps steps;

    ApplyKeyFieldChange(KeyFieldChangeSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        step.flag(FilingProcess.CHANGE_APPLIED, steps.apply(step));
    }
}
