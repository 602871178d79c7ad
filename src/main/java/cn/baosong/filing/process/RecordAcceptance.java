package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingSteps;
import org.springframework.stereotype.Component;

/** Records the acceptance at the end of the chain (审核通过). */
@Component
class RecordAcceptance extends StepDelegate {

    private final FilingSteps steps;

    RecordAcceptance(FilingSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.accept(step);
    }
}
