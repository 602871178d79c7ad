package cn.baosong.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.testing.BulkUnderWayApplication;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application killed in the middle of a bulk acceptance, and started again: every report has moved exactly once. */
class KilledBulkTest {

    private static final int REPORTS = Integer.getInteger("bulk.killed.reports", 200);
    /** Are free for others so soon, in milliseconds. */
    private static final String JOBS_OF_THE_KILLED = "--camunda.bpm.job-execution.lock-time-in-millis=5000";

    private static final Duration PATIENCE = Duration.ofSeconds(180 + REPORTS / 5);

    private OwnProcess processes;

    @BeforeEach
    void empty() throws IOException {
        processes = new OwnProcess("killed-bulk");
        UnpackedPrograms.into(processes.data());
    }

    @AfterEach
    void endAll() {
        processes.close();
    }

    @Test
    void everyReportHasMovedOnce() throws Exception {
        var first = processes.startWithTests(
                "first",
                BulkUnderWayApplication.class.getName(),
                "--" + BulkUnderWayApplication.REPORTS + "=" + REPORTS,
                JOBS_OF_THE_KILLED);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> {
                    processes.assertAlive(first, "first");
                    return count("SELECT count(*) FROM bulk_item WHERE result <> 'PENDING'") > 0;
                });
        first.destroyForcibly().waitFor();
        assertThat(count("SELECT count(*) FROM bulk_item WHERE result = 'PENDING'"))
                .as("killed in the middle")
                .isBetween(1, REPORTS - 1);

        // In this process, which has its classes loaded: what it finds is what another one left.
        try (var second = BulkUnderWayApplication.start(
                "--server.port=0",
                "--spring.datasource.url=",
                "--baosong.data-directory=" + processes.data(),
                JOBS_OF_THE_KILLED)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> count("SELECT count(*) FROM bulk_operation WHERE state = 'DONE'") == 1);
            assertThat(second.isRunning()).isTrue();
            assertEveryReportHasMovedOnce();
        }
    }

    private void assertEveryReportHasMovedOnce() throws Exception {
        assertThat(count("SELECT count(*) FROM bulk_item WHERE result = 'DONE'"))
                .isEqualTo(REPORTS);
        assertThat(count("SELECT count(*) FROM review_action"))
                .as("acceptances")
                .isEqualTo(REPORTS);
        assertThat(count("SELECT count(DISTINCT subject_id) FROM review_action WHERE operation_id IS NOT NULL"))
                .as("reports accepted")
                .isEqualTo(REPORTS);
        assertThat(count("""
                        SELECT count(*) FROM review_item i
                        JOIN act_ru_task task ON task.id_ = i.task_id
                        JOIN desk ON desk.id = i.desk_id AND desk.level = 'CITY'
                        """)).as("waiting at the city, in inbox and engine").isEqualTo(REPORTS);
        assertThat(count("SELECT count(*) FROM act_ru_task")).isEqualTo(REPORTS);
        assertThat(count("SELECT count(*) FROM bulk_chunk WHERE NOT done")).isZero();
        assertThat(count("SELECT count(*) FROM act_ru_incident")).isZero();
    }

    private int count(String sql) throws Exception {
        try (Connection connection = processes.connect(
                        EmbeddedDatabase.APPLICATION, processes.passwords().application());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
