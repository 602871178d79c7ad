package cn.baosong.messaging;

import cn.baosong.messaging.repository.OutboxQueue;
import cn.baosong.messaging.repository.OutboxQueue.Taken;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One round of sending. A message is taken under a lease and sent outside any transaction, so that a gateway that hangs
 * holds no connection and no lock; a worker killed half-way leaves it to the next one when the lease ends.
 */
@Component
class OutboxDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,}");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
    private static final int LONGEST_ERROR = 200;

    private final OutboxQueue queue;
    private final Carriers carriers;
    private final ChannelHealth health;
    private final MessagingSettings settings;
    private final Clock clock;

    OutboxDelivery(
            OutboxQueue queue, Carriers carriers, ChannelHealth health, MessagingSettings settings, Clock clock) {
        this.queue = queue;
        this.carriers = carriers;
        this.health = health;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends one urgent message of each channel, then, unless {@code urgentOnly}, a batch of ordinary ones. Of a channel
     * with an incident one message at most, whatever it is.
     *
     * @param wanted asked before each message; what is taken and no longer wanted is left to others
     * @return how many messages this round took; 0 means there was nothing to do
     */
    int deliver(boolean urgentOnly, BooleanSupplier wanted) {
        var count = 0;
        for (var channel : carriers.channels()) {
            if (health.hasIncident(channel)) {
                count += probe(channel);
            } else {
                count += send(take(channel, true, 1), wanted);
                if (!urgentOnly) {
                    count += send(take(channel, false, settings.batch()), wanted);
                }
            }
        }
        return count;
    }

    /** Gives up codes nobody can use any more. */
    void dropLate() {
        var now = clock.instant();
        var dropped = queue.dropLateUrgent(oldestUrgent(now), now);
        if (dropped > 0) {
            LOG.error("Gave up {} urgent messages that could not be sent in time", dropped);
        }
    }

    private List<Taken> take(Channel channel, boolean urgent, int limit) {
        var now = clock.instant();
        return queue.take(channel, urgent, limit, oldestUrgent(now), now, now.plus(settings.lease()));
    }

    private Instant oldestUrgent(Instant now) {
        return now.minus(settings.urgentLifetime());
    }

    private int probe(Channel channel) {
        var now = clock.instant();
        var switched = channel == Channel.SMS && emailFlows() ? queue.fallBackWaiting(now) : 0;
        if (switched > 0) {
            LOG.warn("{} urgent SMS that waited go by e-mail", switched);
        }
        if (!health.mayProbe(channel)) {
            return switched;
        }
        var taken = queue.takeProbe(channel, oldestUrgent(now), now, now.plus(settings.lease()));
        taken.forEach(this::send);
        return switched + taken.size();
    }

    private int send(List<Taken> taken, BooleanSupplier wanted) {
        // Half the lease is for the last message: nobody may begin one he cannot finish in time.
        var lastStart = clock.instant().plus(settings.lease().dividedBy(2));
        for (var message : taken) {
            if (wanted.getAsBoolean()
                    && !clock.instant().isAfter(lastStart)
                    && !health.hasIncident(message.channel())) {
                send(message);
            } else {
                queue.release(message, clock.instant());
            }
        }
        return taken.size();
    }

    private void send(Taken message) {
        var subject = message.channel() == Channel.EMAIL ? message.subject() : null;
        try {
            carriers.carry(message.channel(), new Parcel(message.id(), message.recipient(), subject, message.body()));
        } catch (InterruptedException stop) {
            // Not passed on: the workers' own flag ends them, and an interrupted thread gets no connection to let go.
            queue.release(message, clock.instant());
            return;
        } catch (Exception | LinkageError failure) {
            failed(message, describe(failure, message), clock.instant());
            return;
        }
        queue.sent(message, clock.instant());
        if (health.succeeded(message.channel())) {
            queue.hurry(message.channel(), clock.instant());
        }
    }

    private void failed(Taken message, String error, Instant now) {
        var inARow = health.failed(message.channel(), error);
        if (message.channel() == Channel.SMS && message.urgent() && message.fallback() != null && emailFlows()) {
            queue.fallBack(message, now);
            LOG.warn("Message {} ({}) not sent by SMS, goes by e-mail: {}", message.id(), message.template(), error);
        } else if (inARow > settings.incidentAfter()) {
            queue.rest(message, error, now.plus(settings.probeEvery()));
            LOG.warn("Message {} ({}) rests: {}", message.id(), message.template(), error);
        } else if (message.tries() >= settings.attempts()) {
            queue.giveUp(message, error);
            LOG.error(
                    "Message {} ({}, {}) given up after {} attempts: {}",
                    message.id(),
                    message.channel(),
                    message.template(),
                    message.tries(),
                    error);
        } else {
            queue.retry(message, error, now.plus(settings.retryAfter(message.tries())));
            LOG.warn("Message {} ({}) not sent: {}", message.id(), message.template(), error);
        }
    }

    private boolean emailFlows() {
        return carriers.channels().contains(Channel.EMAIL) && !health.hasIncident(Channel.EMAIL);
    }

    /** A gateway may repeat number or text in what it throws; neither may reach a log or a column. */
    private static String describe(Throwable failure, Taken message) {
        var text = failure.getMessage() == null ? "" : failure.getMessage();
        text = text.replace(message.body(), "*").replace(message.recipient(), "*");
        text = ADDRESS.matcher(text).replaceAll("*");
        text = DIGITS.matcher(text).replaceAll("*").replaceAll("\\p{Cntrl}+", " ");
        var line = failure.getClass().getSimpleName() + ": " + text;
        return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) : line;
    }
}
