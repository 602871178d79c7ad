package cn.baosong.messaging.repository;

import cn.baosong.common.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code personal_message}. */
@Repository
public class PersonalMessageTable {

    /** @param readAt null while unread */
    public record Row(
            UUID id, String template, List<String> arguments, String link, Instant createdAt, Instant readAt) {}

    private final JdbcClient jdbc;
    private final Json json;

    PersonalMessageTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(UUID recipient, String template, List<String> arguments, String link, Instant now) {
        jdbc.sql("""
                        INSERT INTO personal_message (id, recipient, template, arguments, link, created_at)
                        VALUES (:id, :recipient, :template, CAST(:arguments AS jsonb), :link, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("recipient", recipient)
                .param("template", template)
                .param("arguments", json.write(Map.of("values", arguments)))
                .param("link", link)
                .param("now", at(now))
                .update();
    }

    public int unread(UUID recipient) {
        return jdbc.sql("SELECT count(*) FROM personal_message WHERE recipient = :recipient AND read_at IS NULL")
                .param("recipient", recipient)
                .query(Integer.class)
                .single();
    }

    public List<Row> newest(UUID recipient, boolean unreadOnly, int offset, int limit) {
        return jdbc.sql("""
                        SELECT id, template, arguments::text AS arguments, link, created_at, read_at
                        FROM personal_message
                        WHERE recipient = :recipient AND (read_at IS NULL OR NOT :unreadOnly)
                        ORDER BY created_at DESC, id LIMIT :limit OFFSET :offset
                        """)
                .param("recipient", recipient)
                .param("unreadOnly", unreadOnly)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> {
                    var read = row.getObject("read_at", OffsetDateTime.class);
                    return new Row(
                            row.getObject("id", UUID.class),
                            row.getString("template"),
                            values(row.getString("arguments")),
                            row.getString("link"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            read == null ? null : read.toInstant());
                })
                .list();
    }

    public void markRead(UUID recipient, UUID message, Instant now) {
        jdbc.sql("""
                        UPDATE personal_message SET read_at = :now
                        WHERE id = :id AND recipient = :recipient AND read_at IS NULL
                        """)
                .param("id", message)
                .param("recipient", recipient)
                .param("now", at(now))
                .update();
    }

    public void markAllRead(UUID recipient, Instant now) {
        jdbc.sql("UPDATE personal_message SET read_at = :now WHERE recipient = :recipient AND read_at IS NULL")
                .param("recipient", recipient)
                .param("now", at(now))
                .update();
    }

    private List<String> values(String text) {
        return json.read(text).get("values") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
