package cn.baosong.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One instance of a process: where it stands, which way it came, what it knows, what failed; and the lists that lead to
 * it. Who may look is for the caller to hold.
 */
@Component
public class ProcessInstances {

    /** Steps shown of one instance, the newest: a report sent back for years goes round and round. */
    private static final int MOST_VISITS = 500;

    private static final String FOUND = """

             FROM act_ru_execution instance
             JOIN act_re_procdef definition ON definition.id_ = instance.proc_def_id_
             LEFT JOIN act_hi_procinst past ON past.id_ = instance.id_
             WHERE instance.parent_id_ IS NULL AND definition.key_ = :key
               AND (:version::int IS NULL OR definition.version_ = :version)
               AND (:step::text IS NULL OR EXISTS (
                        SELECT 1 FROM act_ru_execution place
                        WHERE place.proc_inst_id_ = instance.id_ AND place.act_id_ = :step
                          AND place.is_event_scope_ IS NOT TRUE
                          AND NOT EXISTS (SELECT 1 FROM act_ru_execution inner_place
                                          WHERE inner_place.parent_id_ = place.id_)))
               AND (NOT :failed OR EXISTS (SELECT 1 FROM act_ru_job job
                                           WHERE job.process_instance_id_ = instance.id_ AND job.retries_ = 0))
               AND (:text = '' OR instance.business_key_ = :text OR instance.id_ = :text)
            """;

    /** What has become of an instance. */
    public enum State {
        RUNNING,
        SUSPENDED,
        ENDED,
        CANCELLED
    }

    /**
     * @param root id of the instance on top; its own where nobody called it
     * @param caller id of the instance that called it; null for none
     * @param definition id of the version it runs in
     * @param subject business key: the id of what it is about; null where it is about nothing
     * @param endedAt null while it runs
     * @param failed its jobs that were given up
     */
    public record Instance(
            String id,
            String root,
            String caller,
            String definition,
            String key,
            int version,
            String subject,
            Instant startedAt,
            Instant endedAt,
            State state,
            long failed) {}

    /**
     * Which instances a list shows.
     *
     * @param version null for every version
     * @param step id of a step at which they stand; null for any
     * @param failed whether only those with a job that was given up
     * @param text id of an instance or of what it is about; empty for all
     */
    public record Search(String key, Integer version, String step, boolean failed, String text) {

        private Map<String, Object> parameters() {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("key", key);
            parameters.put("version", version);
            parameters.put("step", step);
            parameters.put("failed", failed);
            parameters.put("text", text.strip());
            return parameters;
        }
    }

    /**
     * A step an instance came to.
     *
     * @param type of the element, as the engine calls it
     * @param until null while it stands there
     * @param cancelled whether it was left otherwise than by being done
     * @param called id of the instance it called; null for none
     */
    public record Visit(String activity, String type, Instant since, Instant until, boolean cancelled, String called) {}

    /** A routing flag. */
    public record Flag(String name, String value) {}

    private final JdbcClient jdbc;

    ProcessInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return running or ended; empty for an id nobody knows, or whose history has run out */
    public Optional<Instance> find(String id) {
        return jdbc.sql("""
                        SELECT past.id_, past.root_proc_inst_id_, past.super_process_instance_id_, past.proc_def_id_,
                               past.proc_def_key_, definition.version_, past.business_key_, past.start_time_,
                               past.end_time_, past.state_, live.suspension_state_,
                               (SELECT count(*) FROM act_ru_job
                                WHERE process_instance_id_ = past.id_ AND retries_ = 0) AS failed
                        FROM act_hi_procinst past
                        JOIN act_re_procdef definition ON definition.id_ = past.proc_def_id_
                        LEFT JOIN act_ru_execution live ON live.id_ = past.id_
                        WHERE past.id_ = :id
                        """)
                .param("id", id)
                .query((row, number) -> instance(row))
                .optional();
    }

    /** @return ids of the running instances below and with {@code root} */
    public List<String> running(String root) {
        return jdbc.sql("""
                        SELECT id_ FROM act_ru_execution
                        WHERE root_proc_inst_id_ = :root AND parent_id_ IS NULL ORDER BY id_
                        """).param("root", root).query(String.class).list();
    }

