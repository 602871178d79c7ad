package cn.baosong.registration.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.registration.RegistrationProcess;
import cn.baosong.registration.RegistrationSteps;
import org.springframework.stereotype.Component;

/** Checks what was filled in and sets the flag {@code checkPassed}. */
@Component
class CheckRegistration extends StepDelegate {

    private final RegistrationSteps steps;

    CheckRegistration(RegistrationSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        step.flag(RegistrationProcess.CHECK_PASSED, steps.check(step));
    }
}
