package cn.baosong.filing.seal.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.filing.seal.DailyRoots;
import org.springframework.stereotype.Component;

/** Publishes the roots of all days that are over. Its process is about no subject and has no business key. */
@Component
class PublishDailyRoot extends StepDelegate {

    private final DailyRoots roots;

    PublishDailyRoot(DailyRoots roots) {
        this.roots = roots;
    }

    @Override
    protected void run(Step step) {
        roots.publish(step);
    }
}
