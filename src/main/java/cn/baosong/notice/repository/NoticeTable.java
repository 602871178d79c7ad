package cn.baosong.notice.repository;

import cn.baosong.notice.Audience;
import cn.baosong.notice.DeskNotice;
import cn.baosong.notice.NoticeChange;
import cn.baosong.notice.NoticeContent;
import cn.baosong.notice.NoticeKind;
import cn.baosong.notice.NoticeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code notice} and {@code notice_change}: each statement that changes a notice keeps the new version as well. */
@Repository
public class NoticeTable {

    private static final String SELECT = """
            SELECT n.id, n.desk_id, d.name AS desk, n.kind, n.title, n.body, n.audience, n.region_path, n.pinned,
                   n.expires_on, n.version, n.published_at, n.withdrawn_at,
                   CASE WHEN n.withdrawn_at IS NOT NULL THEN 'WITHDRAWN' WHEN n.expires_on < :today THEN 'EXPIRED'
                        ELSE 'SHOWN' END AS state
            FROM notice n JOIN desk d ON d.id = n.desk_id
            WHERE n.desk_id IN (:desks)
            """;

    private static final String KEPT = """
            WITH changed AS (%s RETURNING *)
            INSERT INTO notice_change (notice_id, version, change, account_id, changed_at, reason,
                                       kind, title, body, audience, region_path, pinned, expires_on)
            SELECT id, version, :change, :account, :now, :reason,
                   kind, title, body, audience, region_path, pinned, expires_on
            FROM changed
            """;

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<DeskNotice> ofDesks(Set<UUID> desks, String text, LocalDate today, int offset, int limit) {
        return desks.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                                AND (:text = '' OR strpos(lower(n.title), lower(:text)) > 0)
                                ORDER BY n.published_at DESC, n.id LIMIT :limit OFFSET :offset
                                """)
                        .param("desks", desks)
                        .param("text", text)
                        .param("today", today)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(NoticeTable::notice)
                        .list();
    }

    public Optional<DeskNotice> find(Set<UUID> desks, UUID id, LocalDate today) {
        return desks.isEmpty()
                ? Optional.empty()
                : jdbc.sql(SELECT + "AND n.id = :id")
                        .param("desks", desks)
                        .param("today", today)
                        .param("id", id)
                        .query(NoticeTable::notice)
                        .optional();
    }

    public List<NoticeChange> changes(UUID notice) {
        return jdbc.sql("""
                        SELECT c.version, c.change, a.login_name, c.changed_at, c.reason
                        FROM notice_change c JOIN account a ON a.id = c.account_id
                        WHERE c.notice_id = :notice ORDER BY c.version DESC
                        """)
                .param("notice", notice)
                .query((row, number) -> new NoticeChange(
                        row.getInt("version"),
                        NoticeChange.Kind.valueOf(row.getString("change")),
                        row.getString("login_name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    public void insert(UUID id, UUID desk, UUID account, NoticeContent content, List<String> regionPath, Instant now) {
        written(change("""
                                INSERT INTO notice (id, desk_id, account_id, kind, title, body, audience, region_path,
                                                    pinned, expires_on, published_at)
                                VALUES (:id, :desk, :account, :kind, :title, :body, :audience, :path,
                                        :pinned, :expires, :now)
                                """, NoticeChange.Kind.PUBLISHED, id, account, null, now), content, regionPath)
                .param("desk", desk)
                .update();
    }

    /** @return false where it has another version by now, or was withdrawn */
    public boolean edit(
            UUID id, int version, UUID account, NoticeContent content, List<String> regionPath, Instant now) {
        return written(change("""
                                        UPDATE notice
                                        SET kind = :kind, title = :title, body = :body, audience = :audience,
                                            region_path = :path, pinned = :pinned, expires_on = :expires,
                                            version = version + 1
                                        WHERE id = :id AND version = :version AND withdrawn_at IS NULL
                                        """, NoticeChange.Kind.EDITED, id, account, null, now), content, regionPath)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** @return false where it was withdrawn already */
    public boolean withdraw(UUID id, UUID account, String reason, Instant now) {
        return change(
                                "UPDATE notice SET withdrawn_at = :now, version = version + 1"
                                        + " WHERE id = :id AND withdrawn_at IS NULL",
                                NoticeChange.Kind.WITHDRAWN,
                                id,
                                account,
                                reason,
                                now)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec change(
            String statement, NoticeChange.Kind change, UUID id, UUID account, String reason, Instant now) {
        return jdbc.sql(KEPT.formatted(statement))
                .param("id", id)
                .param("account", account)
                .param("change", change.name())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private static JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, NoticeContent content, List<String> regionPath) {
        return statement
                .param("kind", content.kind().name())
                .param("title", content.title())
                .param("body", content.body())
                .param(
                        "audience",
                        content.audience().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("path", regionPath.toArray(String[]::new))
                .param("pinned", content.pinned())
                .param("expires", content.expiresOn());
    }

    private static DeskNotice notice(ResultSet row, int number) throws SQLException {
        var path = (String[]) row.getArray("region_path").getArray();
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new DeskNotice(
                row.getObject("id", UUID.class),
                row.getObject("desk_id", UUID.class),
                row.getString("desk"),
                new NoticeContent(
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("body"),
                        audience((String[]) row.getArray("audience").getArray()),
                        path.length == 0 ? null : path[path.length - 1],
                        row.getBoolean("pinned"),
                        row.getObject("expires_on", LocalDate.class)),
                row.getInt("version"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                NoticeState.valueOf(row.getString("state")));
    }

    private static Set<Audience> audience(String[] names) {
        return Arrays.stream(names).map(Audience::valueOf).collect(Collectors.toSet());
    }
}
