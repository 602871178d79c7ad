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

    /**
     * The verdict of reviewers since something was asked of them: what a step of the model may act on, and who was quicker
     * than a withdrawal (CON-05). Stays as it is for as long as the caller holds the subject's lock.
     *
     * @param kind as what it was decided; a report is also the subject of changed key fields
     * @param since when it was submitted, included; null where it never was, which nobody can have decided
     * @return the newest decision from then on
     */
    public Optional<ReviewAction> decidedSince(UUID subject, String kind, Instant since) {
        return since == null ? Optional.empty() : queries.decidedSince(subject, kind, since);
    }

    /** @return where it waits now */
    public Optional<ReviewItem> waiting(UUID subject) {
        return queries.waitingFor(subject);
    }
}
