package cn.baosong.messaging;

import cn.baosong.common.Masked;
import cn.baosong.messaging.repository.ChannelStateTable;
import cn.baosong.messaging.repository.OutboxPages;
import cn.baosong.messaging.repository.OutboxQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as operators see it (平台运营): how the channels do, what waits and what was given up, sending again. */
@Service
@PreAuthorize("hasRole('OPERATOR')")
public class OutboxDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDesk.class);
    private static final Duration LATELY = Duration.ofHours(24);

    /**
     * @param givenUp messages given up, codes included
     * @param resendable those of them that can be sent again
     * @param sentLately of the last 24 hours
     */
    public record Counts(long queued, long givenUp, int resendable, long sentLately) {}

    private final OutboxPages pages;
    private final OutboxQueue queue;
    private final ChannelStateTable channels;
    private final ChannelHealth health;
    private final Carriers carriers;
    private final OutboxWorkers workers;
    private final Clock clock;

    OutboxDesk(
            OutboxPages pages,
            OutboxQueue queue,
            ChannelStateTable channels,
            ChannelHealth health,
            Carriers carriers,
            OutboxWorkers workers,
            Clock clock) {
        this.pages = pages;
        this.queue = queue;
        this.channels = channels;
        this.health = health;
        this.carriers = carriers;
        this.workers = workers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ChannelReport> channels() {
        var failing = channels.all();
        return Arrays.stream(Channel.values())
                .map(channel -> failing.stream()
                        .filter(row -> row.channel() == channel)
                        .findFirst()
                        .map(row -> new ChannelReport(
                                channel,
                                carries(channel),
                                health.isIncident(row.failures()),
                                row.failures(),
                                row.failingSince(),
                                row.lastError()))
                        .orElseGet(() -> new ChannelReport(channel, carries(channel), false, 0, null, null)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Counts counts() {
        return new Counts(
                queue.count(OutboxStatus.QUEUED.name()),
                queue.count(OutboxStatus.FAILED.name()),
                pages.countResendable(),
                pages.countSentSince(clock.instant().minus(LATELY)));
    }

    /** @return given-up messages that wait for an operator */
    @Transactional(readOnly = true)
    public int waiting() {
        return pages.countResendable();
    }

    /** @return newest first */
    @Transactional(readOnly = true)
    public List<OutboxItem> page(OutboxFilter filter, int offset, int limit) {
        return pages.page(filter, offset, limit, clock.instant()).stream()
                .map(OutboxDesk::masked)
                .toList();
    }

    /** @return how many there are, at most 10,000 */
    @Transactional(readOnly = true)
    public int count(OutboxFilter filter) {
        return pages.count(filter);
    }

    /**
     * Sends messages again, or those that wait at once, with fresh attempts. What is sent, in a worker's hands, or has no
     * text any more stays as it is.
     *
     * @return how many will be sent
     */
    @Transactional
    public int resend(Collection<UUID> messages) {
        return after(pages.resend(messages, operator(), clock.instant()));
    }

    /** The same for everything that was given up and has its text. */
    @Transactional
    public int resendGivenUp() {
        return after(pages.resendGivenUp(operator(), clock.instant()));
    }

    private int after(int resent) {
        if (resent > 0) {
            // A channel with an incident tries one of them now.
            channels.probeSoon();
            LOG.info("{} messages sent again by operator {}", resent, operator());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    workers.wake(true);
                    workers.wake(false);
                }
            });
        }
        return resent;
    }

    private boolean carries(Channel channel) {
        return carriers.channels().contains(channel);
    }

    private static String operator() {
        return SecurityContextHolder.getContext().getAuthentication().getName();
    }

    private static OutboxItem masked(OutboxItem item) {
        return new OutboxItem(
                item.id(),
                item.channel(),
                Masked.recipient(item.recipient()),
                item.template(),
                item.subject(),
                item.urgent(),
                item.status(),
                item.attempts(),
                item.createdAt(),
                item.nextAttemptAt(),
                item.lastError(),
                item.resendable(),
                item.resentBy(),
                item.resentAt());
    }
}
