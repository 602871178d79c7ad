package cn.baosong.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is drained.
 *
 * @param workers threads for ordinary messages; between two batches they help with urgent ones
 * @param urgentWorkers threads for urgent messages alone
 * @param batch ordinary messages a worker takes at a time
 * @param poll longest wait before a worker looks again; a commit wakes it sooner
 * @param lease how long a taken message belongs to its worker; more than twice what any carrier may take
 * @param firstRetry wait after the first failure; it doubles with each further one
 * @param longestRetry upper bound of that wait
 * @param attempts after so many failures a message is given up; with the waits above, the default lasts 20 hours
 * @param urgentLifetime an urgent message older than this is given up unsent: its code no longer opens anything
 * @param incidentAfter after so many failures in a row, over all messages and nodes, a channel has an incident
 * @param probeEvery how often one message of a channel with an incident is tried
 */
@ConfigurationProperties("baosong.messaging")
public record MessagingSettings(
        @DefaultValue("4") int workers,
        @DefaultValue("4") int urgentWorkers,
        @DefaultValue("20") int batch,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("30") int attempts,
        @DefaultValue("5m") Duration urgentLifetime,
        @DefaultValue("3") int incidentAfter,
        @DefaultValue("10s") Duration probeEvery) {

    public MessagingSettings {
        atLeastOne("workers", workers);
        atLeastOne("urgent-workers", urgentWorkers);
        atLeastOne("batch", batch);
        atLeastOne("attempts", attempts);
        atLeastOne("incident-after", incidentAfter);
    }

    /** @param failures how often sending has failed so far, at least 1 */
    Duration retryAfter(int failures) {
        var wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("baosong.messaging." + name + " must be at least 1");
        }
    }
}
