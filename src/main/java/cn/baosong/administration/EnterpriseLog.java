package cn.baosong.administration;

import cn.baosong.account.CurrentUser;
import cn.baosong.administration.EnterpriseEvent.Kind;
import cn.baosong.administration.repository.EnterpriseStates;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes down who did what with an enterprise, in the transaction in which it is done. */
@Component
class EnterpriseLog {

    private final EnterpriseStates states;
    private final CurrentUser user;
    private final Clock clock;

    EnterpriseLog(EnterpriseStates states, CurrentUser user, Clock clock) {
        this.states = states;
        this.user = user;
        this.clock = clock;
    }

    void add(UUID enterprise, Kind kind, String detail, String reason) {
        var me = user.require();
        states.record(
                new EnterpriseEvent(enterprise, kind, me.accountId(), me.loginName(), detail, reason, clock.instant()));
    }
}
