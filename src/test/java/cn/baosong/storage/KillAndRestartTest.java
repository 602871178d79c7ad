package cn.baosong.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole application in processes of its own: killed, started again, started twice, stopped in good order. */
class KillAndRestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private OwnProcess processes;

    @BeforeEach
    void empty() throws IOException {
        processes = new OwnProcess("kill-and-restart");
    }

    @AfterEach
    void endAll() {
        processes.close();
    }

    @Test
    void losesNothingByAKillAndLeavesNothingBehindAfterAStop() throws Exception {
        Process first = processes.start("first");
        awaitUp(first, "first");
        write("written before the kill");

        first.destroyForcibly().waitFor();
        assertThat(processes.servers())
                .as("the server outlives the application")
                .hasSize(1);

        Process second = processes.start("second");
        awaitUp(second, "second");
        assertThat(read()).containsExactly("written before the kill");
        assertThat(processes.servers()).hasSize(1);

        Process third = processes.start("third");
        assertThat(third.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue()).isEqualTo(1);
        assertThat(processes.output("third"))
                .contains("数据目录 " + processes.data() + " 正被另一个运行中的报送程序（进程 " + second.pid() + "）使用")
                .contains("The data folder " + processes.data() + " is in use by another running Baosong")
                .doesNotContain("\tat ");
        assertThat(read()).containsExactly("written before the kill");

        second.destroy();
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(processes.servers()).isEmpty();
        assertThat(processes.output("second"))
                .as("every part of the application still had its database while it closed")
                .doesNotContain(" ERROR ")
                .doesNotContain("\tat ");
        assertThat(Files.readString(processes.data().resolve("postgres.log")).strip())
                .endsWith("database system is shut down");
    }

    private void awaitUp(Process process, String name) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            processes.assertAlive(process, name);
            return processes.output(name).contains("Started BaosongApplication");
        });
    }

    private void write(String word) throws Exception {
        var passwords = processes.passwords();
        try (Connection owner = processes.connect(EmbeddedDatabase.OWNER, passwords.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
        }
        try (Connection application = processes.connect(EmbeddedDatabase.APPLICATION, passwords.application());
                Statement statement = application.createStatement()) {
            statement.execute("INSERT INTO kept VALUES ('" + word + "')");
        }
    }

    private List<String> read() throws Exception {
        try (Connection application = processes.connect(
                        EmbeddedDatabase.APPLICATION, processes.passwords().application());
                Statement statement = application.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
            List<String> words = new ArrayList<>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }
}
