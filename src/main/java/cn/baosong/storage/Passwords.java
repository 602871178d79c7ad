package cn.baosong.storage;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The random passwords of the embedded database, 48 hexadecimal digits each.
 *
 * @param superuser of {@code postgres}, which starts and prepares the server
 * @param owner of the role that migrates
 * @param application of the role the application runs as
 */
record Passwords(String superuser, String owner, String application) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    static Passwords random() {
        SecureRandom random = new SecureRandom();
        return new Passwords(random(random), random(random), random(random));
    }

    private static String random(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @return what the file says; nothing if it is missing or not whole */
    static Optional<Passwords> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (keepsPermissions(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        Properties values = new Properties();
        // One byte a character, so that no damage to the file can be a malformed text.
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            values.load(reader);
        } catch (IllegalArgumentException malformedEscape) {
            return Optional.empty();
        }
        String superuser = values.getProperty(EmbeddedDatabase.SUPERUSER, "");
        String owner = values.getProperty(EmbeddedDatabase.OWNER, "");
        String application = values.getProperty(EmbeddedDatabase.APPLICATION, "");
        boolean whole = isPassword(superuser) && isPassword(owner) && isPassword(application);
        return whole ? Optional.of(new Passwords(superuser, owner, application)) : Optional.empty();
    }

    /** The shape is held because these values stand in SQL. */
    private static boolean isPassword(String value) {
        return value.matches("[0-9a-f]{48}");
    }

    /** Writes the whole file or leaves the old one; nobody but the owner can read it at any moment. */
    void write(Path file) throws IOException {
        String text = """
                # Passwords of the database in this folder, made at its first start. Keep this file with the folder.
                %s=%s
                %s=%s
                %s=%s
                """.formatted(
                        EmbeddedDatabase.SUPERUSER, superuser,
                        EmbeddedDatabase.OWNER, owner,
                        EmbeddedDatabase.APPLICATION, application);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        FileAttribute<?>[] attributes = keepsPermissions(file.getParent())
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean keepsPermissions(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    /** Keeps passwords out of logs. */
    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
