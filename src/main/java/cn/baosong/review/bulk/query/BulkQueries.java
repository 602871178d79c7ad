package cn.baosong.review.bulk.query;

import cn.baosong.common.Json;
import cn.baosong.review.Screening;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkItem;
import cn.baosong.review.bulk.BulkOperation;
import cn.baosong.review.bulk.BulkPreview;
import cn.baosong.review.bulk.BulkResult;
import cn.baosong.review.bulk.BulkState;
import cn.baosong.review.bulk.LeftOut;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads operations, what they are about and how far they are. */
@Repository
public class BulkQueries {

    private static final String OPERATION = """
            SELECT o.*, (
                       SELECT coalesce(jsonb_object_agg(result, number), '{}')::text
                       FROM (SELECT result, count(*) AS number FROM bulk_item WHERE operation_id = o.id GROUP BY result)
                            AS of_operation
                   ) AS results
            FROM bulk_operation o
            """;

    private static final String ITEM = """
            SELECT i.*, d.name AS desk_name, (
                       SELECT name FROM desk WHERE desk.id = i.direct_desk
                   ) AS direct_desk_name
            FROM bulk_item i JOIN desk d ON d.id = i.desk_id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    BulkQueries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<BulkOperation> find(UUID id) {
        return jdbc.sql(OPERATION + "WHERE o.id = :id")
                .param("id", id)
                .query(this::operation)
                .optional();
    }

    /** Keeps the operation locked for the rest of the transaction. */
    public Optional<BulkOperation> lock(UUID id) {
        jdbc.sql("SELECT 1 FROM bulk_operation WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** @return what was confirmed in the name of one of the desks, newest first */
    public List<BulkOperation> confirmed(Set<UUID> desks, int limit) {
        return jdbc.sql(OPERATION + """
                        WHERE o.desks && CAST(:desks AS uuid[]) AND o.state <> 'PREVIEW'
                        ORDER BY o.confirmed_at DESC, o.id LIMIT :limit
                        """)
                .param("desks", BulkPreparation.texts(desks))
                .param("limit", limit)
                .query(this::operation)
                .list();
    }

    /** @param objected how many of its items have objections standing against them */
    public BulkPreview preview(UUID operation, int objected) {
        var screening = new EnumMap<Screening, Integer>(Screening.class);
        counts("screening", "bulk_item", operation)
                .forEach((name, number) -> screening.put(Screening.valueOf(name), number));
        var leftOut = new EnumMap<LeftOut, Integer>(LeftOut.class);
        jdbc.sql("SELECT why, number FROM bulk_left_out WHERE operation_id = :operation")
                .param("operation", operation)
                .query((row, number) -> leftOut.put(LeftOut.valueOf(row.getString("why")), row.getInt("number")))
                .list();
        return new BulkPreview(
                screening,
                counts("(SELECT name FROM desk WHERE desk.id = direct_desk)", "bulk_item", operation),
                objected,
                leftOut);
    }

    private Map<String, Integer> counts(String what, String table, UUID operation) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                        SELECT what, number
                        FROM (SELECT %s AS what, count(*) AS number FROM %s WHERE operation_id = :operation GROUP BY 1)
                             AS counted
                        WHERE what IS NOT NULL
                        ORDER BY number DESC, what
                        """.formatted(what, table))
                .param("operation", operation)
                .query((row, number) -> counts.put(row.getString("what"), row.getInt("number")))
                .list();
        return counts;
    }

    /** @param result null for all */
    public List<BulkItem> items(UUID operation, BulkResult result, int offset, int limit) {
        return jdbc.sql(ITEM + """
                        WHERE i.operation_id = :operation AND (CAST(:result AS text) IS NULL OR i.result = :result)
                        ORDER BY i.position OFFSET :offset LIMIT :limit
                        """)
                .param("operation", operation)
                .param("result", result == null ? null : result.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(BulkQueries::item)
                .list();
    }

    /** @return ids of everything the operation is about */
    public List<UUID> subjects(UUID operation) {
        return jdbc.sql("SELECT subject_id FROM bulk_item WHERE operation_id = :operation ORDER BY position")
                .param("operation", operation)
                .query(UUID.class)
                .list();
    }

    /** @return the items of a chunk without a result, in the order of their subjects */
    public List<BulkItem> pending(UUID operation, int chunk) {
        return jdbc.sql(ITEM + """
                        WHERE i.operation_id = :operation AND i.chunk = :chunk AND i.result = 'PENDING'
                        ORDER BY i.position
                        """)
                .param("operation", operation)
                .param("chunk", chunk)
                .query(BulkQueries::item)
                .list();
    }

    private BulkOperation operation(ResultSet row, int number) throws SQLException {
        var results = new EnumMap<BulkResult, Integer>(BulkResult.class);
        json.read(row.getString("results"))
                .forEach((result, count) -> results.put(BulkResult.valueOf(result), ((Number) count).intValue()));
        return new BulkOperation(
                row.getObject("id", UUID.class),
                BulkAction.valueOf(row.getString("action")),
                row.getString("subject_kind"),
                row.getObject("account_id", UUID.class),
                row.getString("actor"),
                Arrays.stream((UUID[]) row.getArray("desks").getArray()).collect(Collectors.toSet()),
                row.getString("list"),
                row.getString("reason"),
                BulkState.valueOf(row.getString("state")),
                row.getString("process_instance"),
                instant(row, "prepared_at"),
                instant(row, "confirmed_at"),
                instant(row, "window_ends_at"),
                instant(row, "finished_at"),
                row.getString("cancelled_by"),
                results);
    }

    private static BulkItem item(ResultSet row, int number) throws SQLException {
        return new BulkItem(
                row.getInt("position"),
                row.getObject("review_item_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getString("title"),
                row.getString("detail"),
                row.getString("user_id"),
                row.getString("region"),
                row.getObject("desk_id", UUID.class),
                row.getObject("acting_desk", UUID.class),
                row.getString("desk_name"),
                row.getString("direct_desk_name"),
                row.getString("screening") == null ? null : Screening.valueOf(row.getString("screening")),
                BulkResult.valueOf(row.getString("result")),
                row.getString("said"),
                instant(row, "said_at"),
                instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
