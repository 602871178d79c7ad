package cn.baosong.registration.repository;

import cn.baosong.common.Json;
import cn.baosong.common.WithinTransaction;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprises.Taken;
import cn.baosong.registration.Registration;
import cn.baosong.registration.RegistrationStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of registrations. What changes a status asks for the engine's step that does it. */
@Repository
public class RegistrationRepository {

    /** A status and when a step of the model set it. */
    public record StepTaken(RegistrationStatus status, String activity, Instant at) {}

    private static final String COLUMNS = """
            id, account_id, login_name, phone, status, revision_id, process_instance, name, code, region,
            content::text AS content, return_reason, enterprise_id, created_at, submitted_at, decided_at
            """;
    private static final String SELECT = "SELECT " + COLUMNS + " FROM registration ";

    private final JdbcClient jdbc;
    private final Json json;
    private final WithinTransaction<UUID, Registration> locked = new WithinTransaction<>();

    RegistrationRepository(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Registration> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(this::registration)
                .optional();
    }

    /** Reads the row and keeps it locked for the rest of the transaction. Who has it locked already is not asked again. */
    public Optional<Registration> lock(UUID id) {
        return locked.find(id).or(() -> jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::registration)
                .optional()
                .map(found -> locked.remember(id, found)));
    }

    public Optional<Registration> openOfAccount(UUID account) {
        return jdbc.sql(SELECT + "WHERE account_id = :account AND status <> 'CANCELLED' AND NOT released")
                .param("account", account)
                .query(this::registration)
                .optional();
    }

    public Optional<Registration> openOfPhone(String phone) {
        return jdbc.sql(SELECT + "WHERE phone = :phone AND status <> 'CANCELLED' AND NOT released")
                .param("phone", phone)
                .query(this::registration)
                .optional();
    }

    /** @return what of a name and a code another registration, under review or approved, holds; null is not asked for */
    public Taken taken(UUID except, String nameKey, String code) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM registration
                                       WHERE name_key = CAST(:name AS text) AND id <> :except
                                         AND status IN ('UNDER_REVIEW', 'APPROVED') AND NOT released) AS name,
                               EXISTS (SELECT 1 FROM registration
                                       WHERE code = CAST(:code AS text) AND id <> :except
                                         AND status IN ('UNDER_REVIEW', 'APPROVED') AND NOT released) AS code
                        """)
                .param("name", nameKey)
                .param("code", code)
                .param("except", except)
                .query((row, number) -> new Taken(row.getBoolean("name"), row.getBoolean("code")))
                .single();
    }

    /** @return what of a name and a code a registration under review has; null is not asked for */
    public Taken claimed(String nameKey, String code) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM registration
                                       WHERE name_key = CAST(:name AS text) AND status = 'UNDER_REVIEW') AS name,
                               EXISTS (SELECT 1 FROM registration
                                       WHERE code = CAST(:code AS text) AND status = 'UNDER_REVIEW') AS code
                        """)
                .param("name", nameKey)
                .param("code", code)
                .query((row, number) -> new Taken(row.getBoolean("name"), row.getBoolean("code")))
                .single();
    }

    /**
     * Holds a name and a code until the transaction ends: whoever holds one of them meanwhile is waited for. An index alone
     * would refuse the second, too, but a statement that fails leaves the engine a transaction in which it can do no more.
     */
    public void hold(String nameKey, String code) {
        var held = new ArrayList<String>();
        if (nameKey != null) {
            held.add("name:" + nameKey);
        }
        if (code != null) {
            held.add("code:" + code);
        }
        hold(held);
    }

    /** Holds values as {@link #hold(String, String)} does. */
    public void hold(List<String> values) {
        jdbc.sql("""
                        SELECT pg_advisory_xact_lock(held.key)
                        FROM (SELECT hashtextextended('registration:' || value, 0) AS key
                              FROM unnest(CAST(:values AS text[])) AS value ORDER BY 1 OFFSET 0) AS held
                        """)
                .param("values", values.toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    public boolean loginNameTaken(UUID except, String loginName) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM registration
                                       WHERE lower(login_name) = lower(:loginName) AND id <> :except
                                         AND status <> 'CANCELLED')
                        """)
                .param("loginName", loginName)
                .param("except", except)
                .query(Boolean.class)
                .single();
    }

    public void insert(Registration registration) {
        jdbc.sql("""
                        INSERT INTO registration (id, account_id, phone, status, revision_id, process_instance, created_at)
                        VALUES (:id, :account, :phone, :status, :revision, :instance, :createdAt)
                        """)
                .param("id", registration.id())
                .param("account", registration.account())
                .param("phone", registration.phone())
                .param("status", registration.status().name())
                .param("revision", registration.revision())
                .param("instance", registration.processInstance())
                .param("createdAt", Timestamp.from(registration.createdAt()))
                .update();
    }

    public void setLoginName(UUID id, String loginName) {
        jdbc.sql("UPDATE registration SET login_name = :loginName WHERE id = :id")
                .param("id", id)
                .param("loginName", loginName)
                .update();
        locked.forget(id);
    }

    public void setAccount(UUID id, UUID account) {
        jdbc.sql("UPDATE registration SET account_id = :account WHERE id = :id")
                .param("id", id)
                .param("account", account)
                .update();
        locked.forget(id);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another registration has the phone */
    public void changePhone(UUID account, String phone) {
        var changed = jdbc.sql("""
                        UPDATE registration SET phone = :phone
                        WHERE account_id = :account AND status <> 'CANCELLED' AND NOT released
                        RETURNING id
                        """)
                .param("phone", phone)
                .param("account", account)
                .query(UUID.class)
                .list();
        changed.forEach(locked::forget);
    }

    public void submit(Step step, UUID id, Submission submission, Instant at) {
        var values = new HashMap<String, Object>();
        values.put("name", submission.name());
        values.put("nameKey", submission.nameKey());
        values.put("code", submission.code());
        values.put("region", submission.region());
        values.put("content", json.write(submission.content()));
        move(step, id, RegistrationStatus.UNDER_REVIEW, at, values, """
                name = :name, name_key = :nameKey, code = :code, region = :region, content = CAST(:content AS jsonb),
                submitted_at = :at, decided_at = NULL
                """);
    }

    public void approve(Step step, UUID id, UUID enterprise, Instant at) {
        move(step, id, RegistrationStatus.APPROVED, at, Map.of("enterprise", enterprise), """
                enterprise_id = :enterprise, return_reason = NULL, decided_at = :at
                """);
    }

    public void sendBack(Step step, UUID id, String reason, Instant at) {
        move(step, id, RegistrationStatus.RETURNED, at, Map.of("reason", reason), """
                return_reason = :reason, decided_at = :at
                """);
    }

    /** The registration of an enterprise that was removed holds nothing any more. */
    public void release(UUID enterprise) {
        jdbc.sql("UPDATE registration SET released = true WHERE enterprise_id = :enterprise RETURNING id")
                .param("enterprise", enterprise)
                .query(UUID.class)
                .list()
                .forEach(locked::forget);
    }

    /** @return the revision the registration of an enterprise was made by; empty where it came over from the old platform */
    public Optional<UUID> revisionOf(UUID enterprise) {
        return jdbc.sql("SELECT revision_id FROM registration WHERE enterprise_id = :enterprise")
                .param("enterprise", enterprise)
                .query(UUID.class)
                .optional();
    }

    public void cancel(Step step, UUID id, Instant at) {
        move(step, id, RegistrationStatus.CANCELLED, at, Map.of(), "");
    }

    /** Every status the registration took after it was opened, oldest first. */
    public List<StepTaken> steps(UUID id) {
        return jdbc.sql("""
                        SELECT status, activity, taken_at FROM registration_step
                        WHERE registration_id = :id ORDER BY id
                        """)
                .param("id", id)
                .query((row, number) -> new StepTaken(
                        RegistrationStatus.valueOf(row.getString("status")),
                        row.getString("activity"),
                        row.getTimestamp("taken_at").toInstant()))
                .list();
    }

    /** What a submission brings, with what names and codes are compared by. */
    public record Submission(String name, String nameKey, String code, String region, Map<String, Object> content) {}

    /** The one place where a status changes: the row, and the record of the step that changed it, in one statement. */
    private void move(
            Step step, UUID id, RegistrationStatus to, Instant at, Map<String, Object> values, String changes) {
        var current = lock(id).orElseThrow();
        if (!current.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the registration");
        }
        if (!current.status().next().contains(to)) {
            throw new IllegalStateException(current.status() + " cannot become " + to);
        }
        locked.forget(id);
        var moved = jdbc.sql("""
                        WITH moved AS (
                            UPDATE registration SET status = :status%s
                            WHERE id = :id
                            RETURNING *
                        ), recorded AS (
                            INSERT INTO registration_step (registration_id, status, process_instance, activity, taken_at)
                            SELECT id, status, process_instance, :activity, :at FROM moved
                        )
                        SELECT %s FROM moved
                        """.formatted(changes.isEmpty() ? "" : ", " + changes, COLUMNS))
                .params(values)
                .param("id", id)
                .param("status", to.name())
                .param("activity", step.activity())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(this::registration)
                .single();
        locked.remember(id, moved);
    }

    private Registration registration(ResultSet row, int number) throws SQLException {
        var content = row.getString("content");
        return new Registration(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("login_name"),
                row.getString("phone"),
                RegistrationStatus.valueOf(row.getString("status")),
                row.getObject("revision_id", UUID.class),
                row.getString("process_instance"),
                row.getString("name"),
                row.getString("code"),
                row.getString("region"),
                content == null ? Map.of() : json.read(content),
                row.getString("return_reason"),
                row.getObject("enterprise_id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("submitted_at")),
                instant(row.getTimestamp("decided_at")));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
