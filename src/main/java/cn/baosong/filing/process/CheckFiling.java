package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.FilingSteps;
import org.springframework.stereotype.Component;

/** Checks what was filled in and sets the flag {@code checkPassed}. */
@Component
class CheckFiling extends StepDelegate {

    private final FilingSteps steps;

    CheckFiling(FilingSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        step.flag(FilingProcess.CHECK_PASSED, steps.check(step));
    }
}
