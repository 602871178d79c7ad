package cn.baosong.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places where no database can run: each is answered in words, and left as it was. */
class EmbeddedDatabaseRefusalTest {

    @Test
    void refusesADatabaseOfAnotherMajorVersion(@TempDir Path old) throws Exception {
        UnpackedPrograms.into(old);
        Files.createDirectories(old.resolve("postgres"));
        Files.writeString(old.resolve("postgres/PG_VERSION"), "16\n");

        assertRefusal(() -> EmbeddedDatabase.open(old), "PostgreSQL 16", "PostgreSQL 17", old.toString());
        assertRefusal(() -> EmbeddedDatabase.open(old), "PostgreSQL 16");
        try (Stream<Path> content = Files.list(old.resolve("postgres"))) {
            assertThat(content).hasSize(1);
        }
    }

    @Test
    void refusesAFolderWithAnotherPrograms(@TempDir Path foreign) throws Exception {
        Files.writeString(foreign.resolve("PG_VERSION"), "17\n");
        assertRefusal(() -> EmbeddedDatabase.open(foreign), foreign.toString(), "baosong.data-directory");

        Files.delete(foreign.resolve("PG_VERSION"));
        Files.createDirectories(foreign.resolve("postgres"));
        Files.writeString(foreign.resolve("postgres/letter.txt"), "mine");
        assertRefusal(() -> EmbeddedDatabase.open(foreign), foreign.toString());
        assertThat(foreign.resolve("postgres/letter.txt")).hasContent("mine");
    }

    @Test
    void refusesAPathThatPostgresCannotHandle(@TempDir Path parent) {
        for (String name : List.of("$HOME", "a\"b", "a`id`")) {
            assertRefusal(() -> EmbeddedDatabase.open(parent.resolve(name)), name);
            assertThat(parent).isEmptyDirectory();
        }
    }

    @Test
    void refusesAFolderItCannotWrite(@TempDir Path parent) throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "no folder");

        assertRefusal(() -> EmbeddedDatabase.open(file), file.toString());
        assertRefusal(
                () -> EmbeddedDatabase.open(file.resolve("data")),
                file.resolve("data").toString());
        assertRefusal(() -> EmbeddedDatabase.open(Path.of("/proc/baosong")), "/proc/baosong");
    }

    @Test
    void explainsWhatRootNeeds() {
        assertThat(OrdinaryUser.prefix("root", List.of("env"))).containsExactly("env");
        assertThat(OrdinaryUser.prefix("somebody", List.of("false"))).isEmpty();
        assertRefusal(() -> OrdinaryUser.prefix("root", List.of("false")), "root", "spring.datasource.url");
        assertRefusal(() -> OrdinaryUser.prefix("root", List.of("no-such-program")), "root");
    }

    interface Attempt {
        void run() throws Exception;
    }

    /** One sentence a language: Chinese, then English, each with the facts. */
    static void assertRefusal(Attempt attempt, String... facts) {
        List<StorageFailure> refusals = new ArrayList<>();
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(StorageFailure.class, refusals::add);
        var analysis = new StorageFailureAnalyzer().analyze(refusals.get(0));
        List<String> sentences = analysis.getDescription().lines().toList();
        assertThat(sentences).hasSize(2);
        assertThat(sentences.get(0)).contains(facts).endsWith("。").containsPattern("\\p{IsHan}");
        assertThat(sentences.get(1)).contains(facts).endsWith(".").doesNotContainPattern("\\p{IsHan}");
        assertThat(analysis.getDescription()).doesNotContain("{", "}", "null");
    }
}
