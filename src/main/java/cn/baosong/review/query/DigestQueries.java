package cn.baosong.review.query;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the daily message to each desk about what is late. */
@Repository
public class DigestQueries {

    /**
     * What a desk has to be told.
     *
     * @param kind of what is most overdue there; null where nothing is
     * @param overdue reviews overdue at the desk
     * @param came reviews that came from other desks since it was told last
     * @param substituted reviews that were given to whoever stands in there
     * @param went reviews that went on to other desks
     * @param wentTo names of those, null for none
     */
    public record Digest(
            UUID desk, String name, String kind, int overdue, int came, int substituted, int went, String wentTo) {}

    private final JdbcClient jdbc;

    DigestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Desks that have not been told on the day and at which something is overdue, or has moved since they were told. */
    public List<Digest> due(LocalDate day, Instant now, int limit) {
        return jdbc.sql("""
                        WITH late AS (
                            SELECT desk_id, count(*) AS overdue, (array_agg(subject_kind ORDER BY due_at))[1] AS kind
                            FROM review_item WHERE due_at <= :now GROUP BY desk_id),
                        moved AS (
                            SELECT desk.id AS desk_id,
                                   count(*) FILTER (WHERE e.to_desk = desk.id AND e.from_desk <> desk.id) AS came,
                                   count(*) FILTER (WHERE e.from_desk = e.to_desk) AS substituted,
                                   count(*) FILTER (WHERE e.from_desk = desk.id AND e.to_desk <> desk.id) AS went,
                                   string_agg(DISTINCT other.name, '、')
                                       FILTER (WHERE e.from_desk = desk.id AND e.to_desk <> desk.id) AS went_to,
                                   min(e.subject_kind) AS kind
                            FROM desk
                            JOIN review_escalation e
                              ON (e.from_desk = desk.id OR e.to_desk = desk.id) AND e.cause <> 'REASSIGNED'
                             AND e.handed_at > coalesce(
                                     (SELECT max(sent_at) FROM review_digest told WHERE told.desk_id = desk.id),
                                     '-infinity')
                            JOIN desk other ON other.id = e.to_desk
                            GROUP BY desk.id)
                        SELECT desk.id, desk.name, coalesce(late.kind, moved.kind) AS kind,
                               coalesce(overdue, 0) AS overdue, coalesce(came, 0) AS came,
                               coalesce(substituted, 0) AS substituted, coalesce(went, 0) AS went, went_to
                        FROM desk
                        LEFT JOIN late ON late.desk_id = desk.id
                        LEFT JOIN moved ON moved.desk_id = desk.id
                        WHERE (late.desk_id IS NOT NULL OR moved.desk_id IS NOT NULL)
                          AND NOT EXISTS (SELECT 1 FROM review_digest told
                                          WHERE told.desk_id = desk.id AND told.day = :day)
                        ORDER BY desk.id
                        LIMIT :limit
                        """)
                .param("day", day)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new Digest(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getInt("overdue"),
                        row.getInt("came"),
                        row.getInt("substituted"),
                        row.getInt("went"),
                        row.getString("went_to")))
                .list();
    }

    /** @return whether the desk is told now; false where it was told on this day already */
    public boolean begin(UUID desk, LocalDate day, Instant now) {
        return jdbc.sql("""
                        INSERT INTO review_digest (desk_id, day, sent_at) VALUES (:desk, :day, :now)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("desk", desk)
                        .param("day", day)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
