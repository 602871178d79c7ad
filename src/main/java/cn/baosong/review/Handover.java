package cn.baosong.review;

import cn.baosong.account.CurrentUser;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Problem;
import cn.baosong.engine.Flow;
import cn.baosong.engine.WaitingReviews;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.query.HandoverQueries;
import cn.baosong.review.query.ReviewQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a review that waits to another desk without a decision: inside the same task and step of the model, so that what
 * could be done with it before can be done with it still, 撤销 among it. Row of the inbox, flags of the engine and the
 * record of it are written in the caller's one transaction.
 *
 * <p>Asks for no role: whoever calls it has held that the caller may move the review.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Handover {

    /** Key of the text that counts reviews handed over: {@code {0}}. */
    public static final String REVIEWS = "review.handing";

    /** Why a desk is passed by that could have decided. */
    private static final Set<HandoverCause> PASSING = EnumSet.of(HandoverCause.OVERDUE, HandoverCause.VACANT);

    private final ReviewQueries reviews;
    private final HandoverQueries queries;
    private final SubjectSources sources;
    private final Desks desks;
    private final Flow flow;
    private final WaitingReviews engine;
    private final CurrentUser user;
    private final Clock clock;

    Handover(
            ReviewQueries reviews,
            HandoverQueries queries,
            SubjectSources sources,
            Desks desks,
            Flow flow,
            WaitingReviews engine,
            CurrentUser user,
            Clock clock) {
        this.reviews = reviews;
        this.queries = queries;
        this.sources = sources;
        this.desks = desks;
        this.flow = flow;
        this.engine = engine;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Moves what waits for a subject to {@code desk}; since when it waits stays, when it is due is counted anew. With
     * {@link HandoverCause#REASSIGNED} the desk becomes the direct desk as well, and what the first desk has accepted
     * already stays where it waits. With {@link HandoverCause#CLOSED} it becomes the direct desk of what the first desk
     * has not accepted.
     *
     * @return the review as it waits now; empty where the subject waits for no review, or at that desk already
     * @throws Problem {@code review.error.no-such-desk}
     */
    public Optional<ReviewItem> move(UUID subject, UUID desk, HandoverCause cause) {
        return move(locked(subject), desk, cause);
    }

    /** As {@link #move(UUID, UUID, HandoverCause)}, but only what still waits as it was seen: same desk, same due date. */
    public Optional<ReviewItem> move(ReviewItem seen, UUID desk, HandoverCause cause) {
        return move(unchanged(seen), desk, cause);
    }

    private Optional<ReviewItem> move(Optional<ReviewItem> waiting, UUID desk, HandoverCause cause) {
        var target = desks.find(desk).orElseThrow(() -> new Problem("review.error.no-such-desk"));
        return waiting.flatMap(item -> {
            var first = ReviewProcess.REVIEW_DIRECT.equals(item.taskKey());
            if (cause == HandoverCause.REASSIGNED || cause == HandoverCause.CLOSED && first) {
                queries.setDirectDesk(item.id(), target.id());
                flow.setFlags(
                        item.taskId(),
                        Map.of(ReviewChain.DIRECT_DESK, target.id().toString()));
            }
            if (item.desk().equals(target.id()) || cause == HandoverCause.REASSIGNED && !first) {
                return Optional.empty();
            }
            queries.move(item.id(), target, due(item), PASSING.contains(cause) ? item.desk() : null);
            flow.setFlags(item.taskId(), flags(item, target));
            queries.record(handedOver(item, target.id(), cause));
            return reviews.waitingFor(item.subject());
        });
    }

    /**
     * Gives what waits to whoever stands in at its own desk: the desk stays, when it is due is counted anew.
     *
     * @return empty where it waits no longer as it was seen
     */
    public Optional<ReviewItem> toSubstitute(ReviewItem seen) {
        return unchanged(seen).flatMap(item -> {
            queries.setDue(item.id(), due(item));
            queries.record(handedOver(item, item.desk(), HandoverCause.SUBSTITUTE));
            return reviews.waitingFor(item.subject());
        });
    }

    /**
     * Locks the subject of a review that waits, for the rest of the transaction. Who locks more than subjects locks the
     * subjects first, in the order of their ids, as everybody does who submits or decides.
     *
     * @return whether it waits somewhere and is locked; false where it waits nowhere
     */
    public boolean hold(UUID subject) {
        var waiting = reviews.waitingFor(subject);
        waiting.ifPresent(item -> sources.lock(item.kind(), subject));
        return waiting.isPresent();
    }

    /** Under the subject's lock; what the engine does not know waits for nobody here. */
    private Optional<ReviewItem> locked(UUID subject) {
        return reviews.waitingFor(subject).flatMap(seen -> {
            sources.lock(seen.kind(), subject);
            return reviews.waitingFor(subject)
                    .filter(item -> item.kind().equals(seen.kind()))
                    .filter(item -> engine.waits(item.taskId()));
        });
    }

    private Optional<ReviewItem> unchanged(ReviewItem seen) {
        return locked(seen.subject())
                .filter(item -> item.id().equals(seen.id()))
                .filter(item -> item.desk().equals(seen.desk()) && Objects.equals(item.due(), seen.due()));
    }

    private Map<String, Object> flags(ReviewItem item, Desk desk) {
        var flags = new HashMap<String, Object>();
        flags.put(ReviewProcess.DESK, desk.id().toString());
        var end = engine.processSetting(item.taskId(), ReviewProcess.CHAIN_END).orElse(null);
        var alone = ReviewProcess.DIRECT.equals(end);
        flags.put(ReviewProcess.AT_CHAIN_END, alone || ReviewChain.endsAt(desk, end));
        return flags;
    }

    private Instant due(ReviewItem item) {
        return engine.taskSetting(item.taskId(), ReviewProcess.DUE_AFTER)
                .map(after -> clock.instant().plus(Duration.parse(after)))
                .orElse(null);
    }

    private HandedOver handedOver(ReviewItem item, UUID to, HandoverCause cause) {
        return new HandedOver(
                item.id(),
                item.kind(),
                item.subject(),
                item.desk(),
                to,
                cause,
                user.find().map(SignedIn::accountId).orElse(null),
                item.due(),
                clock.instant());
    }
}
