package cn.baosong.registration.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.registration.takeover.TakeoverSteps;
import cn.baosong.upload.UploadProcess;
import org.springframework.stereotype.Component;

/** Takes over the next rows of the old platform and sets the flag {@code rowsLeft}. */
@Component
class TakeOverEnterprises extends StepDelegate {

    private final TakeoverSteps steps;

    TakeOverEnterprises(TakeoverSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        step.flag(UploadProcess.ROWS_LEFT, steps.takeOver(step));
    }
}
