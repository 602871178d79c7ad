package cn.baosong.administration;

import cn.baosong.administration.repository.EnterpriseStates;
import cn.baosong.common.Problem;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskDuties;
import cn.baosong.organization.DeskHanding;
import cn.baosong.organization.Desks;
import cn.baosong.review.Handover;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enterprises for which a desk was set that is given up go by their region again (按属地), with what waits of them. */
@Component
@Order(1)
class ReviewerDuties implements DeskDuties {

    private static final String ENTERPRISES = "administration.handing";

    private final EnterpriseStates states;
    private final ReviewerChanges changes;
    private final Desks desks;

    ReviewerDuties(EnterpriseStates states, ReviewerChanges changes, Desks desks) {
        this.states = states;
        this.changes = changes;
        this.desks = desks;
    }

    @Override
    public List<DeskHanding> handing(UUID desk) {
        var counts = new HashMap<Desk, Integer>();
        states.regionsSet(desk).forEach((region, many) -> desks.directWithout(region, desk)
                .ifPresent(target -> counts.merge(target, many, Integer::sum)));
        return DeskHanding.of(ENTERPRISES, counts);
    }

    @Override
    public List<DeskHanding> handOver(UUID desk) {
        var enterprises = new HashMap<Desk, Integer>();
        var reviews = new HashMap<Desk, Integer>();
        for (var moved : changes.leave(desk)) {
            var target = desks.find(moved.to()).orElseThrow();
            enterprises.merge(target, 1, Integer::sum);
            if (moved.reviews() > 0) {
                reviews.merge(target, moved.reviews(), Integer::sum);
            }
        }
        return Stream.concat(
                        DeskHanding.of(ENTERPRISES, enterprises).stream(),
                        DeskHanding.of(Handover.REVIEWS, reviews).stream())
                .toList();
    }

    @Override
    public Optional<Problem> keeping(UUID desk) {
        var set = states.countSet(desk);
        return set == 0 ? Optional.empty() : Optional.of(new Problem("administration.error.desk-set", set));
    }
}
