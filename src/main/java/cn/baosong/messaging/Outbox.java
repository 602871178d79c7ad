package cn.baosong.messaging;

import cn.baosong.common.Texts;
import cn.baosong.messaging.repository.OutboxQueue;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a module leaves a message. It is sent after the caller's transaction commits, and never if it rolls back. */
@Service
public class Outbox {

    private static final Pattern PHONE = Pattern.compile("1[0-9]{10}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,190}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST = 1000;
    private static final int LONGEST_SUBJECT = 150;

    private final OutboxQueue queue;
    private final Texts texts;
    private final Clock clock;
    private final Carriers carriers;
    private final ChannelHealth health;
    private final OutboxWorkers workers;

    Outbox(
            OutboxQueue queue,
            Texts texts,
            Clock clock,
            Carriers carriers,
            ChannelHealth health,
            OutboxWorkers workers) {
        this.queue = queue;
        this.texts = texts;
        this.clock = clock;
        this.carriers = carriers;
        this.health = health;
        this.workers = workers;
    }

    /**
     * Queues a message in the caller's transaction.
     *
     * @return id of the row
     * @throws IllegalArgumentException when the recipient or the fallback cannot be one, or the template has no text
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Message message) {
        demand(message.channel(), message.recipient());
        if (message.fallback() != null) {
            demand(Channel.EMAIL, message.fallback());
        }
        var id = queue.add(route(message), subject(message), body(message), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                workers.wake(message.urgent());
            }
        });
        return id;
    }

    /** @return whether something is there to carry messages of this kind; without, they wait */
    public boolean canSend(Channel channel) {
        return carriers.channels().contains(channel);
    }

    /**
     * @return whether this way fails at the moment, as known on all nodes, at most a second old; urgent messages then go
     *     by e-mail where they can
     */
    public boolean hasIncident(Channel channel) {
        return health.hasIncident(channel);
    }

    /** Nobody waits for a dead gateway where there is another way. */
    private Message route(Message message) {
        var switches = message.channel() == Channel.SMS
                && message.urgent()
                && message.fallback() != null
                && !flows(Channel.SMS)
                && flows(Channel.EMAIL);
        return switches
                ? new Message(
                        Channel.EMAIL,
                        message.fallback(),
                        message.template(),
                        message.locale(),
                        message.arguments(),
                        true,
                        null)
                : message;
    }

    private boolean flows(Channel channel) {
        return canSend(channel) && !hasIncident(channel);
    }

    private static void demand(Channel channel, String recipient) {
        var pattern = channel == Channel.SMS ? PHONE : EMAIL;
        if (recipient == null || !pattern.matcher(recipient).matches()) {
            throw new IllegalArgumentException("not a recipient for " + channel);
        }
    }

    private String subject(Message message) {
        var own = text(message, "messaging.subject." + message.template());
        return line(own == null ? texts.get(message.locale(), "messaging.subject") : own, LONGEST_SUBJECT);
    }

    private String body(Message message) {
        var text = text(message, "messaging.template." + message.template());
        if (text == null) {
            throw new IllegalArgumentException("no text for template " + message.template());
        }
        return line(text, LONGEST);
    }

    /** @return null where there is none */
    private String text(Message message, String key) {
        var text = texts.get(message.locale(), key, message.arguments().toArray());
        return text.equals("!" + key) ? null : text;
    }

    /** A line break in a value must not start a line, or a header, of its own. */
    private static String line(String text, int longest) {
        var line = CONTROL.matcher(text).replaceAll(" ");
        if (line.length() <= longest) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end) + "…";
    }
}
