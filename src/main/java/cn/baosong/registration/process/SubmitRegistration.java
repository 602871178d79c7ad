package cn.baosong.registration.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.registration.RegistrationSteps;
import org.springframework.stereotype.Component;

/** Keeps what was filled in as the submission, 待审核. */
@Component
class SubmitRegistration extends StepDelegate {

    private final RegistrationSteps steps;

    SubmitRegistration(RegistrationSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.submit(step);
    }
}
