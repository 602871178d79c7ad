package cn.baosong.review;

import cn.baosong.engine.Flow;
import cn.baosong.engine.Step;
import cn.baosong.organization.Desk;
import cn.baosong.review.query.ReviewQueries;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The one way a review is decided, by a person on a page or as part of a bulk operation: the action is recorded and the
 * process moves, under the subject's lock. Who may decide is for the caller to hold.
 */
@Component
public class Decisions {

    private final ReviewQueries queries;
    private final SubjectSources sources;
    private final Flow flow;
    private final Clock clock;

    Decisions(ReviewQueries queries, SubjectSources sources, Flow flow, Clock clock) {
        this.queries = queries;
        this.sources = sources;
        this.flow = flow;
        this.clock = clock;
    }

    /**
     * Locks a subject for the rest of the transaction, for a bulk operation.
     *
     * @return the review of it that waits and will wait until then; empty where none does
     */
    public Optional<ReviewItem> lock(Step step, String kind, UUID subject) {
        sources.lock(kind, subject);
        return queries.waitingFor(subject).filter(item -> item.kind().equals(kind));
    }

    /** Decides a review that {@link #lock} gave, in the name of the desk it waits at. */
    public void carryOut(Step step, Ruling ruling, ReviewItem item, Desk desk) {
        carryOut(ruling, sources.lock(item.kind(), item.subject()), item, desk);
    }

    /**
     * Accepts a review that {@link #lock} gave past every desk between (越级接收, REV-06).
     *
     * @param desk the province's, which accepts
     */
    public void skipLevels(Step step, Ruling ruling, ReviewItem item, Desk desk) {
        record(ruling, sources.lock(item.kind(), item.subject()), desk, item.kind());
        flow.send(ReviewProcess.SKIP_LEVEL, item.subject());
    }

    /** Decides a review whose subject the caller has locked. */
    void carryOut(Ruling ruling, Subject subject, ReviewItem item, Desk desk) {
        record(ruling, subject, desk, item.kind());
        flow.completeTask(
                item.taskId(), Map.of(ReviewProcess.DECISION, ruling.decision().flag()));
    }

    private void record(Ruling ruling, Subject subject, Desk desk, String kind) {
        queries.record(
                new ReviewAction(
                        kind,
                        subject.id(),
                        subject.title(),
                        subject.detail(),
                        desk.id(),
                        desk.name(),
                        ruling.account(),
                        ruling.actor(),
                        ruling.decision(),
                        ruling.reason(),
                        clock.instant()),
                ruling.operation());
    }
}
