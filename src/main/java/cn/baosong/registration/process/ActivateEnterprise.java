package cn.baosong.registration.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.registration.RegistrationSteps;
import org.springframework.stereotype.Component;

/** Admits the enterprise, 审核通过. */
@Component
class ActivateEnterprise extends StepDelegate {

    private final RegistrationSteps steps;

    ActivateEnterprise(RegistrationSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void run(Step step) {
        steps.approve(step);
    }
}
