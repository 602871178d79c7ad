package cn.baosong.review.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.overdue.OverdueDigests;
import cn.baosong.review.overdue.OverdueProcess;
import org.springframework.stereotype.Component;

/** Tells the next desks what is late. Sets the flag {@code digestsLeft}. */
@Component
class SendDigests extends StepDelegate {

    private final OverdueDigests digests;

    SendDigests(OverdueDigests digests) {
        this.digests = digests;
    }

    @Override
    protected void run(Step step) {
        step.flag(OverdueProcess.DIGESTS_LEFT, digests.send(step));
    }
}
