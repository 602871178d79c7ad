package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.xml.sax.SAXException;

/**
 * A workbook as it was sent, kept in a temporary file and looked through before anything reads it: by what it is, not by
 * what it is called. Closing it deletes the file.
 */
final class WorkbookFile implements AutoCloseable {

    private static final int MOST_PARTS = 2_000;
    /** Parts other than sheets and texts are read as a whole. */
    private static final long LARGEST_SMALL_PART = 5_000_000;

    /** Names the process, so that what a killed one left behind is told from what is being read. */
    static final String PREFIX = "workbook-" + ProcessHandle.current().pid() + "-";

    private static final int OLD_OFFICE = 0xD0CF11E0;
    private static final int ZIP = 0x504B0304;
    private static final int BUFFER = 16_384;

    private final Path path;

    private WorkbookFile(Path path) {
        this.path = path;
    }

    /** @throws Problem for what is no workbook, holds macros, or is beyond the limits; the message says what to do */
    static WorkbookFile receive(InputStream in, SheetLimits limits) throws IOException {
        var file = new WorkbookFile(Files.createTempFile(PREFIX, ".xlsx"));
        try {
            file.copy(in, limits.fileBytes());
            file.inspect(limits.unpackedBytes());
            return file;
        } catch (IOException | RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private void copy(InputStream in, long most) throws IOException {
        var buffer = new byte[BUFFER];
        long total = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > most) {
                    throw new Problem("excel.error.file-too-large", most / 1_000_000);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void inspect(long most) throws IOException {
        var magic = magic();
        if (magic == OLD_OFFICE) {
            throw new Problem("excel.error.old-format");
        }
        if (magic != ZIP) {
            throw new Problem("excel.error.not-a-workbook");
        }
        var names = new HashSet<String>();
        try (var zip = new ZipFile(path.toFile())) {
            var budget = new Budget(most);
            if (zip.size() > MOST_PARTS) {
                throw new Problem("excel.error.unpacked-too-large", most / 1_000_000);
            }
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!names.add(entry.getName())) {
                    throw new Problem("excel.error.damaged");
                }
                try (var part = zip.getInputStream(entry)) {
                    inspect(entry, part, budget);
                }
            }
        } catch (IOException | SAXException | IllegalArgumentException broken) {
            throw new Problem("excel.error.damaged");
        }
        requireWorkbook(names);
    }

    private static void inspect(ZipEntry entry, InputStream part, Budget budget) throws IOException, SAXException {
        var name = entry.getName();
        var counted = new Counted(part, budget, large(name) ? Long.MAX_VALUE : LARGEST_SMALL_PART);
        if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
            SafeXml.refuseDoctype(new BufferedInputStream(counted));
        }
        counted.drain();
    }

    private static boolean large(String name) {
        return name.startsWith("xl/worksheets/") || name.equalsIgnoreCase("xl/sharedStrings.xml");
    }

    private static void requireWorkbook(Set<String> names) {
        if (names.stream()
                .anyMatch(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith("vbaproject.bin"))) {
            throw new Problem("excel.error.macros");
        }
        if (!names.contains("[Content_Types].xml") || !names.contains("xl/workbook.xml")) {
            throw new Problem("excel.error.not-a-workbook");
        }
    }

    private int magic() throws IOException {
        try (var in = Files.newInputStream(path)) {
            var first = in.readNBytes(4);
            return first.length < 4 ? 0 : java.nio.ByteBuffer.wrap(first).getInt();
        }
    }

    /** Bytes all parts may still come to. */
    private static final class Budget {
        private final long most;
        private long left;

        Budget(long most) {
            this.most = most;
            this.left = most;
        }

        void take(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new Problem("excel.error.unpacked-too-large", most / 1_000_000);
            }
        }
    }

    /** A part that is counted as it is unpacked, whatever its directory entry claims. */
    private static final class Counted extends InputStream {
        private final InputStream in;
        private final Budget budget;
        private long left;

        Counted(InputStream in, Budget budget, long most) {
            this.in = in;
            this.budget = budget;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = in.read(into, offset, length);
            if (read > 0) {
                budget.take(read);
                left -= read;
                if (left < 0) {
                    throw new Problem("excel.error.unpacked-too-large", budget.most / 1_000_000);
                }
            }
            return read;
        }

        void drain() throws IOException {
            var buffer = new byte[BUFFER];
            while (read(buffer, 0, BUFFER) >= 0) {
                // counting is all there is to do
            }
        }
    }
}
