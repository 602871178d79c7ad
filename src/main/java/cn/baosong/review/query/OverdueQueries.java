package cn.baosong.review.query;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what waits too long, and of who could have it instead. */
@Repository
public class OverdueQueries {

    private static final String HELD =
            "EXISTS (SELECT 1 FROM desk_holder h WHERE h.desk_id = desk.id AND h.valid_from <= :day"
                    + " AND (h.valid_to IS NULL OR h.valid_to >= :day))";

    /** @param none nobody holds the desk, @param substituted somebody holds it and somebody else stands in */
    public record Holders(boolean none, boolean substituted) {}

    private final JdbcClient jdbc;

    OverdueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Subjects whose review was due before {@code before}, or waits at a desk nobody holds on the day; reviews that are
     * never due are left alone.
     *
     * @param after only subjects behind this one
     */
    public List<UUID> late(Instant before, boolean vacantToo, LocalDate day, UUID after, int limit) {
        return jdbc.sql("""
                        SELECT item.subject_id
                        FROM review_item item
                        WHERE item.subject_id > :after AND item.due_at IS NOT NULL
                          AND item.desk_id NOT IN (SELECT id FROM desk WHERE superior_id IS NULL)
                          AND (item.due_at <= :before
                               OR :vacantToo AND item.desk_id IN (SELECT id FROM desk WHERE NOT %s))
                        ORDER BY item.subject_id
                        LIMIT :limit
                        """.formatted(HELD))
                .param("after", after)
                .param("before", Timestamp.from(before))
                .param("vacantToo", vacantToo)
                .param("day", day)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    public Holders holders(UUID desk, LocalDate day) {
        return jdbc.sql("""
                        SELECT count(*) = 0 AS none,
                               coalesce(bool_or(substitute) AND NOT bool_and(substitute), false) AS substituted
                        FROM desk_holder
                        WHERE desk_id = :desk AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                        """)
                .param("desk", desk)
                .param("day", day)
                .query((row, number) -> new Holders(row.getBoolean("none"), row.getBoolean("substituted")))
                .single();
    }

    /** @return whether this review was given to whoever stands in at the desk already */
    public boolean knownToSubstitute(UUID item, UUID desk) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM review_escalation
                                       WHERE item_id = :item AND to_desk = :desk AND cause = 'SUBSTITUTE')
                        """)
                .param("item", item)
                .param("desk", desk)
                .query(Boolean.class)
                .single();
    }

    /** @return the nearest desk above that somebody holds on the day */
    public Optional<UUID> heldAbove(UUID desk, LocalDate day) {
        return jdbc.sql("""
                        WITH RECURSIVE upwards AS (
                            SELECT above.*, 1 AS steps
                            FROM desk own JOIN desk above ON above.id = own.superior_id WHERE own.id = :desk
                            UNION ALL
                            SELECT above.*, upwards.steps + 1
                            FROM upwards JOIN desk above ON above.id = upwards.superior_id)
                        SELECT desk.id FROM upwards desk WHERE %s ORDER BY desk.steps LIMIT 1
                        """.formatted(HELD))
                .param("desk", desk)
                .param("day", day)
                .query(UUID.class)
                .optional();
    }
}
