package cn.baosong.review.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.ReviewChain;
import cn.baosong.review.ReviewProcess;
import org.springframework.stereotype.Component;

/** Moves what is reviewed to the nation's desk, past every desk between. Sets the flags {@code desk} and {@code atChainEnd}. */
@Component
class AssignNationDesk extends StepDelegate {

    private final ReviewChain chain;

    AssignNationDesk(ReviewChain chain) {
        this.chain = chain;
    }

    @Override
    protected void run(Step step) {
        var station = chain.nation(step);
        step.flag(ReviewProcess.DESK, station.desk().toString());
        step.flag(ReviewProcess.AT_CHAIN_END, station.chainEnds());
    }
}
