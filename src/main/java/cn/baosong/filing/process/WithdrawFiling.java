package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingSteps;
import org.springframework.stereotype.Component;

/** Takes the report back because the enterprise withdrew it (撤销). */
@Component
class WithdrawFiling extends StepDelegate {

    private final FilingSteps steps;

    WithdrawFiling(FilingSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.withdraw(step);
    }
}
