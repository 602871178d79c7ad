package cn.baosong.review.query;

import cn.baosong.review.InboxFigures;
import cn.baosong.review.InboxOrder;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of the inbox. Whoever asks names the desks; nothing else is seen. Each desk is read by itself along the index of
 * the order, as far as is needed, and nothing is counted to its end: the cost does not grow with the inbox.
 */
@Repository
public class InboxQueries {

    private final JdbcClient jdbc;
    private final Clock clock;

    InboxQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<ReviewItem> waiting(Set<UUID> desks, ReviewFilter filter, InboxOrder order, int offset, int limit) {
        if (desks.isEmpty()) {
            return List.of();
        }
        var condition = condition(desks, filter);
        var keys = InboxKeys.of(order);
        return jdbc.sql(ReviewQueries.ITEM_COLUMNS
                        + """
                        FROM (SELECT waiting.*
                              FROM desk CROSS JOIN LATERAL (
                                       SELECT review_item.*, %s FROM review_item
                                       WHERE desk_id = desk.id AND %s ORDER BY %s LIMIT :reach
                                   ) AS waiting
                              WHERE desk.id IN (:desks)
                              ORDER BY %s OFFSET :offset LIMIT :limit) AS review_item
                        ORDER BY %s
                        """.formatted(
                                        keys.columns(),
                                        condition.filter(),
                                        keys.order(),
                                        keys.orderOfColumns(),
                                        keys.orderOfColumns()))
                .params(condition.parameters())
                .param("reach", (long) offset + limit)
                .param("offset", offset)
                .param("limit", limit)
                .query(ReviewQueries::item)
                .list();
    }

    /** @return how many there are, counted no further than {@code limit} */
    public int count(Set<UUID> desks, ReviewFilter filter, int limit) {
        if (desks.isEmpty()) {
            return 0;
        }
        var condition = condition(desks, filter);
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM review_item WHERE %s LIMIT :limit) AS counted"
                        .formatted(condition.atDesks()))
                .params(condition.parameters())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** @return ids of the waiting reviews themselves, in the order of the ids, at most {@code limit} */
    public List<UUID> matching(Set<UUID> desks, ReviewFilter filter, int limit) {
        if (desks.isEmpty()) {
            return List.of();
        }
        var condition = condition(desks, filter);
        return jdbc.sql("SELECT id FROM review_item WHERE %s ORDER BY id LIMIT :limit".formatted(condition.atDesks()))
                .params(condition.parameters())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** @return id of the subject's waiting review, where it is at one of the desks and the filter names it */
    public Optional<UUID> find(Set<UUID> desks, ReviewFilter filter, UUID subject) {
        if (desks.isEmpty()) {
            return Optional.empty();
        }
        var condition = condition(desks, filter);
        return jdbc.sql("SELECT id FROM review_item WHERE subject_id = :subject AND %s".formatted(condition.atDesks()))
                .params(condition.parameters())
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    /**
     * @param item a waiting review
     * @return the subject right after it, or right before it; empty at the end of the list
     */
    public Optional<UUID> beside(Set<UUID> desks, ReviewFilter filter, InboxOrder order, UUID item, boolean after) {
        var condition = condition(desks, filter);
        var keys = after ? InboxKeys.of(order) : InboxKeys.of(order).reversed();
        return jdbc.sql("""
                        SELECT waiting.subject_id
                        FROM (SELECT %s FROM review_item WHERE id = :item) AS here
                             CROSS JOIN desk
                             CROSS JOIN LATERAL (
                                 SELECT subject_id, %s FROM review_item
                                 WHERE desk_id = desk.id AND %s AND %s
                                 ORDER BY %s LIMIT 1
                             ) AS waiting
                        WHERE desk.id IN (:desks)
                        ORDER BY %s LIMIT 1
                        """.formatted(
                                keys.columns(),
                                keys.columns().replace("AS key", "AS place"),
                                condition.filter(),
                                keys.behind("here"),
                                keys.order(),
                                keys.orderOfColumns().replace("key", "place")))
                .params(condition.parameters())
                .param("item", item)
                .query(UUID.class)
                .optional();
    }

    /** @return how many stand before a waiting review in the list, counted no further than {@code limit} */
    public int countBefore(Set<UUID> desks, ReviewFilter filter, InboxOrder order, UUID item, int limit) {
        var condition = condition(desks, filter);
        var keys = InboxKeys.of(order).reversed();
        return jdbc.sql("""
                        SELECT count(*)
                        FROM (SELECT 1
                              FROM (SELECT %s FROM review_item WHERE id = :item) AS here CROSS JOIN review_item
                              WHERE %s AND %s
                              LIMIT :limit) AS counted
                        """.formatted(keys.columns(), condition.atDesks(), keys.behind("here")))
                .params(condition.parameters())
                .param("item", item)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** @return the parts of what waits of a kind, each counted no further than {@code limit} */
    public InboxFigures figures(Set<UUID> desks, String kind, int limit) {
        if (desks.isEmpty()) {
            return new InboxFigures(0, 0, 0, 0, 0, 0, null);
        }
        return jdbc.sql("""
                        SELECT %s AS direct, %s AS accepted, %s AS overdue,
                               %s AS not_passed, %s AS not_comparable, %s AS passed, (
                                   SELECT min(first.since)
                                   FROM desk CROSS JOIN LATERAL (
                                            SELECT since FROM review_item
                                            WHERE desk_id = desk.id AND subject_kind = :kind
                                            ORDER BY since, id LIMIT 1
                                        ) AS first
                                   WHERE desk.id IN (:desks)
                               ) AS oldest
                        """.formatted(
                                counted(InboxCondition.DIRECT),
                                counted(InboxCondition.ACCEPTED_BELOW),
                                counted(InboxCondition.OVERDUE),
                                counted(InboxKeys.SCREENING + " = 0"),
                                counted(InboxKeys.SCREENING + " = 1"),
                                counted(InboxKeys.SCREENING + " = 2")))
                .param("desks", desks)
                .param("kind", kind)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query(InboxQueries::figures)
                .single();
    }

    private static String counted(String which) {
        return """
                (SELECT count(*) FROM (
                     SELECT 1 FROM review_item WHERE desk_id IN (:desks) AND subject_kind = :kind AND %s LIMIT :limit
                 ) AS counted)""".formatted(which);
    }

    private static InboxFigures figures(ResultSet row, int number) throws SQLException {
        var oldest = row.getTimestamp("oldest");
        return new InboxFigures(
                row.getInt("direct"),
                row.getInt("accepted"),
                row.getInt("overdue"),
                row.getInt("passed"),
                row.getInt("not_passed"),
                row.getInt("not_comparable"),
                oldest == null ? null : oldest.toInstant());
    }

    private InboxCondition condition(Set<UUID> desks, ReviewFilter filter) {
        return InboxCondition.of(desks, filter, clock.instant());
    }
}
