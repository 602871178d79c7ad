package cn.baosong.review;

import cn.baosong.engine.WaitingTask;
import cn.baosong.engine.WaitingTaskObserver;
import cn.baosong.review.query.ReviewQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Keeps the inbox in step with the engine, in the engine's own transaction. */
@Component
class InboxProjection implements WaitingTaskObserver {

    private final ReviewQueries queries;
    private final SubjectSources sources;
    private final ReturnRequests requests;
    private final Clock clock;
    private final ThreadLocal<InboxChanges> gathered = new ThreadLocal<>();

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
        change(changes -> changes.arrive(arrival));
    }

    /**
     * Makes many moves, and writes what they change in the inbox once, at their end. Until then the inbox shows them as
     * they were: none of the moves may ask it.
     */
    void together(Runnable moves) {
        var changes = new InboxChanges();
        gathered.set(changes);
        try {
            moves.run();
        } finally {
            gathered.remove();
        }
        changes.write(queries);
    }

    private void change(Consumer<InboxChanges> change) {
        var gathering = gathered.get();
        var changes = gathering == null ? new InboxChanges() : gathering;
        change.accept(changes);
        if (gathering == null) {
            changes.write(queries);
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
        change(changes -> changes.end(task.taskId()));
        requests.reviewEnded(task.subject());
    }
}
