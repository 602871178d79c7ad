package cn.baosong.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked once below {@code target} for the data folders of several tests: unpacking takes longer
 * than all that a database does there afterwards. That a folder without them gets them is a test of its own.
 */
final class UnpackedPrograms {

    private static final Path HOME = Path.of("target", "postgres-programs").toAbsolutePath();

    private UnpackedPrograms() {}

    /** @param data made if it does not exist; gets the programs where the application itself would unpack them */
    static void into(Path data) throws IOException {
        var programs = unpacked();
        FileSystemUtils.copyRecursively(programs, Files.createDirectories(data).resolve(programs.getFileName()));
    }

    /** The tests run in several processes: whoever comes second waits for the first. */
    private static Path unpacked() throws IOException {
        Files.createDirectories(HOME);
        try (var turns = FileChannel.open(
                        HOME.resolveSibling("postgres-programs.turn"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var mine = turns.lock();
                var folder = DataFolder.lock(HOME)) {
            assert mine.isValid();
            return ServerPrograms.unpack(folder, OrdinaryUser.prefix()).home();
        }
    }
}
