package cn.baosong.registration.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.registration.RegistrationSteps;
import org.springframework.stereotype.Component;

/** Closes a registration that was given up, 已取消. */
@Component
class CancelRegistration extends StepDelegate {

    private final RegistrationSteps steps;

    CancelRegistration(RegistrationSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.cancel(step);
    }
}
