package cn.baosong.messaging.repository;

import cn.baosong.messaging.Channel;
import cn.baosong.messaging.OutboxFilter;
import cn.baosong.messaging.OutboxItem;
import cn.baosong.messaging.OutboxStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code outbox_message} as operators see it, and {@code outbox_resend}. */
@Repository
public class OutboxPages {

    /** Nobody reads further; counting all of a table that only grows would take longer every day. */
    private static final int MOST_COUNTED = 10_000;

    private static final String FILTER =
            " WHERE (CAST(:status AS text) IS NULL OR status = :status) AND recipient LIKE :recipient ";

    /** Not in a worker's hands, and with a text: only a waiting message has an error, or is due. */
    private static final String RESENDABLE =
            " body IS NOT NULL AND (status = 'FAILED' OR status = 'QUEUED' AND (next_attempt_at <= :now OR last_error IS NOT NULL)) ";

    private final JdbcClient jdbc;

    OutboxPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return newest first, recipients whole */
    public List<OutboxItem> page(OutboxFilter filter, int offset, int limit, Instant now) {
        return jdbc.sql("SELECT id, channel, recipient, template, subject, urgent, status,"
                        + " attempts - attempts_before AS tries, created_at, next_attempt_at, last_error,"
                        + RESENDABLE + "AS resendable, resend.resent_by, resend.resent_at"
                        + """
                         FROM outbox_message LEFT JOIN LATERAL (
                            SELECT resent_by, resent_at FROM outbox_resend WHERE message = outbox_message.id
                            ORDER BY resent_at DESC LIMIT 1) AS resend ON true
                        """ + FILTER + "ORDER BY created_at DESC, id LIMIT :limit OFFSET :offset")
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("recipient", like(filter.recipient()))
                .param("now", at(now))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> item(row))
                .list();
    }

    /** @return how many there are, at most 10,000 */
    public int count(OutboxFilter filter) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM outbox_message" + FILTER + "LIMIT :most) AS counted")
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("recipient", like(filter.recipient()))
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** @return given up with the text still there */
    public int countResendable() {
        return jdbc.sql("SELECT count(*) FROM outbox_message WHERE status = 'FAILED' AND body IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    public long countSentSince(Instant since) {
        return jdbc.sql("""
                        SELECT count(*) FROM outbox_message WHERE created_at >= :since AND status = 'SENT'
                        """).param("since", at(since)).query(Long.class).single();
    }

    /** Queues what can be sent again, with fresh attempts, and writes down who did it. @return how many */
    public int resend(Collection<UUID> messages, String operator, Instant now) {
        if (messages.isEmpty()) {
            return 0;
        }
        return jdbc.sql(resend("id IN (:ids) AND" + RESENDABLE))
                .param("ids", messages)
                .param("operator", operator)
                .param("now", at(now))
                .update();
    }

    /** The same for everything given up. */
    public int resendGivenUp(String operator, Instant now) {
        return jdbc.sql(resend("status = 'FAILED' AND body IS NOT NULL"))
                .param("operator", operator)
                .param("now", at(now))
                .update();
    }

    private static String resend(String which) {
        return """
                WITH again AS (
                    UPDATE outbox_message SET status = 'QUEUED', next_attempt_at = :now, attempts_before = attempts
                    WHERE %s RETURNING id)
                INSERT INTO outbox_resend (message, resent_by, resent_at) SELECT id, :operator, :now FROM again
                """.formatted(which);
    }

    private static String like(String beginning) {
        return beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static OutboxItem item(ResultSet row) throws SQLException {
        var resentAt = row.getObject("resent_at", OffsetDateTime.class);
        return new OutboxItem(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getString("template"),
                row.getString("subject"),
                row.getBoolean("urgent"),
                OutboxStatus.valueOf(row.getString("status")),
                row.getInt("tries"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                row.getString("last_error"),
                row.getBoolean("resendable"),
                row.getString("resent_by"),
                resentAt == null ? null : resentAt.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
