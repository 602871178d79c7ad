package cn.baosong.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is drained.
 *
 * @param workers threads for ordinary messages; urgent ones have one more of their own
 * @param batch messages a worker takes at a time
 * @param poll longest wait before a worker looks again; a commit wakes it sooner
 * @param lease how long a taken message belongs to its worker; longer than any gateway may hang
 * @param firstRetry wait after the first failure; it doubles with each further one
 * @param longestRetry upper bound of that wait
 * @param attempts after so many failures a message is given up
 * @param urgentLifetime an urgent message older than this is given up unsent: its code no longer opens anything
 */
@ConfigurationProperties("baosong.messaging")
public record MessagingSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("20") int batch,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("10") int attempts,
        @DefaultValue("5m") Duration urgentLifetime) {

    /** @param failures how often sending has failed so far, at least 1 */
    Duration retryAfter(int failures) {
        var wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
