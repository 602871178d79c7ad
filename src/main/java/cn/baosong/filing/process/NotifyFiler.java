package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.FilingSteps;
import org.springframework.stereotype.Component;

/** Tells the enterprise what became of its report. */
@Component
class NotifyFiler extends StepDelegate {

    private final FilingSteps steps;

    NotifyFiler(FilingSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.tell(step);
    }
}
