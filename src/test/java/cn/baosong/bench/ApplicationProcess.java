package cn.baosong.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The application as a newcomer runs it, in a process of its own: demo profile, a data folder, a free port, the JVM's
 * own settings for everything.
 */
final class ApplicationProcess implements AutoCloseable {

    private static final Path HOME = Path.of("target", "bench").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final double secondsToFirstPage;

    private ApplicationProcess(Process process, double secondsToFirstPage) {
        this.process = process;
        this.secondsToFirstPage = secondsToFirstPage;
    }

    static Path folder(String name) {
        return HOME.resolve(name);
    }

    /** Starts it and returns when {@code /login} has answered 200 for the first time. */
    static ApplicationProcess start(Path data) {
        try {
            Files.createDirectories(data);
            int port = freePort();
            Path log = data.resolve("application.log");
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    Path.of("target", "classes").toAbsolutePath()
                            + File.pathSeparator
                            + Files.readString(HOME.resolve("class-path")).strip(),
                    "cn.baosong.BaosongApplication",
                    "--spring.profiles.active=demo",
                    "--baosong.demo.reports=0",
                    "--server.port=" + port,
                    "--baosong.data-directory=" + data.resolve("data"));
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("SPRING_") || name.endsWith("JAVA_OPTIONS"));
            builder.directory(data.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
            long begun = System.nanoTime();
            Process process = builder.start();
            try {
                awaitPage(process, port, log);
            } catch (RuntimeException failure) {
                process.destroyForcibly();
                throw failure;
            }
            return new ApplicationProcess(process, (System.nanoTime() - begun) / 1e9);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void awaitPage(Process process, int port, Path log) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                .timeout(PATIENCE)
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended:\n" + Files.readString(log));
            }
            try {
                if (client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interruption);
            }
        }
        throw new IllegalStateException("no login page after " + PATIENCE + ":\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    ProcessHandle application() {
        return process.toHandle();
    }

    /** The processes of its database server, by the folder they work in. */
    static List<ProcessHandle> database(Path data) {
        Path folder = data.resolve("data").resolve("postgres");
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), folder);
                    } catch (IOException notOurs) {
                        return false;
                    }
                })
                .toList();
    }

    /** Asks it to end, and waits: its database stops with it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
