package cn.baosong.review;

import cn.baosong.engine.WaitingTask;
import cn.baosong.engine.WaitingTaskObserver;
import cn.baosong.review.query.ReviewQueries;
import java.time.Clock;
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
        var desk = UUID.fromString((String) task.flags().get(ReviewProcess.DESK));
        if (!queries.insert(task, kind, subject, desk, clock.instant())) {
            throw new IllegalStateException("the review was sent to a desk that does not exist");
        }
    }

    @Override
    public void ended(WaitingTask task) {
        queries.deleteByTask(task.taskId());
        requests.reviewEnded(task.subject());
    }
}
