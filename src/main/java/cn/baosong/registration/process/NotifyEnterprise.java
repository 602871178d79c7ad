package cn.baosong.registration.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.registration.RegistrationSteps;
import org.springframework.stereotype.Component;

/** Tells the enterprise by the way the model names: property {@code channel} sms or none, {@code template} the text. */
@Component
class NotifyEnterprise extends StepDelegate {

    private final RegistrationSteps steps;

    NotifyEnterprise(RegistrationSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.tell(step);
    }
}
