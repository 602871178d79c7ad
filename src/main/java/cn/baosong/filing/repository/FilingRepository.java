package cn.baosong.filing.repository;

import cn.baosong.common.WithinTransaction;
import cn.baosong.engine.Step;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingCheck;
import cn.baosong.filing.FilingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reports. What changes a status asks for the engine's step that does it. */
@Repository
public class FilingRepository {

    /** A status and when a step of the model set it. */
    public record StepTaken(FilingStatus status, String activity, Instant at) {}

    private static final String SELECT = "SELECT " + FilingRows.COLUMNS + " FROM filing ";

    private static final String OWNED =
            "WHERE id = :id AND enterprise_id = (SELECT id FROM enterprise WHERE account_id = :account)";

    private final JdbcClient jdbc;
    private final FilingRows rows;
    private final WithinTransaction<UUID, Filing> locked = new WithinTransaction<>();

    FilingRepository(JdbcClient jdbc, FilingRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public Optional<Filing> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(rows::filing)
                .optional();
    }

    /** Reads the row and keeps it locked for the rest of the transaction. Who has it locked already is not asked again. */
    public Optional<Filing> lock(UUID id) {
        return locked.find(id).or(() -> jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(rows::filing)
                .optional()
                .map(found -> locked.remember(id, found)));
    }

