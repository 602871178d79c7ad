package cn.baosong.administration;

import cn.baosong.administration.repository.EnterpriseStates;
import cn.baosong.common.Problem;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskDuties;
import cn.baosong.organization.DeskHanding;
import cn.baosong.organization.Desks;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enterprises for which a desk was set that is given up go by their region again (按属地), with what waits of them. */
@Component
@Order(1)
class ReviewerDuties implements DeskDuties {

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
        var counts = new TreeMap<String, Integer>();
        states.regionsSet(desk).forEach((region, many) -> desks.directWithout(region, desk)
                .map(Desk::name)
                .ifPresent(name -> counts.merge(name, many, Integer::sum)));
        return counts.entrySet().stream()
                .map(count -> new DeskHanding("administration.handing", count.getValue(), count.getKey()))
                .toList();
    }

    @Override
    public void handOver(UUID desk) {
        changes.leave(desk);
    }

    @Override
    public Optional<Problem> keeping(UUID desk) {
        var set = states.countSet(desk);
        return set == 0 ? Optional.empty() : Optional.of(new Problem("administration.error.desk-set", set));
    }
}
