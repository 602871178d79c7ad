package cn.baosong.filing.repository;

import cn.baosong.common.Json;
import cn.baosong.engine.Step;
import cn.baosong.filing.KeyFieldChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of changed key fields. */
@Repository
public class KeyFieldChangeRepository {

    private static final String SELECT = """
            SELECT id, filing_id, enterprise_id, month, status, before::text AS before, proposed::text AS proposed, reason,
                   requested_at, due_at, decided_at, decided_by
            FROM key_field_change
            """;

    private final JdbcClient jdbc;
    private final Json json;

    KeyFieldChangeRepository(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return the change that waits, whichever month it belongs to */
    public Optional<KeyFieldChange> waiting(UUID enterprise) {
        return jdbc.sql(SELECT + "WHERE enterprise_id = :enterprise AND status = 'WAITING'")
                .param("enterprise", enterprise)
                .query(this::change)
                .optional();
    }

    /** @return the newest change of a report */
    public Optional<KeyFieldChange> newest(UUID filing) {
        return jdbc.sql(SELECT + "WHERE filing_id = :filing ORDER BY requested_at DESC, id LIMIT 1")
                .param("filing", filing)
                .query(this::change)
                .optional();
    }

    /** @return changes of a report that nobody decided within the time of the model, oldest first */
    public List<KeyFieldChange> decidedByTime(UUID filing) {
        return jdbc.sql(SELECT + """
                        WHERE filing_id = :filing AND status <> 'WAITING' AND decided_by IS NULL
                        ORDER BY decided_at
                        """)
                .param("filing", filing)
                .query(this::change)
                .list();
    }

    public void insert(Step step, KeyFieldChange change) {
        if (!step.subject().equals(change.filing())) {
            throw new IllegalStateException("the change does not belong to the report of the step");
        }
        jdbc.sql("""
                        INSERT INTO key_field_change (id, filing_id, enterprise_id, month, status, before, proposed,
                                                      requested_at, due_at)
                        VALUES (:id, :filing, :enterprise, :month, 'WAITING', CAST(:before AS jsonb),
                                CAST(:proposed AS jsonb), :requestedAt, :dueAt)
                        """)
                .param("id", change.id())
                .param("filing", change.filing())
                .param("enterprise", change.enterprise())
                .param("month", change.month().atDay(1))
                .param("before", json.write(change.before()))
                .param("proposed", json.write(change.proposed()))
                .param("requestedAt", change.requestedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "dueAt",
                        change.dueAt() == null ? null : change.dueAt().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    public void decide(Step step, UUID filing, KeyFieldChange.State state, String reason, String by, Instant at) {
        if (!step.subject().equals(filing)) {
            throw new IllegalStateException("the change does not belong to the report of the step");
        }
        jdbc.sql("""
                        UPDATE key_field_change
                        SET status = :status, reason = :reason, decided_by = :by, decided_at = :at
                        WHERE filing_id = :filing AND status = 'WAITING'
                        """)
                .param("status", state.name())
                .param("reason", reason, Types.VARCHAR)
                .param("by", by, Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("filing", filing)
                .update();
    }

    private KeyFieldChange change(ResultSet row, int number) throws SQLException {
        return new KeyFieldChange(
                row.getObject("id", UUID.class),
                row.getObject("filing_id", UUID.class),
                row.getObject("enterprise_id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                KeyFieldChange.State.valueOf(row.getString("status")),
                json.read(row.getString("before")),
                json.read(row.getString("proposed")),
                row.getString("reason"),
                instant(row.getTimestamp("requested_at")),
                instant(row.getTimestamp("due_at")),
                instant(row.getTimestamp("decided_at")),
                row.getString("decided_by"));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
