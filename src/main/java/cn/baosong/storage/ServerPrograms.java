package cn.baosong.storage;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that come as a dependency, unpacked beside the data (a temporary folder is cleaned under a
 * server that runs for weeks), and how to run them.
 *
 * <p>Only the archive and the finding of the right one are the library's. Its own server object is made for tests: its
 * shutdown hook would stop the server while the application still closes.
 */
final class ServerPrograms {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final Path home;
    private final List<String> prefix;

    private ServerPrograms(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** What a program printed and how it ended. */
    record Result(int exit, String output) {

        boolean succeeded() {
            return exit == 0;
        }
    }

    /**
     * @param folder where the programs get a folder of their own, unless they have it
     * @param prefix written before every command
     */
    static ServerPrograms unpack(DataFolder folder, List<String> prefix) throws IOException {
        byte[] archive = archive();
        Path home = folder.programs(hash(archive));
        if (!Files.exists(home)) {
            Path fresh = folder.unfinishedFolder();
            extract(archive, fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ServerPrograms(home, prefix);
    }

    Path home() {
        return home;
    }

    private static byte[] archive() throws IOException {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.contains("mac") ? "Darwin" : name.contains("windows") ? "Windows" : "Linux";
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            if (archive == null) {
                throw new StorageFailure("storage.error.platform", system, machine);
            }
            return archive.readAllBytes();
        } catch (IllegalStateException unknown) {
            throw new StorageFailure("storage.error.platform", system, machine);
        }
    }

    private static String hash(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the server's archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (isNeeded(entry.getName())) {
                    Files.createDirectories(file.getParent());
                    extract(tar, entry, file);
                }
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && !file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot be made executable: " + file);
        }
    }

    /** What serves for building extensions is a third of the archive. */
    private static boolean isNeeded(String name) {
        return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.contains("/pkgconfig/");
    }

    /** @return as in {@code 17} */
    String majorVersion() throws IOException {
        Result result = run("", "postgres", "--version");
        Matcher version = VERSION.matcher(result.output());
        if (!version.find()) {
            throw new IOException("postgres --version: " + result.output().strip());
        }
        return version.group(1);
    }

    /**
     * Runs a program to its end.
     *
     * @param input what it reads
     * @param command one of {@code initdb}, {@code pg_ctl}, {@code postgres}, and its arguments
     */
    Result run(String input, String... command) throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.add(home.resolve("bin").resolve(command[0]).toString());
        line.addAll(List.of(command).subList(1, command.length));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        // PGDATA, PGPORT and their kin of the person at the console are meant for another server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedEarly) {
            // It says why in its output and exit code.
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command[0] + " ran", interrupted);
        }
    }
}
