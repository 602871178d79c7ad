package cn.baosong.messaging.repository;

import cn.baosong.messaging.Channel;
import cn.baosong.messaging.Message;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code outbox_message}. Each method is one statement and commits with its caller. */
@Repository
public class OutboxQueue {

    /** A message in a worker's hands. {@code attempts} counts this attempt and fences off a worker that was too slow. */
    public record Taken(
            UUID id, Channel channel, String recipient, String template, String body, boolean urgent, int attempts) {}

    private final JdbcClient jdbc;

    OutboxQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID add(Message message, String body, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO outbox_message
                            (id, channel, recipient, template, locale, body, urgent, created_at, next_attempt_at)
                        VALUES (:id, :channel, :recipient, :template, :locale, :body, :urgent, :now, :now)
                        """)
                .param("id", id)
                .param("channel", message.channel().name())
                .param("recipient", message.recipient())
                .param("template", message.template())
                .param("locale", message.locale().toLanguageTag())
                .param("body", body)
                .param("urgent", message.urgent())
                .param("now", at(now))
                .update();
        return id;
    }

    /** Takes due messages, urgent first, and hides them from other workers until {@code leaseEnd}. */
    public List<Taken> take(
            Collection<Channel> channels, boolean urgentOnly, int limit, Instant now, Instant leaseEnd) {
        if (channels.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        UPDATE outbox_message SET attempts = attempts + 1, next_attempt_at = :leaseEnd
                        WHERE id IN (
                            SELECT id FROM outbox_message
                            WHERE status = 'QUEUED' AND next_attempt_at <= :now AND channel IN (:channels)
                              AND (urgent OR NOT :urgentOnly)
                            ORDER BY urgent DESC, next_attempt_at
                            LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING id, channel, recipient, template, body, urgent, attempts
                        """)
                .param("channels", channels.stream().map(Channel::name).toList())
                .param("urgentOnly", urgentOnly)
                .param("limit", limit)
                .param("now", at(now))
                .param("leaseEnd", at(leaseEnd))
                .query((row, number) -> new Taken(
                        row.getObject("id", UUID.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("recipient"),
                        row.getString("template"),
                        row.getString("body"),
                        row.getBoolean("urgent"),
                        row.getInt("attempts")))
                .list();
    }

    /** The text goes with the sending: what was in it (a code, a password) is no longer ours to keep. */
    public void sent(Taken message, Instant now) {
        jdbc.sql("""
                        UPDATE outbox_message SET status = 'SENT', sent_at = :now, body = NULL, last_error = NULL
                        WHERE id = :id AND attempts = :attempts AND status = 'QUEUED'
                        """)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("now", at(now))
                .update();
    }

    public void retry(Taken message, String error, Instant next) {
        jdbc.sql("""
                        UPDATE outbox_message SET last_error = :error, next_attempt_at = :next
                        WHERE id = :id AND attempts = :attempts AND status = 'QUEUED'
                        """)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("error", error)
                .param("next", at(next))
                .update();
    }

    /** Undoes a taking that came to nothing, so that it does not count as an attempt. */
    public void release(Taken message, Instant next) {
        jdbc.sql("""
                        UPDATE outbox_message SET attempts = attempts - 1, next_attempt_at = :next
                        WHERE id = :id AND attempts = :attempts AND status = 'QUEUED'
                        """)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("next", at(next))
                .update();
    }

    /** An ordinary message keeps its text, so that an operator can send it again. */
    public void giveUp(Taken message, String error) {
        jdbc.sql("""
                        UPDATE outbox_message
                        SET status = 'FAILED', last_error = :error, body = CASE WHEN urgent THEN NULL ELSE body END
                        WHERE id = :id AND attempts = :attempts AND status = 'QUEUED'
                        """)
                .param("id", message.id())
                .param("attempts", message.attempts())
                .param("error", error)
                .update();
    }

    /** Gives up urgent messages that have become pointless. */
    public int dropLateUrgent(Instant createdBefore) {
        return jdbc.sql("""
                        UPDATE outbox_message SET status = 'FAILED', last_error = 'too late', body = NULL
                        WHERE status = 'QUEUED' AND urgent AND created_at < :before
                        """).param("before", at(createdBefore)).update();
    }

    /** @param status QUEUED or FAILED */
    public long count(String status) {
        return jdbc.sql("SELECT count(*) FROM outbox_message WHERE status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
