package cn.baosong.engine;

import cn.baosong.common.PlatformTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every deployed process with its versions, and what runs of them, counted in the engine's tables as they are now. Who may
 * look is for the caller to hold.
 */
@Component
public class ModelVersions {

    /**
     * A process in its newest version.
     *
     * @param definition id of the newest version
     * @param name label in the file, its key where it has none
     * @param suspended whether no new instance of the newest version may begin
     * @param running instances of all versions, called ones included
     * @param failed jobs of all versions that were given up after their last retry
     */
    public record Model(
            String definition,
            String key,
            String name,
            int version,
            boolean suspended,
            Instant deployedAt,
            long running,
            long failed) {}

    /**
     * One version of a process.
     *
     * @param deployedBy account; null for the start of the application
     * @param revisions the schemes and numbers of revisions it belongs to, such as {@code monthly-report 3–5}; empty for
     *     none
     */
    public record Version(
            String definition,
            int number,
            boolean suspended,
            Instant deployedAt,
            UUID deployedBy,
            String revisions,
            long running,
            long failed) {}

    /**
     * What stands at a step of a process.
     *
     * @param step id of the activity
     * @param standing how many executions wait there
     * @param failed how many of its jobs were given up
     */
    public record Load(String step, long standing, long failed) {}

    private final JdbcClient jdbc;

    ModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return every process, by name */
    public List<Model> all() {
        return models(null);
    }

    /** @return one process by its key; empty for a key nobody knows */
    public Optional<Model> find(String key) {
        return models(key).stream().findFirst();
    }

    private List<Model> models(String key) {
        return jdbc.sql("""
                        SELECT latest.id_, latest.key_, coalesce(latest.name_, latest.key_) AS name, latest.version_,
                               latest.suspension_state_ = 2 AS suspended, deployment.deploy_time_,
                               coalesce(running.number, 0) AS running, coalesce(failed.number, 0) AS failed
                        FROM (SELECT DISTINCT ON (key_) * FROM act_re_procdef
                              WHERE :key::text IS NULL OR key_ = :key
                              ORDER BY key_, version_ DESC) latest
                        JOIN act_re_deployment deployment ON deployment.id_ = latest.deployment_id_
                        LEFT JOIN (SELECT definition.key_, count(*) AS number
                                   FROM act_ru_execution instance
                                   JOIN act_re_procdef definition ON definition.id_ = instance.proc_def_id_
                                   WHERE instance.parent_id_ IS NULL
                                   GROUP BY definition.key_) running ON running.key_ = latest.key_
                        LEFT JOIN (SELECT process_def_key_ AS key_, count(*) AS number
                                   FROM act_ru_job WHERE retries_ = 0
                                   GROUP BY process_def_key_) failed ON failed.key_ = latest.key_
                        ORDER BY name, latest.key_
                        """)
                .param("key", key)
                .query((row, number) -> new Model(
                        row.getString("id_"),
                        row.getString("key_"),
                        row.getString("name"),
                        row.getInt("version_"),
                        row.getBoolean("suspended"),
                        time(row, "deploy_time_"),
                        row.getLong("running"),
                        row.getLong("failed")))
                .list();
    }

    /** @return the versions of a process, the newest first; none for a key nobody knows */
    public List<Version> of(String key) {
        return jdbc.sql("""
                        SELECT definition.id_, definition.version_, definition.suspension_state_ = 2 AS suspended,
                               deployment.deploy_time_,
                               coalesce((SELECT deployed_by::text FROM scheme_revision
                                         WHERE deployment_id = deployment.id_ AND deployed_by IS NOT NULL LIMIT 1),
                                        (SELECT user_id_ FROM act_hi_op_log
                                         WHERE deployment_id_ = deployment.id_ AND user_id_ IS NOT NULL LIMIT 1))
                                   AS deployed_by,
                               (SELECT string_agg(held.said, ', ' ORDER BY held.said)
                                FROM (SELECT scheme || ' ' || min(number)
                                             || CASE WHEN max(number) > min(number) THEN '–' || max(number) ELSE '' END
                                                 AS said
                                      FROM scheme_revision
                                      WHERE process_definition_id = definition.id_
                                         OR EXISTS (SELECT 1 FROM jsonb_each(called) part
                                                    WHERE part.value ->> 'id' = definition.id_)
                                      GROUP BY scheme) held) AS revisions,
                               (SELECT count(*) FROM act_ru_execution
                                WHERE proc_def_id_ = definition.id_ AND parent_id_ IS NULL) AS running,
                               (SELECT count(*) FROM act_ru_job
                                WHERE process_def_id_ = definition.id_ AND retries_ = 0) AS failed
                        FROM act_re_procdef definition
                        JOIN act_re_deployment deployment ON deployment.id_ = definition.deployment_id_
                        WHERE definition.key_ = :key
                        ORDER BY definition.version_ DESC
                        """)
                .param("key", key)
                .query((row, number) -> new Version(
                        row.getString("id_"),
                        row.getInt("version_"),
                        row.getBoolean("suspended"),
                        time(row, "deploy_time_"),
                        account(row.getString("deployed_by")),
                        row.getString("revisions") == null ? "" : row.getString("revisions"),
                        row.getLong("running"),
                        row.getLong("failed")))
                .list();
    }

    /**
     * @param version null for all versions together
     * @return what stands at each step where something does, by id of the step
     */
    public List<Load> load(String key, Integer version) {
        return jdbc.sql("""
                        SELECT step, sum(standing) AS standing, sum(failed) AS failed
                        FROM (SELECT place.act_id_ AS step, 1 AS standing, 0 AS failed
                              FROM act_re_procdef definition
                              JOIN act_ru_execution place ON place.proc_def_id_ = definition.id_
                              WHERE definition.key_ = :key AND (:version::int IS NULL OR definition.version_ = :version)
                                AND place.act_id_ IS NOT NULL AND place.is_event_scope_ IS NOT TRUE
                                AND NOT EXISTS (SELECT 1 FROM act_ru_execution inner_place
                                                WHERE inner_place.parent_id_ = place.id_)
                              UNION ALL
                              SELECT coalesce(job.failed_act_id_, meant.act_id_), 0, 1
                              FROM act_re_procdef definition
                              JOIN act_ru_job job ON job.process_def_id_ = definition.id_
                              LEFT JOIN act_ru_jobdef meant ON meant.id_ = job.job_def_id_
                              WHERE definition.key_ = :key AND (:version::int IS NULL OR definition.version_ = :version)
                                AND job.retries_ = 0) counted
                        WHERE step IS NOT NULL
                        GROUP BY step
                        ORDER BY step
                        """)
                .param("key", key)
                .param("version", version)
                .query((row, number) -> new Load(row.getString("step"), row.getLong("standing"), row.getLong("failed")))
                .list();
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.atZone(PlatformTime.ZONE).toInstant();
    }

    private static UUID account(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException somebodyElse) {
            return null;
        }
    }
}
