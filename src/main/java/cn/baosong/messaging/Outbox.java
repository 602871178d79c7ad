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

    private final OutboxQueue queue;
    private final Texts texts;
    private final Clock clock;
    private final Carriers carriers;
    private final OutboxWorkers workers;

    Outbox(OutboxQueue queue, Texts texts, Clock clock, Carriers carriers, OutboxWorkers workers) {
        this.queue = queue;
        this.texts = texts;
        this.clock = clock;
        this.carriers = carriers;
        this.workers = workers;
    }

    /**
     * Queues a message in the caller's transaction.
     *
     * @return id of the row
     * @throws IllegalArgumentException when the recipient cannot be one, or the template has no text
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Message message) {
        var pattern = message.channel() == Channel.SMS ? PHONE : EMAIL;
        if (message.recipient() == null || !pattern.matcher(message.recipient()).matches()) {
            throw new IllegalArgumentException("not a recipient for " + message.channel());
        }
        var id = queue.add(message, body(message), clock.instant());
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

    /** @return whether this way fails at the moment; urgent messages then go by e-mail where they can */
    public boolean hasIncident(Channel channel) {
        return false;
    }

    private String body(Message message) {
        var key = "messaging.template." + message.template();
        var text = texts.get(message.locale(), key, message.arguments().toArray());
        if (text.equals("!" + key)) {
            throw new IllegalArgumentException("no text for template " + message.template());
        }
        // A line break in a value must not start a line, or a header, of its own.
        var line = CONTROL.matcher(text).replaceAll(" ");
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }
}
