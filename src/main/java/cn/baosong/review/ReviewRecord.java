package cn.baosong.review;

import cn.baosong.review.query.ReviewQueries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of a subject, for the feature it belongs to. Asks for no role: the feature shows it to those who may see
 * the subject.
 */
@Service
@Transactional(readOnly = true)
public class ReviewRecord {

    private final ReviewQueries queries;

    ReviewRecord(ReviewQueries queries) {
        this.queries = queries;
    }

    /** @return everything decided, oldest first */
    public List<ReviewAction> actions(UUID subject) {
        return queries.decided(subject);
    }

    /** @return what was decided about it as a subject of one kind, oldest first */
    public List<ReviewAction> actions(UUID subject, String kind) {
        return queries.decided(subject, kind);
    }

    /**
     * Who was quicker, for a withdrawal that comes too late.
     *
     * @param since such as when it was submitted, included
     * @return the newest decision from then on
     */
    public Optional<ReviewAction> decidedSince(UUID subject, Instant since) {
        return queries.decidedSince(subject, since);
    }

    /** @return where it waits now */
    public Optional<ReviewItem> waiting(UUID subject) {
        return queries.waitingFor(subject);
    }

    /**
     * Whether it waits and nobody has decided since it was submitted, so that it may be withdrawn (CON-05): it waits in the
     * task {@code review-direct}. Holds for as long as the caller holds the subject's lock.
     */
    public boolean untouched(UUID subject) {
        return waiting(subject)
                .filter(item -> item.taskKey().equals(ReviewProcess.REVIEW_DIRECT))
                .isPresent();
    }
}
