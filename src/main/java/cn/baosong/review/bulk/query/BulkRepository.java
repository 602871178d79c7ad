package cn.baosong.review.bulk.query;

import cn.baosong.engine.Step;
import cn.baosong.review.bulk.BulkState;
import cn.baosong.review.bulk.Outcome;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what becomes of operations. What changes a state or a result asks for the engine's step that does it. */
@Repository
public class BulkRepository {

    /**
     * A chunk.
     *
     * @param number from 0
     * @param processInstance the one that may decide it
     */
    public record Chunk(UUID id, UUID operation, int number, String processInstance, boolean done) {}

    /** A desk that was passed over, and by how many. */
    public record Skipped(UUID desk, int number, String details) {}

    private final JdbcClient jdbc;

    BulkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody confirmed it; the process is about to start. */
    public void confirm(UUID operation, String reason, Instant now) {
        jdbc.sql("UPDATE bulk_operation SET reason = :reason, confirmed_at = :now WHERE id = :id")
                .param("id", operation)
                .param("reason", reason, Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .update();
    }

    public void started(UUID operation, String processInstance) {
        jdbc.sql("UPDATE bulk_operation SET process_instance = :instance WHERE id = :id")
                .param("id", operation)
                .param("instance", processInstance)
                .update();
    }

    public void cancelledBy(UUID operation, String loginName) {
        jdbc.sql("UPDATE bulk_operation SET cancelled_by = :name WHERE id = :id")
                .param("id", operation)
                .param("name", loginName)
                .update();
    }

    public void openWindow(Step step, UUID operation, Instant ends) {
        jdbc.sql("UPDATE bulk_operation SET state = 'WINDOW', window_ends_at = :ends WHERE id = :id")
                .param("id", operation)
                .param("ends", Timestamp.from(ends))
                .update();
    }

    /** @param finished null while it goes on */
    public void state(Step step, UUID operation, BulkState state, Instant finished) {
        jdbc.sql("UPDATE bulk_operation SET state = :state, finished_at = :finished WHERE id = :id")
                .param("id", operation)
                .param("state", state.name())
                .param("finished", finished == null ? null : Timestamp.from(finished), Types.TIMESTAMP)
                .update();
    }

    /** Divides the items into chunks. @return the ids of the chunks, in order */
    public List<UUID> divide(Step step, UUID operation, int size) {
        jdbc.sql("UPDATE bulk_item SET chunk = (position - 1) / :size WHERE operation_id = :operation")
                .param("operation", operation)
                .param("size", size)
                .update();
        jdbc.sql("""
                        WITH chunk AS (
                            INSERT INTO bulk_chunk (id, operation_id, number)
                            SELECT gen_random_uuid(), :operation, number
                            FROM (SELECT DISTINCT chunk AS number FROM bulk_item WHERE operation_id = :operation) AS found
                            RETURNING id)
                        UPDATE bulk_operation SET chunks_left = (SELECT count(*) FROM chunk) WHERE id = :operation
                        """).param("operation", operation).update();
        return jdbc.sql("SELECT id FROM bulk_chunk WHERE operation_id = :operation ORDER BY number")
                .param("operation", operation)
                .query(UUID.class)
                .list();
    }

    /** @param instances the process instance of each chunk */
    public void chunksStarted(Step step, Map<UUID, String> instances) {
        var entries = List.copyOf(instances.entrySet());
        jdbc.sql("""
                        UPDATE bulk_chunk SET process_instance = started.instance
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:instances AS text[])) AS started (id, instance)
                        WHERE bulk_chunk.id = started.id
                        """)
                .param(
                        "ids",
                        entries.stream().map(entry -> entry.getKey().toString()).toArray(String[]::new))
                .param("instances", entries.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    public Optional<Chunk> chunk(UUID id) {
        return jdbc.sql("SELECT id, operation_id, number, process_instance, done FROM bulk_chunk WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Chunk(
                        row.getObject("id", UUID.class),
                        row.getObject("operation_id", UUID.class),
                        row.getInt("number"),
                        row.getString("process_instance"),
                        row.getBoolean("done")))
                .optional();
    }

    /** @return how many chunks of the operation are left; whoever counts the last one waits for those before it */
    public int chunkDone(Step step, Chunk chunk) {
        jdbc.sql("UPDATE bulk_chunk SET done = true WHERE id = :id")
                .param("id", chunk.id())
                .update();
        return jdbc.sql("""
                        UPDATE bulk_operation SET chunks_left = chunks_left - 1 WHERE id = :operation
                        RETURNING chunks_left
                        """)
                .param("operation", chunk.operation())
                .query(Integer.class)
                .single();
    }

    /** How long this transaction waits for a lock from here on; zero for as long as it takes. */
    public void waitForLocks(Step step, Duration patience) {
        jdbc.sql("SELECT set_config('lock_timeout', :milliseconds, true)")
                .param("milliseconds", Long.toString(patience.toMillis()))
                .query(String.class)
                .single();
    }

    /** Writes results; an item that has one keeps it. */
    public void settle(Step step, UUID operation, List<Outcome> outcomes, Instant now) {
        jdbc.sql("""
                        UPDATE bulk_item i
                        SET result = o.result, said = o.said, said_at = CAST(o.said_at AS timestamptz), decided_at = :now
                        FROM unnest(CAST(:positions AS int[]), CAST(:results AS text[]), CAST(:said AS text[]),
                                    CAST(:saidAt AS text[])) AS o (position, result, said, said_at)
                        WHERE i.operation_id = :operation AND i.position = o.position AND i.result = 'PENDING'
                        """)
                .param("operation", operation)
                .param("now", Timestamp.from(now))
                .param("positions", outcomes.stream().map(Outcome::position).toArray(Integer[]::new))
                .param("results", texts(outcomes, outcome -> outcome.result().name()))
                .param("said", texts(outcomes, Outcome::said))
                .param("saidAt", texts(outcomes, outcome -> Objects.toString(outcome.saidAt(), null)))
                .update();
    }

    /** @return every desk between the one an accepted item waited at, included, and the one that skipped it */
    public List<Skipped> skipped(UUID operation) {
        return jdbc.sql("""
                        WITH RECURSIVE passed AS (
                            SELECT desk_id, acting_desk, detail, count(*) AS number
                            FROM bulk_item
                            WHERE operation_id = :operation AND result = 'DONE' AND desk_id <> acting_desk
                            GROUP BY desk_id, acting_desk, detail
                            UNION ALL
                            SELECT above.id, passed.acting_desk, passed.detail, passed.number
                            FROM passed
                            JOIN desk here ON here.id = passed.desk_id
                            JOIN desk above ON above.id = here.superior_id
                            WHERE above.id <> passed.acting_desk)
                        SELECT desk_id, sum(number) AS number, string_agg(DISTINCT detail, ', ' ORDER BY detail) AS details
                        FROM passed GROUP BY desk_id ORDER BY desk_id
                        """)
                .param("operation", operation)
                .query((row, number) -> new Skipped(
                        row.getObject("desk_id", UUID.class), row.getInt("number"), row.getString("details")))
                .list();
    }

    private static String[] texts(List<Outcome> outcomes, Function<Outcome, String> text) {
        return outcomes.stream().map(text).toArray(String[]::new);
    }
}
