package cn.baosong.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.boot.SpringApplication;

/**
 * One PostgreSQL for the whole build: started before the first test, stopped with the JVM. Every Spring context finds
 * it through the usual {@code spring.datasource.*} properties, with an owner for migrations and a lesser role to run as.
 */
public final class TestPostgres implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("spring.datasource.url") != null) {
            return;
        }
        try {
            var server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setRegisterShutdownHook(false)
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE baosong_owner LOGIN PASSWORD 'owner'");
                statement.execute("CREATE ROLE baosong_app LOGIN PASSWORD 'app'");
                statement.execute("CREATE DATABASE baosong OWNER baosong_owner");
            }
            System.setProperty("spring.datasource.url", "jdbc:postgresql://localhost:" + server.getPort() + "/baosong");
            System.setProperty("spring.datasource.username", "baosong_app");
            System.setProperty("spring.datasource.password", "app");
            System.setProperty("spring.liquibase.user", "baosong_owner");
            System.setProperty("spring.liquibase.password", "owner");
            // Thousands of people log in during a build, and nobody guesses their passwords.
            System.setProperty("baosong.account.hash-memory", "1MB");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("the test database could not be prepared", failure);
        }
    }

    /**
     * Another, empty database on the same server, for a context whose data must not meet that of the others.
     *
     * @return what to give as {@code spring.datasource.url}
     */
    public static String newDatabase(String name) {
        var shared = System.getProperty("spring.datasource.url");
        var server = shared.substring(0, shared.lastIndexOf('/') + 1);
        try (var connection = DriverManager.getConnection(server + "postgres", "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name + " OWNER baosong_owner");
        } catch (SQLException failure) {
            throw new IllegalStateException("the test database " + name + " could not be made", failure);
        }
        return server + name;
    }

    /** After the cached Spring contexts have closed; a pool whose server is gone would wait for it at the end. */
    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
