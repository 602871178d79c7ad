package cn.baosong.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** From the start of the process to the first page: with an empty folder, and with the database made before. */
@Measurement
@Tag("house")
class FirstPage {

    private static final int EMPTY_STARTS = 3;
    private static final int STARTS = 7;

    @Test
    void measure(Benchmark benchmark) throws IOException {
        Path data = ApplicationProcess.folder("first-page");
        Rounds empty = Rounds.of(EMPTY_STARTS, () -> startEmpty(data));
        Rounds again = Rounds.of(STARTS, () -> start(data));
        FileSystemUtils.deleteRecursively(data);
        benchmark.report("start.empty", empty, "s", "makes the database, migrates, loads the code lists, deploys");
        benchmark.report("start.first-page", again, "s", "database made before, JVM defaults, class path");
    }

    private static double startEmpty(Path data) {
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return start(data);
    }

    private static double start(Path data) {
        try (ApplicationProcess application = ApplicationProcess.start(data)) {
            return application.secondsToFirstPage();
        }
    }
}
