package cn.baosong.registration.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.registration.RegistrationSteps;
import org.springframework.stereotype.Component;

/** Tells whom and by which ways the model says: properties {@code recipient}, {@code channel}, {@code template}. */
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
