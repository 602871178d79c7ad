package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work of the engine that was given up after its last retry: what, why, and once more. Who may is for the caller to hold. */
@Component
public class FailedJobs {

    /** Jobs tried again at once. */
    public static final int MOST = 1_000;

    private static final int LONGEST_MESSAGE = 400;

    /**
     * A job that was given up.
     *
     * @param instance the process it belongs to; null for the timer that starts one
     * @param activity id of the step that failed; null where the engine does not say
     * @param subject business key of the instance; null for none
     * @param message the first line of what went wrong, shortened
     * @param suspended whether it will not be tried before its process is activated
     */
    public record FailedJob(
            String id,
            String instance,
            String definition,
            String key,
            int version,
            String activity,
            String subject,
            String message,
            Instant failedAt,
            boolean suspended) {}

    private final JdbcClient jdbc;
    private final ManagementService management;

    FailedJobs(JdbcClient jdbc, ManagementService management) {
        this.jdbc = jdbc;
        this.management = management;
    }

    /** @return how many there are */
    public int count() {
        return jdbc.sql("SELECT count(*) FROM act_ru_job WHERE retries_ = 0")
                .query(Integer.class)
                .single();
    }

    /** @return the newest first */
    public List<FailedJob> page(int offset, int limit) {
        return read(null, offset, limit);
    }

    /** @return those of one instance, called ones not included, the newest first */
    public List<FailedJob> of(String instance) {
        return read(instance, 0, MOST);
    }

    private List<FailedJob> read(String instance, int offset, int limit) {
        return jdbc.sql("""
                        SELECT job.id_, job.process_instance_id_, job.process_def_id_, definition.key_, definition.version_,
                               coalesce(job.failed_act_id_, meant.act_id_) AS activity, process.business_key_,
                               job.exception_msg_, incident.incident_timestamp_, job.suspension_state_ = 2 AS suspended
                        FROM act_ru_job job
                        JOIN act_re_procdef definition ON definition.id_ = job.process_def_id_
                        LEFT JOIN act_ru_jobdef meant ON meant.id_ = job.job_def_id_
                        LEFT JOIN act_ru_execution process ON process.id_ = job.process_instance_id_
                        LEFT JOIN act_ru_incident incident
                               ON incident.configuration_ = job.id_ AND incident.incident_type_ = 'failedJob'
                        WHERE job.retries_ = 0 AND (:instance::text IS NULL OR job.process_instance_id_ = :instance)
                        ORDER BY incident.incident_timestamp_ DESC NULLS LAST, job.id_
                        LIMIT :limit OFFSET :offset
                        """)
                .param("instance", instance)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new FailedJob(
                        row.getString("id_"),
                        row.getString("process_instance_id_"),
                        row.getString("process_def_id_"),
                        row.getString("key_"),
                        row.getInt("version_"),
                        row.getString("activity"),
                        row.getString("business_key_"),
                        said(row.getString("exception_msg_")),
                        ModelVersions.time(row, "incident_timestamp_"),
                        row.getBoolean("suspended")))
                .list();
    }

    /**
     * Lets jobs be tried once more, as soon as the engine comes to it. One that fails again is given up again at once.
     *
     * @param jobs ids, at most {@value #MOST}
     * @return those that had been given up and now wait to be tried; others are left alone
     * @throws Problem {@code engine.error.job-gone} if none of them had been given up
     */
    public List<FailedJob> retry(Collection<String> jobs) {
        List<FailedJob> failed = jobs.isEmpty() || jobs.size() > MOST ? List.of() : locked(jobs);
        if (failed.isEmpty()) {
            throw new Problem("engine.error.job-gone");
        }
        management.setJobRetries(failed.stream().map(FailedJob::id).toList(), 1);
        return failed;
    }

    private List<FailedJob> locked(Collection<String> jobs) {
        return jdbc.sql("""
                        SELECT job.id_, job.process_instance_id_, job.process_def_id_, definition.key_, definition.version_,
                               job.failed_act_id_, job.exception_msg_, job.suspension_state_ = 2 AS suspended
                        FROM act_ru_job job
                        JOIN act_re_procdef definition ON definition.id_ = job.process_def_id_
                        WHERE job.id_ IN (:jobs) AND job.retries_ = 0
                        ORDER BY job.id_
                        FOR UPDATE OF job
                        """)
                .param("jobs", jobs)
                .query((row, number) -> new FailedJob(
                        row.getString("id_"),
                        row.getString("process_instance_id_"),
                        row.getString("process_def_id_"),
                        row.getString("key_"),
                        row.getInt("version_"),
                        row.getString("failed_act_id_"),
                        null,
                        said(row.getString("exception_msg_")),
                        null,
                        row.getBoolean("suspended")))
                .list();
    }

    private static String said(String message) {
        String first =
                message == null ? "" : message.lines().findFirst().orElse("").strip();
        return first.length() > LONGEST_MESSAGE ? first.substring(0, LONGEST_MESSAGE) + "…" : first;
    }
}
