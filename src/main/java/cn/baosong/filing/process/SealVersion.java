package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingSteps;
import org.springframework.stereotype.Component;

/** Seals what was checked; the report is under review (待审核). */
@Component
class SealVersion extends StepDelegate {

    private final FilingSteps steps;

    SealVersion(FilingSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.seal(step);
    }
}
