package cn.baosong.messaging.repository;

import cn.baosong.messaging.Channel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code demo_inbox}, empty outside the demo profile. */
@Repository
public class DemoInboxTable {

    /** One message as it would have arrived. */
    public record Row(Channel channel, String recipient, String subject, String body, Instant receivedAt) {}

    private final JdbcClient jdbc;

    DemoInboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param subject null for an SMS */
    public void add(Channel channel, String recipient, String subject, String body, Instant now) {
        jdbc.sql("""
                        INSERT INTO demo_inbox (id, channel, recipient, subject, body, received_at)
                        VALUES (:id, :channel, :recipient, :subject, :body, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("channel", channel.name())
                .param("recipient", recipient)
                .param("subject", subject)
                .param("body", body)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param part of a recipient, in small or capital letters; may be empty */
    public List<Row> newest(String part, int limit) {
        return jdbc.sql("""
                        SELECT channel, recipient, subject, body, received_at FROM demo_inbox
                        WHERE strpos(lower(recipient), lower(:part)) > 0
                        ORDER BY received_at DESC, id LIMIT :limit
                        """)
                .param("part", part)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