    /** As {@link #lock(UUID)}, several at once, in the order of their ids; those that are there. */
    public List<Filing> lock(Collection<UUID> ids) {
        return jdbc
                .sql(SELECT + "WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids)
                .query(rows::filing)
                .list()
                .stream()
                .map(found -> locked.remember(found.id(), found))
                .toList();
    }

    /** @return the report if it belongs to the enterprise of this account */
    public Optional<Filing> find(UUID id, UUID account) {
        return jdbc.sql(SELECT + OWNED)
                .param("id", id)
                .param("account", account)
                .query(rows::filing)
                .optional();
    }

    /** As {@link #lock(UUID)}, if it belongs to the enterprise of this account. */
    public Optional<Filing> lock(UUID id, UUID account) {
        return jdbc.sql(SELECT + OWNED + " FOR UPDATE")
                .param("id", id)
                .param("account", account)
                .query(rows::filing)
                .optional()
                .map(found -> locked.remember(id, found));
    }

    public Optional<Filing> find(String scheme, YearMonth month, UUID enterprise) {
        return jdbc.sql(SELECT + "WHERE scheme = :scheme AND month = :month AND enterprise_id = :enterprise")
                .param("scheme", scheme)
                .param("month", month.atDay(1))
                .param("enterprise", enterprise)
                .query(rows::filing)
                .optional();
    }

    /** @return whether an enterprise began or filed anything, in whatever scheme */
    public boolean any(UUID enterprise) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM filing WHERE enterprise_id = :enterprise)")
                .param("enterprise", enterprise)
                .query(Boolean.class)
                .single();
    }

    /** @return the reports of an enterprise, the newest month first */
    public List<Filing> newest(UUID enterprise, int limit) {
        return jdbc.sql(SELECT + "WHERE enterprise_id = :enterprise ORDER BY month DESC, scheme LIMIT :limit")
                .param("enterprise", enterprise)
                .param("limit", limit)
                .query(rows::filing)
                .list();
    }

    /** @return how many reports an enterprise has filed at least once */
    public int filed(UUID enterprise) {
        return jdbc.sql("SELECT count(*) FROM filing WHERE enterprise_id = :enterprise AND versions > 0")
                .param("enterprise", enterprise)
                .query(Integer.class)
                .single();
    }

    /** @return the accepted reports among those of these months */
    public List<Filing> accepted(String scheme, UUID enterprise, YearMonth... months) {
        return jdbc.sql(SELECT + """
                        WHERE scheme = :scheme AND enterprise_id = :enterprise AND month IN (:months)
                          AND status = 'ACCEPTED'
                        """)
                .param("scheme", scheme)
                .param("enterprise", enterprise)
                .param("months", Stream.of(months).map(month -> month.atDay(1)).toList())
                .query(rows::filing)
                .list();
    }

    /** @return reports of the months from {@code first} to {@code last}, both included, the newest first */
    public List<Filing> between(String scheme, UUID enterprise, YearMonth first, YearMonth last) {
        return jdbc.sql(SELECT + """
                        WHERE scheme = :scheme AND enterprise_id = :enterprise AND month BETWEEN :first AND :last
                        ORDER BY month DESC
                        """)
                .param("scheme", scheme)
                .param("enterprise", enterprise)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(rows::filing)
                .list();
    }

    /** @return the newest report of an earlier month that was submitted at least once */
    public Optional<Filing> newestBefore(String scheme, UUID enterprise, YearMonth month) {
        return jdbc.sql(SELECT + """
                        WHERE scheme = :scheme AND enterprise_id = :enterprise AND month < :month AND "values" IS NOT NULL
                        ORDER BY month DESC LIMIT 1
                        """)
                .param("scheme", scheme)
                .param("enterprise", enterprise)
                .param("month", month.atDay(1))
                .query(rows::filing)
                .optional();
    }

    /** @return the accepted reports of these enterprises and months */
    public List<Filing> accepted(String scheme, Collection<UUID> enterprises, Collection<YearMonth> months) {
        return jdbc.sql(SELECT + """
                        WHERE scheme = :scheme AND enterprise_id = ANY (CAST(:enterprises AS uuid[]))
                          AND month = ANY (CAST(:months AS date[])) AND status = 'ACCEPTED'
                        """)
                .param("scheme", scheme)
                .param("enterprises", enterprises.stream().map(UUID::toString).toArray(String[]::new))
                .param(
                        "months",
                        months.stream().map(month -> month.atDay(1).toString()).toArray(String[]::new))
                .query(rows::filing)
                .list();
    }

    /**
     * @param after enterprise before the first; null for the beginning
     * @return reports of a period that were submitted at least once, by enterprise
     */
    public List<Filing> filed(String scheme, YearMonth month, UUID after, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE scheme = :scheme AND month = :month AND versions > 0
                          AND (CAST(:after AS uuid) IS NULL OR enterprise_id > CAST(:after AS uuid))
                        ORDER BY enterprise_id LIMIT :limit
                        """)
                .param("scheme", scheme)
                .param("month", month.atDay(1))
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query(rows::filing)
                .list();
    }

    /** @return how many reports of each period were submitted at least once, the newest period first */
    public Map<YearMonth, Integer> filed(String scheme, int most) {
        var filed = new LinkedHashMap<YearMonth, Integer>();
        jdbc.sql("""
                        SELECT month, count(*) AS number FROM filing WHERE scheme = :scheme AND versions > 0
                        GROUP BY month ORDER BY month DESC LIMIT :most
                        """).param("scheme", scheme).param("most", most).query(row -> {
            filed.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getInt("number"));
        });
        return filed;
    }

    public void insert(Filing filing) {
        jdbc.sql("""
                        INSERT INTO filing (id, scheme, month, enterprise_id, revision_id, process_instance, status,
                                            method, late, opened_at)
                        VALUES (:id, :scheme, :month, :enterprise, :revision, :instance, :status,
                                :method, :late, :openedAt)
                        """)
                .param("id", filing.id())
                .param("scheme", filing.scheme())
                .param("month", filing.month().atDay(1))
                .param("enterprise", filing.enterprise())
                .param("revision", filing.revision())
                .param("instance", filing.processInstance())
                .param("status", filing.status().name())
                .param("method", filing.method().name())
                .param("late", filing.late())
                .param("openedAt", filing.openedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How it came in; the newest way stands. */
    public void setMethod(UUID id, String method) {
        jdbc.sql("UPDATE filing SET method = :method WHERE id = :id")
                .param("id", id)
                .param("method", method)
                .update();
        locked.forget(id);
    }

    /** Pins the report to another revision of its scheme; its status stays. */
    public void repin(Step step, UUID id, UUID revision) {
        var current = lock(id).orElseThrow();
        if (!current.status().editable()) {
            throw new IllegalStateException(
                    "a report that is " + current.status() + " does not change, in step " + step.activity());
        }
        jdbc.sql("UPDATE filing SET revision_id = :revision WHERE id = :id")
                .param("id", id)
                .param("revision", revision)
                .update();
        locked.forget(id);
    }

    public void submit(Step step, UUID id, FilingCheck check, int version, Instant at) {
        var values = new HashMap<String, Object>();
        values.put("content", rows.write(check.values()));
        values.put("findings", rows.write(check.findings()));
        values.put("screening", check.screening().name());
        values.put("version", version);
        move(step, id, FilingStatus.UNDER_REVIEW, at, values, """
                "values" = CAST(:content AS jsonb), findings = CAST(:findings AS jsonb), screening = :screening,
                versions = :version, return_reason = NULL, submitted_at = :at, decided_at = NULL
                """);
    }

    public void accept(Step step, UUID id, Instant at) {
        move(step, id, FilingStatus.ACCEPTED, at, Map.of(), "decided_at = :at");
    }

    public void sendBack(Step step, UUID id, String reason, Instant at) {
        move(
                step,
                id,
                FilingStatus.RETURNED,
                at,
                Map.of("reason", reason),
                "return_reason = :reason, decided_at = :at");
    }

    public void withdraw(Step step, UUID id, Instant at) {
        move(step, id, FilingStatus.EDITING, at, Map.of(), "");
    }

    public void freeze(Step step, UUID id, Instant at) {
        move(step, id, FilingStatus.FROZEN, at, Map.of(), "");
    }

    public void unfreeze(Step step, UUID id, Instant at) {
        move(step, id, FilingStatus.UNFROZEN, at, Map.of(), "");
    }

    /** A change of key fields was returned: filling in goes on (design: EDITING). */
    public void thaw(Step step, UUID id, Instant at) {
        move(step, id, FilingStatus.EDITING, at, Map.of(), "");
    }

    /** Every status the report took after it was opened, oldest first. */
    public List<StepTaken> steps(UUID id) {
        return jdbc.sql("SELECT status, activity, taken_at FROM filing_step WHERE filing_id = :id ORDER BY id")
                .param("id", id)
                .query((row, number) -> new StepTaken(
                        FilingStatus.valueOf(row.getString("status")),
                        row.getString("activity"),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    /** The one place where a status changes: the row, and the record of the step that changed it, in one statement. */
    private void move(Step step, UUID id, FilingStatus to, Instant at, Map<String, Object> values, String changes) {
        var current = lock(id).orElseThrow();
        if (!current.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the report");
        }
        if (!current.status().next().contains(to)) {
            throw new IllegalStateException(current.status() + " cannot become " + to);
        }
        locked.forget(id);
        var moved = jdbc.sql("""
                        WITH moved AS (
                            UPDATE filing SET status = :status%s
                            WHERE id = :id
                            RETURNING *
                        ), recorded AS (
                            INSERT INTO filing_step (filing_id, status, process_instance, activity, taken_at)
                            SELECT id, status, process_instance, :activity, :at FROM moved
                        )
                        SELECT %s FROM moved
                        """.formatted(changes.isEmpty() ? "" : ", " + changes, FilingRows.COLUMNS))
                .params(values)
                .param("id", id)
                .param("status", to.name())
                .param("activity", step.activity())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(rows::filing)
                .single();
        locked.remember(id, moved);
    }
}
