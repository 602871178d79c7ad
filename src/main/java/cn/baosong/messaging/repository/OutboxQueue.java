package cn.baosong.messaging.repository;

import cn.baosong.messaging.Channel;
import cn.baosong.messaging.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Table {@code outbox_message} as the workers see it. Each method is one statement and commits with its caller. What a
 * worker does with a message it took holds only while its {@code attempts} stand in the row: who was slower than his
 * lease changes nothing.
 */
@Repository
public class OutboxQueue {

    private static final String HELD = " WHERE id = :id AND attempts = :attempts AND status = 'QUEUED'";

    /** In nobody's hands: due, or waiting after a failure, which a worker empties when it takes the message. */
    private static final String WAITING = " status = 'QUEUED' AND (next_attempt_at <= :now OR last_error IS NOT NULL) ";

    private static final String TAKEN =
            " RETURNING id, channel, recipient, template, subject, body, urgent, fallback_recipient, attempts,"
                    + " attempts - attempts_before AS tries";

    /**
     * A message in a worker's hands.
     *
     * @param fallback e-mail address for an SMS that cannot be sent, null for none
     * @param attempts counts this attempt and fences off a worker that was too slow
     * @param tries how many of the attempts count
     */
    public record Taken(
            UUID id,
            Channel channel,
            String recipient,
            String template,
            String subject,
            String body,
            boolean urgent,
            String fallback,
            int attempts,
            int tries) {}

    private final JdbcClient jdbc;

    OutboxQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID add(Message message, String subject, String body, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO outbox_message (id, channel, recipient, fallback_recipient, template, locale, subject,
                            body, urgent, created_at, next_attempt_at)
                        VALUES (:id, :channel, :recipient, :fallback, :template, :locale, :subject,
                            :body, :urgent, :now, :now)
                        """)
                .param("id", id)
                .param("channel", message.channel().name())
                .param("recipient", message.recipient())
                .param("fallback", message.fallback())
                .param("template", message.template())
                .param("locale", message.locale().toLanguageTag())
                .param("subject", subject)
                .param("body", body)
                .param("urgent", message.urgent())
                .param("now", at(now))
                .update();
        return id;
    }

    /**
     * Takes due messages of one channel and lane, and hides them from other workers until {@code leaseEnd}.
     *
     * @param notBefore urgent messages older than this are left to be dropped
     */
    public List<Taken> take(
            Channel channel, boolean urgent, int limit, Instant notBefore, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        UPDATE outbox_message
                        SET attempts = attempts + 1, next_attempt_at = :leaseEnd, last_error = NULL
                        WHERE id IN (
                            SELECT id FROM outbox_message
                            WHERE status = 'QUEUED' AND channel = :channel AND urgent = :urgent
                              AND next_attempt_at <= :now AND (NOT urgent OR created_at >= :notBefore)
                            ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                        """ + TAKEN)
                .param("channel", channel.name())
                .param("urgent", urgent)
                .param("limit", limit)
                .param("notBefore", at(notBefore))
                .param("now", at(now))
                .param("leaseEnd", at(leaseEnd))
                .query((row, number) -> taken(row))
                .list();
    }

    /**
     * Takes the one message that shall show whether a failing channel works again: an urgent one if there is one, and
     * one that has failed less often than others, for it may be the message that is at fault.
     */
    public List<Taken> takeProbe(Channel channel, Instant notBefore, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        UPDATE outbox_message
                        SET attempts = attempts + 1, next_attempt_at = :leaseEnd, last_error = NULL
                        WHERE id IN (
                            SELECT id FROM outbox_message WHERE
                        """ + WAITING + """
                            AND channel = :channel AND (NOT urgent OR created_at >= :notBefore)
                            ORDER BY urgent DESC, attempts - attempts_before, next_attempt_at
                            LIMIT 1 FOR UPDATE SKIP LOCKED)
                        """ + TAKEN)
                .param("channel", channel.name())
                .param("notBefore", at(notBefore))
                .param("now", at(now))
                .param("leaseEnd", at(leaseEnd))
                .query((row, number) -> taken(row))
                .list();
    }

    /** The text goes with the sending: what was in it (a code, a password) is no longer ours to keep. */
    public void sent(Taken message, Instant now) {
        jdbc.sql("UPDATE outbox_message SET status = 'SENT', sent_at = :now, body = NULL, last_error = NULL" + HELD)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("now", at(now))
                .update();
    }

    public void retry(Taken message, String error, Instant next) {
        jdbc.sql("UPDATE outbox_message SET last_error = :error, next_attempt_at = :next" + HELD)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("error", error)
                .param("next", at(next))
                .update();
    }

    /** As {@link #retry}, and the attempt does not count: it was the channel that failed. */
    public void rest(Taken message, String error, Instant next) {
        jdbc.sql("""
                        UPDATE outbox_message SET last_error = :error, next_attempt_at = :next,
                            attempts_before = attempts_before + 1
                        """ + HELD)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("error", error)
                .param("next", at(next))
                .update();
    }

    /** Undoes a taking that came to nothing, so that it does not count as an attempt. */
    public void release(Taken message, Instant next) {
        jdbc.sql("UPDATE outbox_message SET next_attempt_at = :next, attempts_before = attempts_before + 1" + HELD)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("next", at(next))
                .update();
    }

    /** An ordinary message keeps its text, so that an operator can send it again. */
    public void giveUp(Taken message, String error) {
        jdbc.sql("""
                        UPDATE outbox_message SET status = 'FAILED', last_error = :error,
                            body = CASE WHEN urgent THEN NULL ELSE body END
                        """ + HELD)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("error", error)
                .update();
    }

    /** Sends an SMS that failed on as an e-mail, with fresh attempts. */
    public void fallBack(Taken message, Instant now) {
        jdbc.sql("""
                        UPDATE outbox_message SET channel = 'EMAIL', recipient = fallback_recipient,
                            fallback_recipient = NULL, next_attempt_at = :now, attempts_before = attempts
                        """ + HELD + " AND fallback_recipient IS NOT NULL")
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("now", at(now))
                .update();
    }

    /** The same for every urgent SMS that waits and has an address. @return how many */
    public int fallBackWaiting(Instant now) {
        return jdbc.sql("""
                        UPDATE outbox_message SET channel = 'EMAIL', recipient = fallback_recipient,
                            fallback_recipient = NULL, next_attempt_at = :now,
                            attempts = attempts + 1, attempts_before = attempts + 1
                        WHERE urgent AND channel = 'SMS' AND fallback_recipient IS NOT NULL AND
                        """ + WAITING).param("now", at(now)).update();
    }

    /** Makes everything of a channel due that waits after a failure. @return how many */
    public int hurry(Channel channel, Instant now) {
        return jdbc.sql("""
                        UPDATE outbox_message SET next_attempt_at = :now
                        WHERE status = 'QUEUED' AND channel = :channel
                          AND next_attempt_at > :now AND last_error IS NOT NULL
                        """)
                .param("channel", channel.name())
                .param("now", at(now))
                .update();
    }

    /** Gives up urgent messages that wait and have become pointless. */
    public int dropLateUrgent(Instant createdBefore, Instant now) {
        return jdbc.sql("""
                        UPDATE outbox_message SET status = 'FAILED', last_error = 'too late', body = NULL
                        WHERE channel IN (:channels) AND urgent AND created_at < :before AND
                        """ + WAITING)
                .param(
                        "channels",
                        Arrays.stream(Channel.values()).map(Channel::name).toList())
                .param("before", at(createdBefore))
                .param("now", at(now))
                .update();
    }

    /** @param status QUEUED or FAILED */
    public long count(String status) {
        return jdbc.sql("SELECT count(*) FROM outbox_message WHERE status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getString("template"),
                row.getString("subject"),
                row.getString("body"),
                row.getBoolean("urgent"),
                row.getString("fallback_recipient"),
                row.getInt("attempts"),
                row.getInt("tries"));
    }

    /** Deletes what was sent, and codes that were given up. */
    public int deleteDone(Instant createdBefore) {
        return jdbc.sql("""
                        DELETE FROM outbox_message
                        WHERE created_at < :before AND (status = 'SENT' OR (status = 'FAILED' AND body IS NULL))
                        """).param("before", at(createdBefore)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
