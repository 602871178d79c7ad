package cn.baosong.notice.query;

import cn.baosong.common.Json;
import cn.baosong.notice.Notice;
import cn.baosong.notice.NoticeKind;
import cn.baosong.notice.NoticeLine;
import cn.baosong.notice.Seat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of those who read notices. */
@Repository
public class NoticeQueries {

    /**
     * The permission to read: the notice names who sits on one of the seats, and its region is that of the seat or one
     * above it, or, for administrators, one inside it. A path holds another where its region lies inside the other's.
     */
    private static final String READABLE = """
             n.withdrawn_at IS NULL AND (n.expires_on IS NULL OR n.expires_on >= :today)
             AND EXISTS (
                SELECT 1
                FROM jsonb_to_recordset(CAST(:seats AS jsonb) -> 'seats')
                     AS seat (audience text, path text[], inside boolean)
                WHERE seat.audience = ANY (n.audience)
                  AND (n.region_path <@ seat.path OR seat.inside AND n.region_path @> seat.path))
            """;

    private final JdbcClient jdbc;
    private final Json json;

    NoticeQueries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param reader account, null for one who has none: nothing is unread then
     * @param text part of a title, empty for all
     */
    public List<NoticeLine> list(
            UUID reader, List<Seat> seats, LocalDate today, NoticeKind kind, String text, int offset, int limit) {
        return jdbc.sql("""
                        SELECT n.id, n.title, d.name AS desk, n.published_at, n.pinned,
                               CAST(:reader AS uuid) IS NOT NULL AND NOT EXISTS (
                                  SELECT 1 FROM notice_read r WHERE r.account_id = :reader AND r.notice_id = n.id) AS unread
                        FROM notice n JOIN desk d ON d.id = n.desk_id
                        WHERE n.kind = :kind AND (:text = '' OR strpos(lower(n.title), lower(:text)) > 0) AND
                        """ + READABLE
                        + "ORDER BY n.pinned DESC, n.published_at DESC, n.id LIMIT :limit OFFSET :offset")
                .param("reader", reader)
                .param("seats", json.write(Map.of("seats", seats)))
                .param("today", today)
                .param("kind", kind.name())
                .param("text", text)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new NoticeLine(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("desk"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("pinned"),
                        row.getBoolean("unread")))
                .list();
    }

    public Optional<Notice> find(List<Seat> seats, LocalDate today, UUID id) {
        return jdbc.sql("""
                        SELECT n.id, n.kind, n.title, n.body, d.name AS desk, n.published_at
                        FROM notice n JOIN desk d ON d.id = n.desk_id
                        WHERE n.id = :id AND
                        """ + READABLE)
                .param("id", id)
                .param("seats", json.write(Map.of("seats", seats)))
                .param("today", today)
                .query((row, number) -> new Notice(
                        row.getObject("id", UUID.class),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("desk"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The first reading counts. */
    public void markRead(UUID reader, UUID notice, Instant now) {
        jdbc.sql("""
                        INSERT INTO notice_read (account_id, notice_id, read_at) VALUES (:reader, :notice, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("reader", reader)
                .param("notice", notice)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
