package cn.baosong.messaging;

import cn.baosong.messaging.repository.OutboxQueue;
import cn.baosong.messaging.repository.OutboxQueue.Taken;
import java.time.Clock;
import java.time.Instant;
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
    private final MessagingSettings settings;
    private final Clock clock;

    OutboxDelivery(OutboxQueue queue, Carriers carriers, MessagingSettings settings, Clock clock) {
        this.queue = queue;
        this.carriers = carriers;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many messages this round took; 0 means there was nothing to do */
    int deliver(boolean urgentOnly) {
        var start = clock.instant();
        var taken = queue.take(
                carriers.channels(),
                urgentOnly,
                urgentOnly ? 1 : settings.batch(),
                start,
                start.plus(settings.lease()));
        // Half the lease is for the last message: nobody may begin one he cannot finish in time.
        var lastStart = start.plus(settings.lease().dividedBy(2));
        for (var message : taken) {
            if (clock.instant().isAfter(lastStart)) {
                queue.release(message, clock.instant());
            } else {
                deliver(message);
            }
        }
        return taken.size();
    }

    /** Gives up codes nobody can use any more. */
    void dropLate() {
        var dropped = queue.dropLateUrgent(clock.instant().minus(settings.urgentLifetime()));
        if (dropped > 0) {
            LOG.warn("Gave up {} urgent messages that could not be sent in time", dropped);
        }
    }

    private void deliver(Taken message) {
        try {
            carriers.carry(message.channel(), message.recipient(), message.body());
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            failed(message, describe(failure, message), clock.instant());
            return;
        }
        queue.sent(message, clock.instant());
    }

    private void failed(Taken message, String error, Instant now) {
        if (message.attempts() >= settings.attempts()) {
            queue.giveUp(message, error);
            LOG.error(
                    "Message {} ({}, {}) given up after {} attempts: {}",
                    message.id(),
                    message.channel(),
                    message.template(),
                    message.attempts(),
                    error);
        } else {
            queue.retry(message, error, now.plus(settings.retryAfter(message.attempts())));
            LOG.warn("Message {} ({}) not sent: {}", message.id(), message.template(), error);
        }
    }

    /** A gateway may repeat number or text in what it throws; neither may reach a log or a column. */
    private static String describe(Exception failure, Taken message) {
        var text = failure.getMessage() == null ? "" : failure.getMessage();
        text = text.replace(message.body(), "*").replace(message.recipient(), "*");
        text = ADDRESS.matcher(text).replaceAll("*");
        text = DIGITS.matcher(text).replaceAll("*").replaceAll("\\p{Cntrl}+", " ");
        var line = failure.getClass().getSimpleName() + ": " + text;
        return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) : line;
    }
}
