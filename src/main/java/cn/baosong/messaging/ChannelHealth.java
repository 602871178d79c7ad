package cn.baosong.messaging;

import cn.baosong.messaging.repository.ChannelStateTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How each channel is doing, for all nodes together. After a few failures in a row a channel has an incident: its
 * messages rest, and one at a time shows whether it works again; the first success ends the incident.
 */
@Component
class ChannelHealth {

    /** How a channel that fails has been failing. */
    record State(int failures, Instant since, String lastError) {}

    private static final Logger LOG = LoggerFactory.getLogger(ChannelHealth.class);
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private final ChannelStateTable table;
    private final MessagingSettings settings;
    private final Clock clock;
    private final long oldestNanos;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Snapshot known;

    private record Snapshot(Map<Channel, State> states, long expiresNanos) {}

    ChannelHealth(ChannelStateTable table, MessagingSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        var oldest = settings.poll().compareTo(OLDEST) < 0 ? settings.poll() : OLDEST;
        this.oldestNanos = oldest.toNanos();
        this.known = new Snapshot(Map.of(), System.nanoTime());
    }

    /** @return at most a second old */
    boolean hasIncident(Channel channel) {
        var state = states().get(channel);
        return state != null && isIncident(state.failures());
    }

    boolean isIncident(int failures) {
        return failures >= settings.incidentAfter();
    }

    /** @return what fails at the moment, at most a second old */
    Map<Channel, State> states() {
        // Whoever comes while another reads takes what was known: nobody holds a connection and waits for one who has
        // none.
        if (System.nanoTime() - known.expiresNanos() >= 0 && reading.tryLock()) {
            try {
                var found = new EnumMap<Channel, State>(Channel.class);
                table.all()
                        .forEach(row -> found.put(
                                row.channel(), new State(row.failures(), row.failingSince(), row.lastError())));
                known = new Snapshot(found, System.nanoTime() + oldestNanos);
            } finally {
                reading.unlock();
            }
        }
        return known.states();
    }

    /** @return how often the channel has failed in a row, this one included */
    int failed(Channel channel, String error) {
        var failures = table.failed(channel, error, clock.instant());
        forget();
        if (failures == settings.incidentAfter()) {
            LOG.error(
                    "{} has an incident: {} failures in a row, the last: {}. Its messages rest; one is tried every {} s",
                    channel,
                    failures,
                    error,
                    settings.probeEvery().toSeconds());
        }
        return failures;
    }

    /** @return whether this ends an incident */
    boolean succeeded(Channel channel) {
        if (!states().containsKey(channel)) {
            return false;
        }
        var ended = table.succeeded(channel);
        forget();
        if (ended.isEmpty() || !isIncident(ended.getAsInt())) {
            return false;
        }
        LOG.warn("{} works again after {} failures in a row", channel, ended.getAsInt());
        return true;
    }

    /** @return whether the caller, and nobody else on any node, may try one message of a channel with an incident */
    boolean mayProbe(Channel channel) {
        var now = clock.instant();
        return table.claimProbe(channel, now.minus(settings.probeEvery()), now);
    }

    private void forget() {
        known = new Snapshot(known.states(), System.nanoTime());
    }
}
