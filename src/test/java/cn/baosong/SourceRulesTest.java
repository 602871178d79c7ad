package cn.baosong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can only be seen in the files as they are written. */
class SourceRulesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path MAIN = ROOT.resolve("src/main/java");
    private static final int LONGEST_FILE = 400;

    /** Addresses from which builds fetch things, and folders of one machine: neither belongs into a repository. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)registr[y]\\.npm|rep[o]1?\\.mave[n]|mave[n]\\.aliyun|artifactor[y]|nexu[s][.:/]|npmm[i]rror"
                    + "|/home/[a-z]+/|/tmp/|/wor[k]/|C:\\\\Users");

    private static final Pattern STATUS_WRITTEN =
            Pattern.compile("UPDATE registration\\b(?:(?!\"\"\"|\"\\)).)*?\\bstatus\\s*=(?!=)", Pattern.DOTALL);

    @Test
    void everyPackageSaysInOneParagraphWhatItIs() throws IOException {
        try (var folders = Files.walk(MAIN.resolve("cn/baosong"))) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                if (javaFilesIn(folder).isEmpty() || folder.endsWith("cn/baosong")) {
                    continue;
                }
                var info = folder.resolve("package-info.java");
                assertThat(info).exists();
                assertThat(read(info))
                        .as(ROOT.relativize(info).toString())
                        .containsPattern("/\\*\\*\\s*\\**\\s*\\S.{30,}")
                        .doesNotContain("<p>");
            }
        }
    }

    @Test
    void noFileIsTooLong() throws IOException {
        for (var file : files(MAIN, ".java")) {
            assertThat(read(file).lines().count())
                    .as(ROOT.relativize(file).toString())
                    .isLessThanOrEqualTo(LONGEST_FILE);
        }
    }

    /** A brace that is missing takes every rule after it along, and no browser says a word. */
    @Test
    void styleSheetsCloseWhatTheyOpen() throws IOException {
        for (var file : files(ROOT.resolve("src/main/resources/META-INF/resources/css"), ".css")) {
            var depth = 0;
            for (var line : read(file).lines().toList()) {
                if (line.startsWith("@media")) {
                    assertThat(depth).as(ROOT.relativize(file) + ": " + line).isZero();
                }
                depth += (int) (line.chars().filter(letter -> letter == '{').count()
                        - line.chars().filter(letter -> letter == '}').count());
            }
            assertThat(depth).as(ROOT.relativize(file).toString()).isZero();
        }
    }

    @Test
    void theRepositoryNamesNoMachineAndNoRegistry() throws IOException {
        for (var file : tracked()) {
            assertThat(FOREIGN.matcher(read(file)).results().map(found -> found.group()))
                    .as(ROOT.relativize(file).toString())
                    .isEmpty();
        }
    }

    @Test
    void oneStatementAloneWritesTheStatusOfARegistration() throws IOException {
        var writers = files(MAIN, ".java").stream()
                .filter(file -> STATUS_WRITTEN.matcher(readQuietly(file)).find())
                .toList();
        assertThat(writers)
                .singleElement()
                .satisfies(file -> assertThat(file).hasFileName("RegistrationRepository.java"))
                .satisfies(file -> assertThat(
                                STATUS_WRITTEN.matcher(readQuietly(file)).results())
                        .hasSize(1));
    }

    @Test
    void nothingIsPrintedAndNothingIsLeftToDo() throws IOException {
        for (var file : files(MAIN, ".java")) {
            assertThat(read(file))
                    .as(ROOT.relativize(file).toString())
                    .doesNotContain("System.out", "System.err", ".printStackTrace()", "TODO", "FIXME", "XXX");
        }
    }

    @Test
    void noTestIsSwitchedOffAndNoneSleeps() throws IOException {
        for (var file : files(ROOT.resolve("src/test/java"), ".java")) {
            if (file.endsWith("SourceRulesTest.java")) {
                continue;
            }
            assertThat(read(file))
                    .as(ROOT.relativize(file).toString())
                    .doesNotContain("@Disabled", "Thread.sleep", "@MockBean", "@MockitoBean");
        }
    }

    private static List<Path> tracked() throws IOException {
        var left = Set.of("target", "data", ".git", "node_modules", ".idea", ".camunda-cache");
        try (var top = Files.list(ROOT)) {
            return top.filter(path -> !left.contains(path.getFileName().toString()))
                    .flatMap(SourceRulesTest::under)
                    .filter(file -> !file.endsWith("SourceRulesTest.java"))
                    .filter(file -> file.toString()
                            .matches(".*(\\.(java|xml|yml|yaml|sql|md|properties|bpmn|dmn|form|json|css|csv|mjs|sh)"
                                    + "|/run|/\\.gitignore|/jvm\\.config)"))
                    .filter(file -> !file.toString().contains("/generated/")
                            && !file.toString().contains("/node_modules/"))
                    .toList();
        }
    }

    private static Stream<Path> under(Path path) {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static List<Path> javaFilesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static String readQuietly(Path file) {
        try {
            return read(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
