package cn.baosong.storage;

import static cn.baosong.storage.EmbeddedDatabaseRefusalTest.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Real servers; one folder serves all tests that leave a good database behind. */
class EmbeddedDatabaseTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void programs() throws IOException {
        UnpackedPrograms.into(folder);
    }

    @Test
    void losesNothingThatWasCommittedAndListensToThisMachineOnly() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(shown(database, "fsync")).isEqualTo("on");
            assertThat(shown(database, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(database, "full_page_writes")).isEqualTo("on");
            assertThat(shown(database, "data_checksums")).isEqualTo("on");
            assertThat(shown(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown(database, "unix_socket_directories")).isEmpty();
            assertThat(shown(database, "server_encoding")).isEqualTo("UTF8");
            assertThat(shown(database, "server_version")).startsWith("17.");
            assertThat(ask(superuser(database), "SELECT datcollate FROM pg_database WHERE datname = 'baosong'"))
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void staysDurableWhateverAnOperatorSets() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            run(superuser(database), "ALTER SYSTEM SET fsync = off");
            run(superuser(database), "ALTER SYSTEM SET work_mem = '9MB'");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(shown(database, "fsync")).isEqualTo("on");
            assertThat(shown(database, "work_mem"))
                    .as("what is no matter of safety is the operator's to set")
                    .isEqualTo("9MB");
            run(superuser(database), "ALTER SYSTEM RESET ALL");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            for (String role :
                    List.of(EmbeddedDatabase.SUPERUSER, EmbeddedDatabase.OWNER, EmbeddedDatabase.APPLICATION)) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), role, "guessed"))
                        .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                                .isEqualTo("28P01"));
                assertThatThrownBy(() -> DriverManager.getConnection(database.url() + "?user=" + role))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile())))
                    .isEqualTo("rw-------");
            Passwords passwords = database.passwords();
            assertThat(List.of(passwords.superuser(), passwords.owner(), passwords.application()))
                    .doesNotHaveDuplicates();
            assertThat(passwords.toString()).doesNotContain(passwords.application());
        }
    }

    @Test
    void takesThePasswordFileBackFromReadersOfTheMachine() throws Exception {
        EmbeddedDatabase.open(folder).close();
        Files.setPosixFilePermissions(passwordFile(), PosixFilePermissions.fromString("rw-r--r--"));

        EmbeddedDatabase.open(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void givesTheApplicationALesserRoleThanTheOwner() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            try (Connection owner = owner(database)) {
                run(owner, "CREATE TABLE IF NOT EXISTS mine (id int)");
            }
            assertThatThrownBy(() -> run(application(database), "CREATE TABLE yours (id int)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(application(database), "DROP TABLE mine"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> run(owner(database), "CREATE ROLE another SUPERUSER"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsDataAndPasswordsBetweenStarts() throws Exception {
        Passwords first;
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            first = database.passwords();
            run(owner(database), "CREATE TABLE kept AS SELECT '报送' AS word");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(database.passwords()).isEqualTo(first);
            assertThat(ask(owner(database), "SELECT word FROM kept")).isEqualTo("报送");
            run(owner(database), "DROP TABLE kept");
        }
    }

    @Test
    void makesNewPasswordsWhereTheirFileIsLostOrDamagedOrAnother() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            run(owner(database), "CREATE TABLE survived AS SELECT 1 AS one");
        }
        Files.delete(passwordFile());
        assertSurvived();

        Files.write(passwordFile(), new byte[] {'p', '=', (byte) 0xff, '\\', 'u', '1'});
        assertSurvived();

        Passwords another = Passwords.random();
        another.write(passwordFile());
        assertSurvived();
        assertThat(Passwords.read(passwordFile())).contains(another);

        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            run(owner(database), "DROP TABLE survived");
        }
    }

    private static void assertSurvived() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(ask(owner(database), "SELECT one FROM survived")).isEqualTo("1");
        }
    }

    @Test
    void aPoolFindsADatabaseThatWasAwayForAWhile() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder);
                HikariDataSource pool = pool(database)) {
            assertThat(ask(pool.getConnection(), "SELECT 1")).isEqualTo("1");

            database.server().stop();
            assertThatThrownBy(() -> ask(pool.getConnection(), "SELECT 1")).isInstanceOf(SQLException.class);

            database.server().start(database::port);
            assertThat(ask(pool.getConnection(), "SELECT 2")).isEqualTo("2");
        }
    }

    /** As the application's own, but for the patience of this test. */
    private static HikariDataSource pool(EmbeddedDatabase database) throws IOException {
        var settings = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"));
        HikariConfig config = new Binder(ConfigurationPropertySources.from(settings))
                .bind("spring.datasource.hikari", Bindable.of(HikariConfig.class))
                .get();
        assertThat(config.getKeepaliveTime()).isPositive();
        config.setConnectionTimeout(1000);
        config.setValidationTimeout(500);
        config.setMaximumPoolSize(2);
        config.setJdbcUrl(database.url());
        config.setUsername(EmbeddedDatabase.APPLICATION);
        config.setPassword(database.passwords().application());
        return new HikariDataSource(config);
    }

    @Test
    void startsBesideALeftPidFileThatNamesAnotherProgramOrNone() throws Exception {
        EmbeddedDatabase.open(folder).close();
        Path pidFile = folder.resolve("postgres/postmaster.pid");
        long anotherProgram = ProcessHandle.current().pid();
        for (String content :
                List.of(anotherProgram + "\n" + folder.resolve("postgres") + "\n", "", "not a number\n")) {
            Files.writeString(pidFile, content);
            try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
                assertThat(ask(application(database), "SELECT 1")).isEqualTo("1");
            }
            assertThat(pidFile).doesNotExist();
        }
        assertThat(ProcessHandle.of(anotherProgram)).isPresent();
    }

    @Test
    void stopsAServerThatAKilledApplicationLeft() throws Exception {
        EmbeddedDatabase.open(folder).close();
        Path pidFile = folder.resolve("postgres/postmaster.pid");

        Process server = startServerAlone();
        await().until(() -> Files.exists(pidFile) && Files.readAllLines(pidFile).size() > 7);
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(server.isAlive()).isFalse();
            assertThat(ask(application(database), "SELECT 1")).isEqualTo("1");
        }

        Process serverWithoutFile = startServerAlone();
        await().until(() -> Files.exists(pidFile) && Files.readAllLines(pidFile).size() > 7);
        Files.delete(pidFile);
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            assertThat(serverWithoutFile.isAlive()).isFalse();
            assertThat(ask(application(database), "SELECT 1")).isEqualTo("1");
        }
    }

    private static Process startServerAlone() throws IOException {
        List<String> command = new ArrayList<>(OrdinaryUser.prefix());
        try (Stream<Path> content = Files.list(folder)) {
            Path programs = content.filter(path -> path.getFileName().toString().startsWith("server-"))
                    .findFirst()
                    .orElseThrow();
            command.add(programs.resolve("bin/postgres").toString());
        }
        command.addAll(List.of("-D", folder.resolve("postgres").toString(), "-p", "" + PostgresServer.freePort()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void takesAnotherPortWhereTheFirstIsTaken() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            database.server().stop();
            Iterator<Integer> ports =
                    List.of(taken.getLocalPort(), database.port()).iterator();

            assertThat(database.server().start(ports::next)).isEqualTo(database.port());
            assertThat(ask(application(database), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void doesNotMistakeAHalfMadeDatabaseForOne(@TempDir Path parent) throws Exception {
        Path fresh = parent.resolve("it's data (1) & more");
        Files.createDirectories(fresh.resolve("unfinished-1/base"));
        Files.writeString(fresh.resolve("unfinished-1/PG_VERSION"), "17\n");
        Files.createDirectories(fresh.resolve("server-0123456789abcdef/bin"));

        try (EmbeddedDatabase database = EmbeddedDatabase.open(fresh)) {
            assertThat(ask(application(database), "SELECT 1")).isEqualTo("1");
            assertThat(fresh.resolve("unfinished-1")).doesNotExist();
            assertThat(fresh.resolve("server-0123456789abcdef"))
                    .as("what an older application unpacked")
                    .doesNotExist();
        }

        // The same folder, its control file damaged: PostgreSQL's own last word is handed on.
        Files.write(fresh.resolve("postgres/global/pg_control"), new byte[8192]);
        assertRefusal(() -> EmbeddedDatabase.open(fresh), "incompatible", fresh.toString(), "postgres.log");
    }

    @Test
    void refusesToRunTwiceOnOneFolder() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
            String holder = Long.toString(ProcessHandle.current().pid());
            assertRefusal(
                    () -> EmbeddedDatabase.open(folder), folder.toRealPath().toString(), holder);
            assertThat(ask(application(database), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void sharesOneServerAmongTheContextsOfThisProcess() throws Exception {
        OpenDatabases databases = OpenDatabases.ofThisProcess();
        OpenDatabases.Use first = databases.open(folder);
        OpenDatabases.Use second = databases.open(folder);
        assertThat(second.database()).isSameAs(first.database());

        first.release();
        first.release();
        assertThat(ask(application(second.database()), "SELECT 1")).isEqualTo("1");

        second.release();
        assertThat(second.database().server().running()).isEmpty();
        EmbeddedDatabase.open(folder).close();
    }

    private static Path passwordFile() {
        return folder.resolve("credentials.properties");
    }

    private static Connection superuser(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), EmbeddedDatabase.SUPERUSER, database.passwords().superuser());
    }

    private static Connection owner(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), EmbeddedDatabase.OWNER, database.passwords().owner());
    }

    private static Connection application(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url(),
                EmbeddedDatabase.APPLICATION,
                database.passwords().application());
    }

    private static String shown(EmbeddedDatabase database, String setting) throws SQLException {
        return ask(superuser(database), "SHOW " + setting);
    }

    /** Runs one query on a connection and gives it back. */
    private static String ask(Connection connection, String query) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
