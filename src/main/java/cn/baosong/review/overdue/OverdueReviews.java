package cn.baosong.review.overdue;

import cn.baosong.engine.OwnTransaction;
import cn.baosong.engine.Step;
import cn.baosong.review.Handover;
import cn.baosong.review.HandoverCause;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.query.OverdueQueries;
import cn.baosong.review.query.ReviewQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands on what nobody decided in time (REV-09): first to whoever stands in at the desk, then to the nearest desk above
 * that somebody holds. What waits at the nation's desk stays there. The review is the same task as before, so 撤销 is
 * possible for as long as it was (CON-05).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OverdueReviews {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueReviews.class);

    private static final int ORDINARY_CHUNK = 20;

    /** Before every subject, in the order of the database. */
    private static final UUID FIRST = new UUID(0, 0);

    private final OverdueQueries queries;
    private final ReviewQueries reviews;
    private final Handover handover;
    private final OwnTransaction own;
    private final Clock clock;

    OverdueReviews(OverdueQueries queries, ReviewQueries reviews, Handover handover, OwnTransaction own, Clock clock) {
        this.queries = queries;
        this.reviews = reviews;
        this.handover = handover;
        this.own = own;
        this.clock = clock;
    }

    /**
     * Looks at the next late reviews, as many as the setting {@code chunk} says, in the order of their subjects. What was handed on is due later, so that a second sweep of the day leaves
     * it alone.
     *
     * @param after the subject that was looked at last, null at the beginning of a sweep
     * @return the subject to go on after; empty where none is left
     */
    public Optional<UUID> handOn(Step step, UUID after) {
        var chunk = Chunk.of(step.setting(OverdueProcess.CHUNK), ORDINARY_CHUNK);
        var late = queries.late(
                before(step.setting(OverdueProcess.ESCALATE_AFTER)),
                Boolean.parseBoolean(step.setting(OverdueProcess.VACANT_AT_ONCE)),
                today(),
                after == null ? FIRST : after,
                chunk + 1);
        var now = late.subList(0, Math.min(chunk, late.size()));
        now.forEach(this::handOn);
        return late.size() > chunk ? Optional.of(now.get(now.size() - 1)) : Optional.empty();
    }

    /** Each in a transaction of its own: one that somebody else moves at the same moment loses nothing of the others. */
    private void handOn(UUID subject) {
        try {
            own.run(() -> reviews.waitingFor(subject).ifPresent(this::handOn));
        } catch (ConcurrencyFailureException conflict) {
            LOG.info("The late review of {} was moved by somebody else; it is looked at in the next sweep", subject);
        }
    }

    private void handOn(ReviewItem item) {
        var holders = queries.holders(item.desk(), today());
        if (holders.none()) {
            above(item).ifPresent(desk -> handover.move(item, desk, HandoverCause.VACANT));
        } else if (holders.substituted() && !queries.knownToSubstitute(item.id(), item.desk())) {
            handover.toSubstitute(item);
        } else {
            above(item).ifPresent(desk -> handover.move(item, desk, HandoverCause.OVERDUE));
        }
    }

    private Optional<UUID> above(ReviewItem item) {
        return queries.heldAbove(item.desk(), today());
    }

    /** A period that cannot be read stops the sweep where it is drawn. */
    private Instant before(String after) {
        return after == null ? Instant.EPOCH : clock.instant().minus(Duration.parse(after));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
