package cn.baosong.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The folder that keeps the database, locked against every other process as long as this object is open. */
final class DataFolder implements AutoCloseable {

    private static final String VERSION_FILE = "PG_VERSION";
    private static final String PROGRAMS = "server-";
    private static final String UNFINISHED = "unfinished-";

    /** PostgreSQL's programs hand paths to a shell in double quotes, where these have a meaning. */
    private static final Pattern SHELL = Pattern.compile("[\"$`\\n\\r]");

    private final Path folder;
    private final String owner;
    private final FileChannel lock;

    private DataFolder(Path folder, String owner, FileChannel lock) {
        this.folder = folder;
        this.owner = owner;
        this.lock = lock;
    }

    /** @throws StorageFailure if the folder cannot be written, or another process has it */
    static DataFolder lock(Path wanted) {
        if (SHELL.matcher(wanted.toAbsolutePath().toString()).find()) {
            throw new StorageFailure("storage.error.characters", wanted.toString());
        }
        try {
            Path folder = Files.createDirectories(wanted).toRealPath();
            Path probe = Files.createTempFile(folder, UNFINISHED, null);
            String owner = Files.getOwner(probe).getName();
            Files.delete(probe);
            return new DataFolder(folder, owner, lockFile(folder));
        } catch (IOException failure) {
            throw new StorageFailure("storage.error.not-writable", wanted.toString(), reason(failure));
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException thisProcess) {
            // The channel stays open on purpose: closing it would drop the lock this process holds already.
            throw inUse(folder, channel);
        }
        if (!locked) {
            try (channel) {
                throw inUse(folder, channel);
            }
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static StorageFailure inUse(Path folder, FileChannel channel) throws IOException {
        ByteBuffer holder = ByteBuffer.allocate(20);
        channel.read(holder, 0);
        String process = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII);
        return new StorageFailure("storage.error.in-use", folder.toString(), process);
    }

    /** The server's own folder. */
    Path database() {
        return folder.resolve("postgres");
    }

    /** @param hash of the archive the server's programs come from; another archive, another folder */
    Path programs(String hash) {
        return folder.resolve(PROGRAMS + hash);
    }

    /**
     * An empty folder of a new name, for our eyes only. What must stand whole or not at all is made here and then renamed;
     * after a kill in between it is swept away.
     */
    Path unfinishedFolder() throws IOException {
        return Files.createTempDirectory(folder, UNFINISHED);
    }

    Path unfinishedFile() throws IOException {
        return Files.createTempFile(folder, UNFINISHED, null);
    }

    /** Removes what was never finished, and the programs of other versions of this application. Nothing of it may run. */
    void sweep(Path programs) throws IOException {
        List<Path> content;
        try (Stream<Path> all = Files.list(folder)) {
            content = all.toList();
        }
        for (Path path : content) {
            String name = path.getFileName().toString();
            if (name.startsWith(UNFINISHED) || name.startsWith(PROGRAMS) && !path.equals(programs)) {
                FileSystemUtils.deleteRecursively(path);
            }
        }
    }

    /** @return the processes that run programs of this folder, whoever started them; the folder's lock makes them ours */
    List<ProcessHandle> processes() {
        String programs = folder.resolve(PROGRAMS).toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(programs))
                .toList();
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    Path passwords() {
        return folder.resolve("credentials.properties");
    }

    /** @return whether a database stands here already */
    boolean holdsDatabase() {
        return Files.exists(database().resolve(VERSION_FILE));
    }

    /** @throws StorageFailure if the folder holds something else than our database, or another person's */
    void requireOwn() {
        try {
            if (Files.exists(folder.resolve(VERSION_FILE)) || !holdsDatabase() && !isEmpty(database())) {
                throw new StorageFailure("storage.error.foreign", folder.toString());
            }
            if (holdsDatabase() && !owner.equals(Files.getOwner(database()).getName())) {
                String other = Files.getOwner(database()).getName();
                throw new StorageFailure("storage.error.owner", folder.toString(), other, owner);
            }
        } catch (IOException failure) {
            throw new StorageFailure("storage.error.not-writable", folder.toString(), reason(failure));
        }
    }

    /**
     * @param major the version this application brings, as in {@code 17}
     * @throws StorageFailure if a database stands here that another major version made
     */
    void requireVersion(String major) {
        if (!holdsDatabase()) {
            return;
        }
        try {
            String made = Files.readString(database().resolve(VERSION_FILE)).strip();
            if (!made.equals(major)) {
                throw new StorageFailure("storage.error.version", folder.toString(), made, major);
            }
        } catch (IOException failure) {
            throw new StorageFailure("storage.error.not-writable", folder.toString(), reason(failure));
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    /** Makes a rename in this folder survive a power cut, where the system can. */
    void sync() throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** A file system's exceptions name the file and rarely the reason; their class does. */
    static String reason(IOException failure) {
        return failure instanceof FileSystemException
                ? failure.getClass().getSimpleName() + ": " + failure.getMessage()
                : failure.getMessage();
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new StorageFailure("storage.error.not-writable", folder.toString(), reason(failure));
        }
    }
}
