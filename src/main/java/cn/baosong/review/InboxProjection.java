package cn.baosong.review;

import cn.baosong.engine.WaitingTask;
import cn.baosong.engine.WaitingTaskObserver;
import cn.baosong.review.query.ReviewQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the inbox in step with the engine, in the engine's own transaction. */
@Component
class InboxProjection implements WaitingTaskObserver {

    private final ReviewQueries queries;
    private final SubjectSources sources;
    private final ReturnRequests requests;
    private final Clock clock;

    InboxProjection(ReviewQueries queries, SubjectSources sources, ReturnRequests requests, Clock clock) {
        this.queries = queries;
        this.sources = sources;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void created(WaitingTask task) {
        var kind = (String) task.flags().get(ReviewProcess.SUBJECT_KIND);
        var subject = sources.lock(kind, task.subject());
        if (!subject.rootInstance().equals(task.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to its subject");
        }
        var now = clock.instant();
        var arrival = new ReviewArrival(
                task,
                kind,
                subject,
                sources.of(kind).facets(task.subject()),
                desk(task, ReviewProcess.DESK),
                desk(task, ReviewChain.DIRECT_DESK),
                now,
                due(task, now));
        if (!queries.insert(arrival)) {
            throw new IllegalStateException("the review was sent to a desk that does not exist");
        }
    }

    private static UUID desk(WaitingTask task, String flag) {
        var id = (String) task.flags().get(flag);
        return id == null ? null : UUID.fromString(id);
    }

    /** A period that cannot be read stops the review where it is drawn, not the day it would be due. */
    private static Instant due(WaitingTask task, Instant now) {
        var after = task.settings().get(ReviewProcess.DUE_AFTER);
        return after == null ? null : now.plus(Duration.parse(after));
    }

    @Override
    public void ended(WaitingTask task) {
        queries.deleteByTask(task.taskId());
        requests.reviewEnded(task.subject());
    }
}
