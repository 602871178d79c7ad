package cn.baosong.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The whole application in processes of its own: killed, started again, started twice, stopped in good order. */
class KillAndRestartTest {

    private static final Path HOME = Path.of("target", "kill-and-restart").toAbsolutePath();
    private static final Path DATA = HOME.resolve("data");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void empty() throws IOException {
        FileSystemUtils.deleteRecursively(HOME);
        Files.createDirectories(HOME);
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
        servers().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void losesNothingByAKillAndLeavesNothingBehindAfterAStop() throws Exception {
        Process first = start("first");
        awaitUp(first, "first");
        write("written before the kill");

        first.destroyForcibly().waitFor();
        assertThat(servers()).as("the server outlives the application").hasSize(1);

        Process second = start("second");
        awaitUp(second, "second");
        assertThat(read()).containsExactly("written before the kill");
        assertThat(servers()).hasSize(1);

        Process third = start("third");
        assertThat(third.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue()).isEqualTo(1);
        assertThat(output("third"))
                .contains("数据目录 " + DATA + " 正被另一个运行中的报送程序（进程 " + second.pid() + "）使用")
                .contains("The data folder " + DATA + " is in use by another running Baosong")
                .doesNotContain("\tat ");
        assertThat(read()).containsExactly("written before the kill");

        second.destroy();
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(servers()).isEmpty();
        assertThat(output("second"))
                .as("every part of the application still had its database while it closed")
                .doesNotContain(" ERROR ")
                .doesNotContain("\tat ");
        assertThat(Files.readString(DATA.resolve("postgres.log")).strip()).endsWith("database system is shut down");
    }

    private Process start(String name) throws IOException {
        // Without the tests' own classes: this is the application as a newcomer starts it.
        String classPath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                classPath,
                "cn.baosong.BaosongApplication",
                "--server.port=0",
                "--logging.charset.console=UTF-8",
                "--baosong.data-directory=" + DATA);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SPRING_"));
        Process process = builder.directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve(name + ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static void awaitUp(Process process, String name) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(process.isAlive()).as(output(name)).isTrue();
            return output(name).contains("Started BaosongApplication");
        });
    }

    private static String output(String name) throws IOException {
        return Files.readString(HOME.resolve(name + ".log"));
    }

    private static void write(String word) throws Exception {
        try (Connection owner = connect(EmbeddedDatabase.OWNER, passwords().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
        }
        try (Connection application =
                        connect(EmbeddedDatabase.APPLICATION, passwords().application());
                Statement statement = application.createStatement()) {
            statement.execute("INSERT INTO kept VALUES ('" + word + "')");
        }
    }

    private static List<String> read() throws Exception {
        try (Connection application =
                        connect(EmbeddedDatabase.APPLICATION, passwords().application());
                Statement statement = application.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
            List<String> words = new ArrayList<>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }

    private static Passwords passwords() throws IOException {
        return Passwords.read(DATA.resolve("credentials.properties")).orElseThrow();
    }

    /** The server writes its port on the fourth line of its process file. */
    private static Connection connect(String role, String password) throws IOException, SQLException {
        String port =
                Files.readAllLines(DATA.resolve("postgres/postmaster.pid")).get(3);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/baosong", role, password);
    }

    /** @return the main processes of servers on this folder */
    private static List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(DATA.resolve("postgres").toString()))
                .toList();
    }
}
