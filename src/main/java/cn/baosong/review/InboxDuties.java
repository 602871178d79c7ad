package cn.baosong.review;

import cn.baosong.common.Problem;
import cn.baosong.engine.OwnTransaction;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskDuties;
import cn.baosong.organization.DeskHanding;
import cn.baosong.organization.Desks;
import cn.baosong.review.query.DeskLoad;
import cn.baosong.review.query.ReviewQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * What waits at a desk that is given up goes to the desk it would have come to without it (ADM-09): of the first review the
 * nearest by region, of a senior administrator's the next senior, of any other the nearest held desk above.
 */
@Component
@Order(2)
class InboxDuties implements DeskDuties {

    private static final Logger LOG = LoggerFactory.getLogger(InboxDuties.class);

    private final DeskLoad load;
    private final ReviewQueries reviews;
    private final Handover handover;
    private final OwnTransaction own;
    private final Desks desks;

    InboxDuties(DeskLoad load, ReviewQueries reviews, Handover handover, OwnTransaction own, Desks desks) {
        this.load = load;
        this.reviews = reviews;
        this.handover = handover;
        this.own = own;
        this.desks = desks;
    }

    @Override
    public List<DeskHanding> handing(UUID desk) {
        var counts = new HashMap<Desk, Integer>();
        load.alike(desk).forEach(alike -> without(desk, alike.taskKey(), alike.region(), alike.directDesk())
                .ifPresent(target -> counts.merge(target, alike.count(), Integer::sum)));
        return DeskHanding.of(Handover.REVIEWS, counts);
    }

    @Override
    public List<DeskHanding> handOver(UUID desk) {
        var counts = new HashMap<Desk, Integer>();
        load.subjects(desk)
                .forEach(subject -> handOver(subject, desk).ifPresent(target -> counts.merge(target, 1, Integer::sum)));
        return DeskHanding.of(Handover.REVIEWS, counts);
    }

    /** @return the desk it went to; empty where somebody else was at it */
    private Optional<Desk> handOver(UUID subject, UUID desk) {
        var went = new AtomicReference<Desk>();
        try {
            own.run(() -> reviews.waitingFor(subject)
                    .filter(item -> item.desk().equals(desk))
                    .ifPresent(item -> without(desk, item.taskKey(), item.region(), item.directDesk())
                            .ifPresent(target -> handover.move(item, target.id(), HandoverCause.CLOSED)
                                    .ifPresent(moved -> went.set(target)))));
            return Optional.ofNullable(went.get());
        } catch (ConcurrencyFailureException conflict) {
            LOG.info("The review of {} was moved by somebody else while its desk was given up", subject);
            return Optional.empty();
        }
    }

    private Optional<Desk> without(UUID desk, String taskKey, String region, UUID directDesk) {
        if (ReviewProcess.REVIEW_DIRECT.equals(taskKey)) {
            return desks.directWithout(region, desk);
        }
        return directDesk == null
                ? desks.superior(desk)
                        .map(above -> desks.nearestSenior(above.id()).orElseGet(desks::nation))
                : desks.heldAbove(desk);
    }

    @Override
    public Optional<Problem> keeping(UUID desk) {
        var waiting = load.waiting(desk);
        return waiting == 0 ? Optional.empty() : Optional.of(new Problem("review.error.desk-waiting", waiting));
    }
}
