package cn.baosong.filing.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.revision.CarryOverSteps;
import cn.baosong.upload.UploadProcess;
import org.springframework.stereotype.Component;

/** Carries the next reports over to a new revision and sets the flag {@code rowsLeft}. */
@Component
class CarryReports extends StepDelegate {

    private final CarryOverSteps steps;

    CarryReports(CarryOverSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        step.flag(UploadProcess.ROWS_LEFT, steps.carry(step));
    }
}
