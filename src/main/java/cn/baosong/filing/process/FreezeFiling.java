package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.KeyFieldChangeSteps;
import org.springframework.stereotype.Component;

/** Freezes the report (冻结) and hands the time of {@code approvedAfter} to the timer. */
@Component
class FreezeFiling extends StepDelegate {

    private final KeyFieldChangeSteps steps;

    FreezeFiling(KeyFieldChangeSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.freeze(step);
        step.flag(FilingProcess.APPROVED_AFTER, step.setting(FilingProcess.APPROVED_AFTER));
    }
}
