package cn.baosong.review;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.common.WithinTransaction;
import cn.baosong.review.query.ReturnRequestQueries;
import cn.baosong.review.query.ReviewQueries;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Requests to have something returned (请求退回): once a reviewer has accepted, an enterprise cannot withdraw any more and
 * asks whoever holds the subject now (REV-04, CON-22). An enterprise asks for its own alone ({@link SubjectSource#isOwn}).
 *
 * <p>A request belongs to the review of its subject, not to one desk: it moves on with an acceptance, and is gone with the
 * transaction in which the subject stops waiting, whether returned, withdrawn, cancelled or accepted for good.
 */
@Service
@Transactional(readOnly = true)
public class ReturnRequests {

    private static final String ALL = "subjects of this transaction";

    private final ReturnRequestQueries queries;
    private final ReviewQueries reviews;
    private final SubjectSources sources;
    private final CurrentUser user;
    private final Clock clock;
    private final WithinTransaction<String, Set<UUID>> left = new WithinTransaction<>();

    ReturnRequests(
            ReturnRequestQueries queries,
            ReviewQueries reviews,
            SubjectSources sources,
            CurrentUser user,
            Clock clock) {
        this.queries = queries;
        this.reviews = reviews;
        this.sources = sources;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Asks for a subject of the signed-in enterprise. Asking again replaces the reason.
     *
     * @param reason 1 to 150 characters, blanks around it left aside
     * @throws Problem {@code review.error.request-reason}; {@code review.error.not-waiting} where nobody reviews it now, and
     *     for a subject of somebody else, of which nothing more is said
     */
    @Transactional
    @PreAuthorize("hasRole('ENTERPRISE')")
    public void ask(UUID subject, String reason) {
        var why = Reason.of(reason, "review.error.request-reason");
        var kind = waiting(subject).kind();
        if (!sources.of(kind).isOwn(subject, user.requireAccount())) {
            throw notWaiting();
        }
        sources.lock(kind, subject);
        // Asked once more: under the lock it stays so.
        waiting(subject);
        queries.put(new ReturnRequest(subject, why, user.requireAccount(), clock.instant()));
    }

    /** @return the request that is open for a subject */
    public Optional<ReturnRequest> open(UUID subject) {
        return queries.find(subject);
    }

    /** A review was left behind: when this transaction ends and nothing waits for the subject, the request goes too. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reviewEnded(UUID subject) {
        var others = left.find(ALL);
        var subjects = others.orElseGet(() -> left.remember(ALL, new HashSet<>()));
        subjects.add(subject);
        if (others.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    queries.deleteUnlessWaiting(subjects);
                }
            });
        }
    }

    private ReviewItem waiting(UUID subject) {
        return reviews.waitingFor(subject).orElseThrow(ReturnRequests::notWaiting);
    }

    private static Problem notWaiting() {
        return new Problem("review.error.not-waiting");
    }
}
