package cn.baosong.review;

import cn.baosong.review.query.ReviewQueries;
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

    /** @return where it waits now */
    public Optional<ReviewItem> waiting(UUID subject) {
        return queries.waitingFor(subject);
    }
}
