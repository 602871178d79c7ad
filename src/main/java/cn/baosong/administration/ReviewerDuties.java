package cn.baosong.administration;

import cn.baosong.administration.repository.EnterpriseStates;
import cn.baosong.common.Problem;
import cn.baosong.organization.DeskDuties;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A desk that was set as the first reviewer of enterprises is not closed before they have another one. */
@Component
class ReviewerDuties implements DeskDuties {

    private final EnterpriseStates states;

    ReviewerDuties(EnterpriseStates states) {
        this.states = states;
    }

    @Override
    public Optional<Problem> keeping(UUID desk) {
        var set = states.countSet(desk);
        return set == 0 ? Optional.empty() : Optional.of(new Problem("administration.error.desk-set", set));
    }
}
