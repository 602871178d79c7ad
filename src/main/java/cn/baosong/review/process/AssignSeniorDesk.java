package cn.baosong.review.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.ReviewChain;
import cn.baosong.review.ReviewProcess;
import org.springframework.stereotype.Component;

/** Finds the desk of the senior administrator (高级管理员) of what is reviewed. Sets the flags {@code desk} and {@code atChainEnd}. */
@Component
class AssignSeniorDesk extends StepDelegate {

    private final ReviewChain chain;

    AssignSeniorDesk(ReviewChain chain) {
        this.chain = chain;
    }

    @Override
    protected void run(Step step) {
        var station = chain.senior(step);
        step.flag(ReviewProcess.DESK, station.desk().toString());
        step.flag(ReviewProcess.AT_CHAIN_END, station.chainEnds());
    }
}
