package cn.baosong.filing;

import cn.baosong.engine.Flow;
import cn.baosong.engine.ModelsDeployed;
import cn.baosong.engine.OwnTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Opens the periods of a scheme as soon as a process owner has deployed it, instead of on the next first of a month. */
@Component
class PeriodsAtDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodsAtDeployment.class);

    private final Flow flow;
    private final OwnTransaction own;

    PeriodsAtDeployment(Flow flow, OwnTransaction own) {
        this.flow = flow;
        this.own = own;
    }

    /** The deployment stands whatever happens here: what could not be opened now is opened at the next sweep. */
    @TransactionalEventListener(fallbackExecution = true)
    void open(ModelsDeployed deployed) {
        if (!deployed.hasProcess()) {
            return;
        }
        try {
            own.run(() -> flow.startSweep(FilingProcess.OPEN_PERIOD));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The periods of deployment {} could not be opened",
                    deployed.deployment().id(),
                    failure);
        }
    }
}
