package cn.baosong.registration.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.registration.RegistrationSteps;
import org.springframework.stereotype.Component;

/** Gives the registration back to be corrected, 审核退回. */
@Component
class ReturnRegistration extends StepDelegate {

    private final RegistrationSteps steps;

    ReturnRegistration(RegistrationSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.sendBack(step);
    }
}