    public int count(Search search) {
        return jdbc.sql("SELECT count(*)" + FOUND)
                .params(search.parameters())
                .query(Integer.class)
                .single();
    }

    /** @return running instances, the newest first */
    public List<Instance> page(Search search, int offset, int limit) {
        return jdbc.sql("""
                        SELECT instance.id_, instance.root_proc_inst_id_, past.super_process_instance_id_,
                               instance.proc_def_id_, definition.key_ AS proc_def_key_, definition.version_,
                               instance.business_key_, past.start_time_, NULL::timestamp AS end_time_, 'ACTIVE' AS state_,
                               instance.suspension_state_,
                               (SELECT count(*) FROM act_ru_job
                                WHERE process_instance_id_ = instance.id_ AND retries_ = 0) AS failed
                        """ + FOUND
                        + " ORDER BY past.start_time_ DESC NULLS LAST, instance.id_ LIMIT :limit OFFSET :offset")
                .params(search.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> instance(row))
                .list();
    }

    /** @return the steps it came to, oldest first; of very many the newest */
    public List<Visit> visits(String instance) {
        return jdbc.sql("""
                        SELECT * FROM (SELECT act_id_, act_type_, start_time_, end_time_, act_inst_state_, call_proc_inst_id_,
                                              sequence_counter_, id_
                                       FROM act_hi_actinst WHERE proc_inst_id_ = :instance
                                       ORDER BY start_time_ DESC, sequence_counter_ DESC, id_ DESC LIMIT :most) newest
                        ORDER BY start_time_, sequence_counter_, id_
                        """)
                .param("instance", instance)
                .param("most", MOST_VISITS)
                .query((row, number) -> new Visit(
                        row.getString("act_id_"),
                        row.getString("act_type_"),
                        ModelVersions.time(row, "start_time_"),
                        ModelVersions.time(row, "end_time_"),
                        row.getInt("act_inst_state_") == 2,
                        row.getString("call_proc_inst_id_")))
                .list();
    }

    /** @return ids of the activities at which it stands, those that wait to be tried included */
    public Set<String> standing(String instance) {
        return jdbc.sql("""
                        SELECT act_id_ FROM act_ru_execution place
                        WHERE proc_inst_id_ = :instance AND act_id_ IS NOT NULL AND is_event_scope_ IS NOT TRUE
                          AND NOT EXISTS (SELECT 1 FROM act_ru_execution inner_place WHERE inner_place.parent_id_ = place.id_)
                        """).param("instance", instance).query(String.class).set();
    }

    /** @return its flags by name; what is no flag is left out */
    public List<Flag> flags(String instance) {
        return jdbc.sql("""
                        SELECT name_, CASE type_ WHEN 'boolean' THEN CASE long_ WHEN 1 THEN 'true' ELSE 'false' END
                                                 WHEN 'null' THEN ''
                                                 WHEN 'string' THEN coalesce(text_, '')
                                                 ELSE coalesce(long_::text, '') END AS value
                        FROM act_ru_variable
                        WHERE execution_id_ = :instance AND type_ IN ('boolean', 'integer', 'long', 'short', 'string', 'null')
                        ORDER BY name_
                        """)
                .param("instance", instance)
                .query((row, number) -> new Flag(row.getString("name_"), row.getString("value")))
                .list();
    }

    private static Instance instance(ResultSet row) throws SQLException {
        return new Instance(
                row.getString("id_"),
                row.getString("root_proc_inst_id_"),
                row.getString("super_process_instance_id_"),
                row.getString("proc_def_id_"),
                row.getString("proc_def_key_"),
                row.getInt("version_"),
                row.getString("business_key_"),
                ModelVersions.time(row, "start_time_"),
                ModelVersions.time(row, "end_time_"),
                state(row),
                row.getLong("failed"));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getObject("suspension_state_") != null) {
            return row.getInt("suspension_state_") == 2 ? State.SUSPENDED : State.RUNNING;
        }
        return "COMPLETED".equals(row.getString("state_")) ? State.ENDED : State.CANCELLED;
    }
}
