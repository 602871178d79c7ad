package cn.baosong.engine;

import cn.baosong.engine.SchemeRevision.Pinned;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code scheme_revision}, and the engine's tables as far as a revision points into them. */
@Component
class SchemeRevisionRows {

    private static final TypeReference<Map<String, Pinned>> PINS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> VERSIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json = new ObjectMapper();

    SchemeRevisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SchemeRevision> newest(String scheme, YearMonth period) {
        return jdbc.sql("""
                        SELECT * FROM scheme_revision
                        WHERE scheme = :scheme AND (holds_from IS NULL OR holds_from <= :period)
                        ORDER BY number DESC LIMIT 1
                        """)
                .param("scheme", scheme)
                .param("period", period.atDay(1))
                .query(this::revision)
                .optional();
    }

    Optional<SchemeRevision> latest(String scheme) {
        return jdbc.sql("SELECT * FROM scheme_revision WHERE scheme = :scheme ORDER BY number DESC LIMIT 1")
                .param("scheme", scheme)
                .query(this::revision)
                .optional();
    }

    List<SchemeRevision> latestOfEach() {
        return jdbc.sql("SELECT DISTINCT ON (scheme) * FROM scheme_revision ORDER BY scheme, number DESC")
                .query(this::revision)
                .list();
    }

    List<SchemeRevision> all(String scheme) {
        return jdbc.sql("SELECT * FROM scheme_revision WHERE scheme = :scheme ORDER BY number DESC")
                .param("scheme", scheme)
                .query(this::revision)
                .list();
    }

    Optional<SchemeRevision> byId(UUID id) {
        return jdbc.sql("SELECT * FROM scheme_revision WHERE id = :id")
                .param("id", id)
                .query(this::revision)
                .optional();
    }

    List<String> ofDeployment(String deploymentId) {
        return jdbc.sql("SELECT scheme FROM scheme_revision WHERE deployment_id = :deployment ORDER BY scheme")
                .param("deployment", deploymentId)
                .query(String.class)
                .list();
    }

    void insert(SchemeRevision revision, String deploymentId) {
        jdbc.sql("""
                        INSERT INTO scheme_revision (id, scheme, number, process_definition_id, called, decisions, forms, pins,
                                                     settings, holds_from, deployment_id, deployed_by, created_at)
                        VALUES (:id, :scheme, :number, :process, :called::jsonb, :decisions::jsonb, :forms::jsonb, :pins::jsonb,
                                :settings::jsonb, :holdsFrom::date, :deployment, :deployedBy, :createdAt)
                        """)
                .param("id", revision.id())
                .param("scheme", revision.scheme())
                .param("number", revision.number())
                .param("process", revision.processDefinitionId())
                .param("called", write(revision.called()))
                .param("decisions", write(revision.decisions()))
                .param("forms", write(revision.forms()))
                .param("pins", write(revision.pins()))
                .param("settings", write(revision.settings()))
                .param(
                        "holdsFrom",
                        revision.holdsFrom() == null
                                ? null
                                : revision.holdsFrom().atDay(1).toString())
                .param("deployment", deploymentId)
                .param("deployedBy", revision.deployedBy())
                .param("createdAt", OffsetDateTime.ofInstant(revision.createdAt(), ZoneOffset.UTC))
                .update();
    }

    byte[] formFile(String definitionId) {
        return file("act_re_camformdef", definitionId);
    }

    byte[] decisionFile(String definitionId) {
        return file("act_re_decision_def", definitionId);
    }

    byte[] processFile(String definitionId) {
        return file("act_re_procdef", definitionId);
    }

    private byte[] file(String table, String definitionId) {
        return jdbc.sql("""
                        SELECT content.bytes_ FROM %s definition
                        JOIN act_ge_bytearray content ON content.deployment_id_ = definition.deployment_id_
                                                     AND content.name_ = definition.resource_name_
                        WHERE definition.id_ = :id
                        """.formatted(table))
                .param("id", definitionId)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new IllegalStateException("the deployment of " + definitionId + " was deleted"));
    }

    /** @return the newest version of every process, by key */
    Map<String, Pinned> newestProcesses() {
        return newest("act_re_procdef");
    }

    Map<String, Pinned> newestDecisions() {
        return newest("act_re_decision_def");
    }

    Map<String, Pinned> newestForms() {
        return newest("act_re_camformdef");
    }

    Optional<Pinned> newestForm(String key) {
        return newest("act_re_camformdef", key);
    }

    Optional<Pinned> newestDecision(String key) {
        return newest("act_re_decision_def", key);
    }

    private Optional<Pinned> newest(String table, String key) {
        return jdbc.sql("SELECT id_, version_ FROM %s WHERE key_ = :key ORDER BY version_ DESC LIMIT 1"
                        .formatted(table))
                .param("key", key)
                .query((row, number) -> new Pinned(row.getString(1), row.getInt(2)))
                .optional();
    }

    private Map<String, Pinned> newest(String table) {
        Map<String, Pinned> newest = new TreeMap<>();
        jdbc.sql("SELECT DISTINCT ON (key_) key_, id_, version_ FROM %s ORDER BY key_, version_ DESC".formatted(table))
                .query(row -> {
                    newest.put(row.getString(1), new Pinned(row.getString(2), row.getInt(3)));
                });
        return newest;
    }

    private SchemeRevision revision(ResultSet row, int number) throws SQLException {
        LocalDate holdsFrom = row.getObject("holds_from", LocalDate.class);
        return new SchemeRevision(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getInt("number"),
                row.getString("process_definition_id"),
                read(row.getString("called"), PINS),
                read(row.getString("decisions"), PINS),
                read(row.getString("forms"), PINS),
                read(row.getString("pins"), VERSIONS),
                read(row.getString("settings"), TEXTS),
                holdsFrom == null ? null : YearMonth.from(holdsFrom),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("deployed_by", UUID.class));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a scheme revision is not readable", broken);
        }
    }
}
