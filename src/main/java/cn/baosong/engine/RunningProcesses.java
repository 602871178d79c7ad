package cn.baosong.engine;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the root processes of subjects stand, asked of the engine's tables: one plain statement where the engine's
 * queries take two, each with a join and a sort.
 */
@Component
class RunningProcesses {

    private final JdbcClient jdbc;

    RunningProcesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether a root process of the subject runs */
    boolean any(UUID subject) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM act_ru_execution
                                       WHERE business_key_ = :subject AND parent_id_ IS NULL AND super_exec_ IS NULL)
                        """)
                .param("subject", subject.toString())
                .query(Boolean.class)
                .single();
    }

    /** @return id of the user task at which the subject's root process waits, called processes left aside */
    Optional<String> waitingTask(UUID subject, String taskDefinitionKey) {
        return jdbc.sql("""
                        SELECT task.id_
                        FROM act_ru_execution root
                        JOIN act_ru_task task ON task.proc_inst_id_ = root.id_
                        WHERE root.business_key_ = :subject AND root.parent_id_ IS NULL AND root.super_exec_ IS NULL
                          AND task.task_def_key_ = :key
                        """)
                .param("subject", subject.toString())
                .param("key", taskDefinitionKey)
                .query(String.class)
                .optional();
    }
}
