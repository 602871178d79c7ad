package cn.baosong.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL in a folder of ours, with one database, an owner who migrates it and a lesser role to run as. While
 * this is open no other process can open the folder.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "baosong_owner";
    static final String APPLICATION = "baosong_app";
    static final String NAME = "baosong";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String PASSWORD_REFUSED = "28P01";

    private final DataFolder folder;
    private final PostgresServer server;
    private Passwords passwords;
    private int port;

    private EmbeddedDatabase(DataFolder folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts the database of {@code path}, and makes it first if there is none.
     *
     * @throws StorageFailure if it cannot run there
     */
    static EmbeddedDatabase open(Path path) {
        List<String> ordinaryUser = OrdinaryUser.prefix();
        DataFolder folder = DataFolder.lock(path);
        try {
            folder.requireOwn();
            ServerPrograms programs = ServerPrograms.unpack(folder, ordinaryUser);
            String major = programs.majorVersion();
            folder.requireVersion(major);
            PostgresServer server = new PostgresServer(folder, programs);
            server.endLeftovers();
            folder.sweep(programs.home());
            EmbeddedDatabase database = new EmbeddedDatabase(folder, server);
            database.prepare();
            LOG.info("PostgreSQL {} keeps its data in {}, port {}", major, folder.path(), database.port);
            return database;
        } catch (IOException failure) {
            folder.close();
            throw new StorageFailure(
                    "storage.error.start",
                    path.toString(),
                    DataFolder.reason(failure),
                    folder.log().toString());
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private void prepare() throws IOException {
        Optional<Passwords> kept = Passwords.read(folder.passwords());
        passwords = kept.orElseGet(Passwords::random);
        if (kept.isEmpty()) {
            passwords.write(folder.passwords());
            folder.sync();
        }
        if (!folder.holdsDatabase()) {
            LOG.info("Making the database in {}", folder.path());
            server.create(passwords.superuser());
        } else if (kept.isEmpty()) {
            server.resetSuperuser(passwords.superuser());
        }
        port = server.start(PostgresServer::freePort);
        try {
            makeRolesAfterReset();
        } catch (SQLException failure) {
            server.stop();
            throw new IOException(failure);
        }
    }

    /** The file beside the data is what counts: a data folder put back from elsewhere takes its passwords. */
    private void makeRolesAfterReset() throws IOException, SQLException {
        try {
            makeRoles();
        } catch (SQLException refused) {
            if (!PASSWORD_REFUSED.equals(refused.getSQLState())) {
                throw refused;
            }
            server.stop();
            server.resetSuperuser(passwords.superuser());
            port = server.start(PostgresServer::freePort);
            makeRoles();
        }
    }

    private void makeRoles() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(SUPERUSER), SUPERUSER, passwords.superuser());
                Statement statement = connection.createStatement()) {
            makeRole(statement, OWNER, passwords.owner());
            makeRole(statement, APPLICATION, passwords.application());
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
            }
        }
    }

    private static void makeRole(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role);
        }
        statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD '" + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** @return the JDBC address, for {@link #OWNER} and {@link #APPLICATION} */
    String url() {
        return url(NAME);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Passwords passwords() {
        return passwords;
    }

    /** The server alone, as for a database that is stopped and started while the application runs; the port stays. */
    PostgresServer server() {
        return server;
    }

    int port() {
        return port;
    }

    /** Stops the server and gives the folder free. */
    @Override
    public void close() {
        try {
            server.stop();
            LOG.info("PostgreSQL in {} has stopped", folder.path());
        } catch (IOException failure) {
            LOG.error("PostgreSQL in {} could not be stopped", folder.path(), failure);
        } finally {
            folder.close();
        }
    }
}
