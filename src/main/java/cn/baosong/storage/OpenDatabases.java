package cn.baosong.storage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;

/**
 * The embedded databases this process runs, one a folder, each shared by the application contexts that use it and stopped
 * when the last of them has closed.
 */
final class OpenDatabases {

    /** One for the process and not one for a context: the lock on a folder belongs to the process. */
    private static final OpenDatabases OF_THIS_PROCESS = new OpenDatabases();

    private final Map<Path, EmbeddedDatabase> databases = new HashMap<>();
    private final Map<Path, Integer> users = new HashMap<>();
    private final Runnable closeAll = this::closeAll;

    static OpenDatabases ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /**
     * @param folder absolute; made if it does not exist
     * @throws StorageFailure if the database cannot run there
     */
    synchronized Use open(Path folder) {
        // For a context that fails before it has beans: Spring Boot runs this once every context has closed.
        SpringApplication.getShutdownHandlers().add(closeAll);
        EmbeddedDatabase database = databases.computeIfAbsent(folder, EmbeddedDatabase::open);
        users.merge(folder, 1, Integer::sum);
        return new Use(folder, database);
    }

    private synchronized void release(Path folder) {
        Integer left = users.computeIfPresent(folder, (key, count) -> count == 1 ? null : count - 1);
        if (left == null && databases.containsKey(folder)) {
            databases.remove(folder).close();
        }
    }

    private synchronized void closeAll() {
        databases.values().forEach(EmbeddedDatabase::close);
        databases.clear();
        users.clear();
    }

    /** What one context holds; releasing twice counts once. */
    final class Use {

        private final Path folder;
        private final EmbeddedDatabase database;
        private final AtomicBoolean released = new AtomicBoolean();

        private Use(Path folder, EmbeddedDatabase database) {
            this.folder = folder;
            this.database = database;
        }

        EmbeddedDatabase database() {
            return database;
        }

        void release() {
            if (released.compareAndSet(false, true)) {
                OpenDatabases.this.release(folder);
            }
        }
    }
}
