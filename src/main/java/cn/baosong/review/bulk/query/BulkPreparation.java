package cn.baosong.review.bulk.query;

import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkOperation;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the exact set of an operation, and counts what is left out and why. */
@Repository
public class BulkPreparation {

    private static final String BUSY = """
            EXISTS (SELECT 1 FROM bulk_item other JOIN bulk_operation o ON o.id = other.operation_id
                    WHERE other.review_item_id = r.id AND other.result = 'PENDING'
                      AND o.state IN ('WINDOW', 'RUNNING'))
            """;

    /** Each desk at or below mine, with the one of mine it lies below: {@code below.top}. */
    private static final String BELOW = """
            below AS (
                SELECT id, id AS top FROM desk WHERE id IN (:desks)
                UNION
                SELECT desk.id, below.top FROM desk JOIN below ON desk.superior_id = below.id)
            """;

    /** Of more than {@code :most} those that wait longest are taken, and the others counted. */
    private static final String KEEP = """
            , queued AS (
                SELECT candidate.*, row_number() OVER (PARTITION BY why IS NULL ORDER BY since, subject_id) AS turn
                FROM candidate)
            , sorted AS (
                SELECT queued.*, CASE WHEN why IS NULL AND turn > :most THEN 'NEXT_TIME' ELSE why END AS left_out
                FROM queued)
            , kept AS (
                INSERT INTO bulk_item (operation_id, position, review_item_id, subject_id, title, detail, user_id, region,
                                       desk_id, acting_desk, direct_desk, screening)
                SELECT :operation, row_number() OVER (ORDER BY subject_id), id, subject_id, title, detail, user_id, region,
                       desk_id, acting_desk, direct_desk, screening
                FROM sorted WHERE left_out IS NULL)
            INSERT INTO bulk_left_out (operation_id, why, number)
            SELECT :operation, left_out, count(*) FROM sorted WHERE left_out IS NOT NULL GROUP BY left_out
            """;

    private final JdbcClient jdbc;

    BulkPreparation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Previews nobody confirmed are gone. */
    public void dropPreviews(Instant before) {
        jdbc.sql("DELETE FROM bulk_operation WHERE state = 'PREVIEW' AND prepared_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    public void open(BulkOperation operation) {
        jdbc.sql("""
                        INSERT INTO bulk_operation (id, action, subject_kind, account_id, actor, desks, list, state,
                                                    prepared_at)
                        VALUES (:id, :action, :kind, :account, :actor, CAST(:desks AS uuid[]), :list, 'PREVIEW', :now)
                        """)
                .param("id", operation.id())
                .param("action", operation.action().name())
                .param("kind", operation.kind())
                .param("account", operation.account())
                .param("actor", operation.actor())
                .param("desks", texts(operation.desks()))
                .param("list", operation.list())
                .param("now", Timestamp.from(operation.preparedAt()))
                .update();
    }

    /** The named reviews, as far as they wait at the desks. */
    public void takeNamed(UUID operation, String kind, Set<UUID> desks, Collection<UUID> items) {
        jdbc.sql("""
                        WITH candidate AS (
                            SELECT r.*, r.desk_id AS acting_desk,
                                   CASE WHEN r.id IS NULL THEN 'NOT_WAITING'
                                        WHEN %s THEN 'IN_OTHER_OPERATION' END AS why
                            FROM unnest(CAST(:items AS uuid[])) AS named (id)
                            LEFT JOIN review_item r
                                   ON r.id = named.id AND r.desk_id IN (:desks) AND r.subject_kind = :kind)
                        """.formatted(BUSY) + KEEP)
                .param("operation", operation)
                .param("kind", kind)
                .param("desks", desks)
                .param("items", texts(items))
                .param("most", Integer.MAX_VALUE)
                .update();
    }

    /**
     * What waits at the desks and came to a desk below them first (REV-05).
     *
     * @param most what waits longest is taken, no more than this
     */
    public void takeFromBelow(UUID operation, String kind, Set<UUID> desks, int most) {
        jdbc.sql("""
                        WITH RECURSIVE %s, candidate AS (
                            SELECT r.*, r.desk_id AS acting_desk,
                                   CASE WHEN %s THEN 'IN_OTHER_OPERATION'
                                        WHEN NOT %s THEN 'NOT_FROM_BELOW' END AS why
                            FROM review_item r
                            WHERE r.desk_id IN (:desks) AND r.subject_kind = :kind)
                        """.formatted(BELOW, BUSY, fromBelow()) + KEEP)
                .param("operation", operation)
                .param("kind", kind)
                .param("desks", desks)
                .param("most", most)
                .update();
    }

    /**
     * What waits at the desks or anywhere below them and passed the screening (REV-06).
     *
     * @param notComparable whether what has nothing to compare with is taken too
     * @param most what waits longest is taken, no more than this
     */
    public void takePassed(UUID operation, String kind, Set<UUID> desks, boolean notComparable, int most) {
        jdbc.sql("""
                        WITH RECURSIVE %s, candidate AS (
                            SELECT r.*, below.top AS acting_desk,
                                   CASE WHEN %s THEN 'IN_OTHER_OPERATION'
                                        WHEN r.screening = 'NOT_PASSED' THEN 'NOT_PASSED'
                                        WHEN r.screening IS DISTINCT FROM 'PASSED' AND NOT :notComparable
                                        THEN 'NOT_COMPARABLE' END AS why
                            FROM review_item r JOIN below ON below.id = r.desk_id
                            WHERE r.subject_kind = :kind)
                        """.formatted(BELOW, BUSY) + KEEP)
                .param("operation", operation)
                .param("kind", kind)
                .param("desks", desks)
                .param("notComparable", notComparable)
                .param("most", most)
                .update();
    }

    /** The operation belongs to the desks in whose name it decides; where it is empty, to those it was prepared for. */
    public void nameDesks(UUID operation) {
        jdbc.sql("""
                        UPDATE bulk_operation
                        SET desks = found.desks
                        FROM (SELECT array_agg(DISTINCT acting_desk) AS desks
                              FROM bulk_item WHERE operation_id = :id) AS found
                        WHERE id = :id AND found.desks IS NOT NULL
                        """).param("id", operation).update();
    }

    /** @return how many the operation would take now, counted no further than {@code limit} */
    public int count(BulkAction action, String kind, Set<UUID> desks, boolean notComparable, int limit) {
        if (desks.isEmpty()) {
            return 0;
        }
        var skips = action == BulkAction.SKIP_LEVEL;
        var condition = skips
                ? "r.screening = 'PASSED' OR :notComparable AND r.screening IS DISTINCT FROM 'NOT_PASSED'"
                : ":notComparable IS NOT NULL AND r.desk_id IN (:desks) AND " + fromBelow();
        return jdbc.sql("""
                        WITH RECURSIVE %s
                        SELECT count(*)
                        FROM (SELECT 1 FROM review_item r
                              WHERE r.desk_id IN (SELECT id FROM below) AND r.subject_kind = :kind AND (%s)
                              LIMIT :limit) AS counted
                        """.formatted(BELOW, condition))
                .param("kind", kind)
                .param("desks", desks)
                .param("notComparable", notComparable)
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Walks upwards from the first desk: strictly below the desk it waits at. */
    private static String fromBelow() {
        return """
                (r.direct_desk IS NOT NULL AND r.direct_desk <> r.desk_id
                 AND EXISTS (SELECT 1 FROM below WHERE below.id = r.direct_desk AND below.top = r.desk_id))
                """;
    }

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
