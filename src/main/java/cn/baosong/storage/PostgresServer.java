package cn.baosong.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of one data folder: made, started, found again, stopped. The folder is ours while this is used. */
final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** Recovery after a power cut reads what was written since the last checkpoint; on a slow disk that takes minutes. */
    private static final String START_SECONDS = "300";

    /** A port taken meanwhile, a server of a killed application that was only just starting, the last of its children. */
    private static final List<String> PASSING = List.of(
            "could not create any TCP/IP sockets", "lock file \"postmaster.pid\"", "pre-existing shared memory block");

    private static final Pattern FATAL = Pattern.compile("(FATAL|PANIC): .*");
    private static final int ATTEMPTS = 5;
    private static final long MAXIMUM_LOG = 4 << 20;

    /** On the command line, because what is given there no file and no ALTER SYSTEM overrides. */
    private static final String DURABLE_AND_LOCAL =
            "-c fsync=on -c synchronous_commit=on -c full_page_writes=on -c listen_addresses=127.0.0.1";

    private static final String ACCESS = """
            # Written at every start. A password for everybody, and from this machine alone.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final String SETTINGS = """
            # Written at every start. Settings of your own: ALTER SYSTEM, which PostgreSQL keeps in postgresql.auto.conf.
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            # The pool takes 20; migrations and an operator a few more.
            max_connections = 60
            shared_buffers = 128MB
            effective_cache_size = 512MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            max_wal_size = 512MB
            # Short statements only: compiling them costs more than it saves.
            jit = off
            random_page_cost = 1.1
            timezone = 'Asia/Shanghai'
            log_timezone = 'Asia/Shanghai'
            datestyle = 'iso, ymd'
            default_text_search_config = 'pg_catalog.simple'
            # The life of the server only: a failed statement is the application's to report, and its text may be personal.
            log_min_messages = log
            log_checkpoints = off
            log_error_verbosity = terse
            """;

    private final DataFolder folder;
    private final ServerPrograms programs;

    PostgresServer(DataFolder folder, ServerPrograms programs) {
        this.folder = folder;
        this.programs = programs;
    }

    /** Makes the folder's database cluster. It stands whole or not at all. */
    void create(String superuserPassword) throws IOException {
        Path fresh = folder.unfinishedFolder();
        Path passwordFile = folder.unfinishedFile();
        try {
            Files.writeString(passwordFile, superuserPassword);
            boolean mac = System.getProperty("os.name").startsWith("Mac");
            ServerPrograms.Result made = programs.run(
                    "",
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=" + EmbeddedDatabase.SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--lc-ctype=" + (mac ? "UTF-8" : "C.UTF-8"),
                    "--locale=" + (mac ? "C" : "C.UTF-8"),
                    "--data-checksums");
            if (!made.succeeded()) {
                throw failure(lastLine(made.output()));
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.deleteIfExists(folder.database());
        Files.move(fresh, folder.database(), StandardCopyOption.ATOMIC_MOVE);
        folder.sync();
    }

    /** Gives the superuser a new password where the old one is lost; the server must not run. */
    void resetSuperuser(String password) throws IOException {
        endLeftovers();
        programs.run(
                "ALTER ROLE " + EmbeddedDatabase.SUPERUSER + " PASSWORD '" + password + "'\n",
                "postgres",
                "--single",
                "-D",
                folder.database().toString(),
                "postgres");
    }

    /**
     * Starts and waits until connections are accepted, after recovery if there is any.
     *
     * @param ports asked for a port before every attempt
     * @return the port it listens on
     * @throws StorageFailure with PostgreSQL's own last word if it does not start
     */
    int start(IntSupplier ports) throws IOException {
        Path database = folder.database();
        Files.writeString(database.resolve("pg_hba.conf"), ACCESS);
        Files.writeString(database.resolve("postgresql.conf"), SETTINGS);
        if (Files.exists(folder.log()) && Files.size(folder.log()) > MAXIMUM_LOG) {
            Path old = folder.log().resolveSibling("postgres.old.log");
            Files.move(folder.log(), old, StandardCopyOption.REPLACE_EXISTING);
        }
        // Ours and not the server's to make: in a user namespace root may no longer write where others are owners.
        if (!Files.exists(folder.log())) {
            Files.move(folder.unfinishedFile(), folder.log());
        }
        for (int attempt = 1; ; attempt++) {
            endLeftovers();
            int port = ports.getAsInt();
            long logBefore = Files.size(folder.log());
            ServerPrograms.Result started = programs.run(
                    "",
                    "pg_ctl",
                    "start",
                    "--pgdata=" + database,
                    "--log=" + folder.log(),
                    "--options=-p " + port + " " + DURABLE_AND_LOCAL,
                    "--wait",
                    "--timeout=" + START_SECONDS,
                    "--silent");
            if (started.succeeded()) {
                return port;
            }
            String said = logSince(logBefore);
            if (attempt == ATTEMPTS || !mayPass(said)) {
                stop();
                throw failure(fatalLine(said).orElse(lastLine(started.output())));
            }
            LOG.info(
                    "PostgreSQL did not start, trying again: {}",
                    fatalLine(said).orElse(""));
            pause();
        }
    }

    private static boolean mayPass(String said) {
        return PASSING.stream().anyMatch(said::contains);
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while PostgreSQL started");
        }
    }

    /** @return a port nobody listens on at this moment */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException("no free port on this machine", failure);
        }
    }

    /**
     * Stops what runs here: without waiting for its clients but in good order, and by force only if that takes too long.
     *
     * @throws StorageFailure if it does not end
     */
    void stop() throws IOException {
        Optional<ProcessHandle> running = running();
        if (running.isEmpty() || stop("fast", "60") || stop("immediate", "20")) {
            return;
        }
        end(running.get());
    }

    private void end(ProcessHandle process) {
        process.destroyForcibly();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stillThere) {
            throw new StorageFailure("storage.error.leftover", folder.path().toString(), Long.toString(process.pid()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stop(String mode, String seconds) throws IOException {
        return programs.run(
                        "",
                        "pg_ctl",
                        "stop",
                        "--pgdata=" + folder.database(),
                        "--mode=" + mode,
                        "--wait",
                        "--timeout=" + seconds,
                        "--silent")
                .succeeded();
    }

    /** A killed application leaves its server running: nobody else can own it, for the folder's lock is ours. */
    void endLeftovers() throws IOException {
        Optional<ProcessHandle> leftover = running();
        if (leftover.isPresent()) {
            LOG.warn(
                    "Stopping the database server of an application that was killed (process {})",
                    leftover.get().pid());
            stop();
        }
        // Killed in its first seconds it leaves initdb or pg_ctl at work, or a server without a process file yet.
        folder.processes().forEach(this::end);
        // The number may belong to another program by now, and PostgreSQL would take that for a server.
        if (Files.exists(pidFile()) && namedProcess().map(this::isSomethingElse).orElse(isPidFileBroken())) {
            Files.delete(pidFile());
        }
    }

    /** @return the server process of this folder, if there is one */
    Optional<ProcessHandle> running() throws IOException {
        return namedProcess().filter(this::isServerOfThisFolder);
    }

    private Path pidFile() {
        return folder.database().resolve("postmaster.pid");
    }

    /** The first line of the file is the server's process number. */
    private Optional<ProcessHandle> namedProcess() throws IOException {
        if (!Files.exists(pidFile()) || isPidFileBroken()) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }

    private boolean isPidFileBroken() throws IOException {
        List<String> lines = Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
        return lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,10}");
    }

    private boolean isServerOfThisFolder(ProcessHandle process) {
        if (!isPostgres(process)) {
            return false;
        }
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.isSameFile(workingDirectory, folder.database());
        } catch (IOException noSuchFileSystem) {
            String[] arguments = process.info().arguments().orElse(new String[0]);
            return Arrays.asList(arguments).contains(folder.database().toString());
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }

    /** Not the same as "not our server": of another person's process we may learn nothing, and then leave it to PostgreSQL. */
    private boolean isSomethingElse(ProcessHandle process) {
        return process.info().command().isPresent() && !isServerOfThisFolder(process);
    }

    private String logSince(long offset) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(folder.log().toFile(), "r")) {
            log.seek(Math.min(offset, log.length()));
            byte[] bytes = new byte[(int) Math.min(log.length() - log.getFilePointer(), 64 << 10)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Optional<String> fatalLine(String said) {
        return FATAL.matcher(said).results().map(MatchResult::group).reduce((earlier, later) -> later);
    }

    private static String lastLine(String output) {
        return output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((earlier, later) -> later)
                .orElse("-");
    }

    private StorageFailure failure(String lastWord) {
        return new StorageFailure(
                "storage.error.start",
                folder.path().toString(),
                lastWord,
                folder.log().toString());
    }
}
