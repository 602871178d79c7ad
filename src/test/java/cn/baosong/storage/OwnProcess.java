package cn.baosong.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** Applications in processes of their own, to be killed and started again, on the database of one data folder. */
final class OwnProcess implements AutoCloseable {

    /** They are started and soon ended: compiling well and collecting in parallel cost more than they gain. */
    private static final List<String> SHORT_LIVED =
            List.of("-Xms512m", "-Xmx1g", "-XX:MetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path home;
    private final List<Process> started = new ArrayList<>();

    /** @param name of a folder below {@code target}, emptied */
    OwnProcess(String name) throws IOException {
        home = Path.of("target", name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
    }

    /** The data folder of all of them. */
    Path data() {
        return home.resolve("data");
    }

    /** Starts the application as a newcomer does: without the tests' own classes. */
    Process start(String name) throws IOException {
        return start(name, withoutTests(classPath()), "cn.baosong.BaosongApplication");
    }

    /** Starts a main class of the tests. */
    Process startWithTests(String name, String main, String... arguments) throws IOException {
        return start(name, classPath(), main, arguments);
    }

    private Process start(String name, String classPath, String main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(List.of("-cp", classPath, main, "--server.port=0", "--logging.charset.console=UTF-8"));
        command.add("--baosong.data-directory=" + data());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SPRING_"));
        var process = builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String withoutTests(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** @return what the process of this name has written so far */
    String output(String name) throws IOException {
        return Files.readString(home.resolve(name + ".log"));
    }

    /** Fails with its output if it has ended. */
    void assertAlive(Process process, String name) throws IOException {
        if (!process.isAlive()) {
            assertThat(process.isAlive()).as(output(name)).isTrue();
        }
    }

    Passwords passwords() throws IOException {
        return Passwords.read(data().resolve("credentials.properties")).orElseThrow();
    }

    /** The server writes its port on the fourth line of its process file. */
    Connection connect(String role, String password) throws IOException, SQLException {
        var port = Files.readAllLines(data().resolve("postgres/postmaster.pid")).get(3);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/baosong", role, password);
    }

    /** @return the main processes of servers on the data folder */
    List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(data().resolve("postgres").toString()))
                .toList();
    }

    /** Ends whatever of them still runs, and their servers. */
    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
        servers().forEach(ProcessHandle::destroyForcibly);
    }
}
