package cn.baosong.review.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.ReviewChain;
import cn.baosong.review.ReviewProcess;
import org.springframework.stereotype.Component;

/**
 * Finds the direct desk (直接授权审核员) of what is reviewed. Sets the flags {@code desk}, {@code directDesk} and
 * {@code atChainEnd}, and {@code skipEndsReview} as the calling process has it set.
 */
@Component
class AssignDirectDesk extends StepDelegate {

    private final ReviewChain chain;

    AssignDirectDesk(ReviewChain chain) {
        this.chain = chain;
    }

    @Override
    protected void run(Step step) {
        var station = chain.first(step);
        step.flag(ReviewProcess.DESK, station.desk().toString());
        step.flag(ReviewChain.DIRECT_DESK, station.desk().toString());
        step.flag(ReviewProcess.AT_CHAIN_END, station.chainEnds());
        step.flag(ReviewProcess.SKIP_ENDS_REVIEW, chain.skipEndsReview(step));
    }
}
