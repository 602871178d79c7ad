package cn.baosong.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The application killed in the middle of a bulk acceptance, and started again: every report has moved exactly once. */
class KilledBulkTest {

    private static final int REPORTS = Integer.getInteger("bulk.killed.reports", 200);
    private static final Path HOME = Path.of("target", "killed-bulk").toAbsolutePath();
    private static final Path DATA = HOME.resolve("data");
    private static final Duration PATIENCE = Duration.ofSeconds(180 + REPORTS / 20);

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void empty() throws IOException {
        FileSystemUtils.deleteRecursively(HOME);
        Files.createDirectories(HOME);
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
        ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(DATA.resolve("postgres").toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void everyReportHasMovedOnce() throws Exception {
        var first = start("first");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> {
                    assertThat(first.isAlive()).as(output("first")).isTrue();
                    return count("SELECT count(*) FROM bulk_item WHERE result <> 'PENDING'") > 0;
                });
        first.destroyForcibly().waitFor();
        assertThat(count("SELECT count(*) FROM bulk_item WHERE result = 'PENDING'"))
                .as("killed in the middle")
                .isBetween(1, REPORTS - 1);

        var second = start("second");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> {
                    assertThat(second.isAlive()).as(output("second")).isTrue();
                    return count("SELECT count(*) FROM bulk_operation WHERE state = 'DONE'") == 1;
                });

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

    private Process start(String name) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dbulk.killed.reports=" + REPORTS,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "cn.baosong.testing.BulkUnderWayApplication",
                        "--server.port=0",
                        "--camunda.bpm.job-execution.lock-time-in-millis=5000",
                        "--logging.charset.console=UTF-8",
                        "--baosong.data-directory=" + DATA)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve(name + ".log").toFile());
        process.environment().keySet().removeIf(variable -> variable.startsWith("SPRING_"));
        started.add(process.start());
        return started.get(started.size() - 1);
    }

    private static String output(String name) throws IOException {
        return Files.readString(HOME.resolve(name + ".log"));
    }

    /** The server writes its port on the fourth line of its process file. */
    private static int count(String sql) throws Exception {
        var port = Files.readAllLines(DATA.resolve("postgres/postmaster.pid")).get(3);
        var password = Passwords.read(DATA.resolve("credentials.properties"))
                .orElseThrow()
                .application();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/baosong", EmbeddedDatabase.APPLICATION, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
