package cn.baosong.messaging.repository;

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

    /** One message as it would have arrived on a telephone. */
    public record Row(String phone, String body, Instant receivedAt) {}

    private final JdbcClient jdbc;

    DemoInboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String phone, String body, Instant now) {
        jdbc.sql("INSERT INTO demo_inbox (id, recipient, body, received_at) VALUES (:id, :phone, :body, :now)")
                .param("id", UUID.randomUUID())
                .param("phone", phone)
                .param("body", body)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param digits part of a phone, digits only, may be empty */
    public List<Row> newest(String digits, int limit) {
        return jdbc.sql("""
                        SELECT recipient, body, received_at FROM demo_inbox
                        WHERE recipient LIKE '%' || :digits || '%'
                        ORDER BY received_at DESC, id LIMIT :limit
                        """)
                .param("digits", digits)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getString("recipient"),
                        row.getString("body"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
