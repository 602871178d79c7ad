package cn.baosong.review.process;

import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import cn.baosong.review.overdue.OverdueProcess;
import cn.baosong.review.overdue.OverdueReviews;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands on the next late reviews. Sets the flag {@code reviewsLeft}, and keeps where the sweep stands. */
@Component
class HandOnReviews extends StepDelegate {

    private final OverdueReviews overdue;

    HandOnReviews(OverdueReviews overdue) {
        this.overdue = overdue;
    }

    @Override
    protected void run(Step step) {
        var after = (String) step.flag("reviewsAfter");
        var next = overdue.handOn(step, after == null ? null : UUID.fromString(after));
        step.flag("reviewsAfter", next.map(UUID::toString).orElse(null));
        step.flag(OverdueProcess.REVIEWS_LEFT, next.isPresent());
    }
}
