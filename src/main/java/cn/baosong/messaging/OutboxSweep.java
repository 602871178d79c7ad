package cn.baosong.messaging;

import cn.baosong.messaging.repository.OutboxQueue;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets messages after a while: phones and addresses are personal data. What was given up and can be sent again stays
 * until somebody does.
 */
@Component
class OutboxSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweep.class);

    private final OutboxQueue queue;
    private final Clock clock;
    private final Duration kept;

    OutboxSweep(OutboxQueue queue, Clock clock, @Value("${baosong.messaging.kept:90d}") Duration kept) {
        this.queue = queue;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        var forgotten = queue.deleteDone(clock.instant().minus(kept));
        if (forgotten > 0) {
            LOG.info("Forgot {} messages that are older than {} days", forgotten, kept.toDays());
        }
    }
}
