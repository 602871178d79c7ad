package cn.baosong.review;

import cn.baosong.common.Problem;
import cn.baosong.engine.Step;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which desk a review goes to, and whether the chain ends there. The end is a setting of the process: {@code chainEnd}. */
@Service
public class ReviewChain {

    /** Where a review waits next. */
    public record Station(UUID desk, boolean chainEnds) {}

    private final Desks desks;
    private final SubjectSources sources;

    ReviewChain(Desks desks, SubjectSources sources) {
        this.desks = desks;
        this.sources = sources;
    }

    /** @return the direct desk of the step's subject */
    public Station first(Step step) {
        var subject = sources.of((String) step.flag(ReviewProcess.SUBJECT_KIND)).lock(step.subject());
        if (!subject.rootInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to its subject");
        }
        var desk = desks.direct(subject.region());
        return new Station(
                desk.id(), ReviewProcess.DIRECT.equals(step.setting(ReviewProcess.CHAIN_END)) || endsAt(desk, step));
    }

    /** @return the desk above the one that accepted */
    public Station next(Step step) {
        var desk = desks.superior(UUID.fromString((String) step.flag(ReviewProcess.DESK)))
                .orElseThrow(() -> new Problem("review.error.chain"));
        return new Station(desk.id(), endsAt(desk, step));
    }

    private static boolean endsAt(Desk desk, Step step) {
        var end = step.setting(ReviewProcess.CHAIN_END);
        var level = end == null || ReviewProcess.DIRECT.equals(end) ? DeskLevel.NATION : DeskLevel.valueOf(end);
        return desk.superior() == null || desk.level().isAtLeast(level);
    }
}
