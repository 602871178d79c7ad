package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.filing.repository.ProductCodeTable;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue of products an enterprise looks codes up in (查询产品代码, MON-23). None is shipped: an operator loads the
 * list of the statistics in force, a CSV in UTF-8 with the columns {@code code}, {@code name} and, if wanted, {@code unit}.
 */
@Service
public class ProductCatalogue {

    /** Most entries of a list: it is read in memory before it replaces the old one, so this goes with the code. */
    public static final int MOST = 100_000;

    /** Most bytes of a file, likewise. */
    public static final int LARGEST = 10_000_000;

    private static final int MEGABYTE = 1_000_000;

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z.-]{1,20}");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST = 200;
    private static final int FOUND = 50;

    private final ProductCodeTable table;

    ProductCatalogue(ProductCodeTable table) {
        this.table = table;
    }

    /** @return entries whose code begins with, or whose name contains {@code text}; at most 50, none for an empty text */
    @PreAuthorize("hasAnyRole('ENTERPRISE', 'OPERATOR')")
    @Transactional(readOnly = true)
    public List<ProductCode> search(String text) {
        var sought = text == null ? "" : text.strip();
        return sought.isEmpty() || sought.length() > LONGEST ? List.of() : table.search(sought, FOUND);
    }

    @PreAuthorize("hasAnyRole('ENTERPRISE', 'OPERATOR')")
    @Transactional(readOnly = true)
    public int count() {
        return table.count();
    }

    /**
     * Replaces the whole catalogue.
     *
     * @return number of entries
     * @throws Problem {@code filing.error.catalogue.*} naming the line; the catalogue then stays as it was
     */
    @PreAuthorize("hasRole('OPERATOR')")
    @Transactional
    public int load(InputStream csv) {
        var entries = read(csv);
        if (entries.isEmpty()) {
            throw new Problem("filing.error.catalogue.empty");
        }
        table.replace(entries.values());
        return entries.size();
    }

    private static Map<String, ProductCode> read(InputStream csv) {
        var entries = new LinkedHashMap<String, ProductCode>();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .with(CsvParser.Feature.TRIM_SPACES)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .readValues(text(csv))) {
            while (lines.hasNext()) {
                var line = lines.next();
                if (line.values().stream().allMatch(cell -> bare(cell).isEmpty())) {
                    continue;
                }
                var entry = entry(line, entries.size() + 2);
                if (entries.put(entry.code(), entry) != null) {
                    throw new Problem("filing.error.catalogue.twice", entries.size() + 2, entry.code());
                }
                if (entries.size() > MOST) {
                    throw new Problem("filing.error.catalogue.too-many", MOST);
                }
            }
            return entries;
        } catch (IOException notCsv) {
            throw new Problem("filing.error.catalogue.unreadable");
        } catch (RuntimeException wrapped) {
            throw wrapped instanceof Problem problem ? problem : new Problem("filing.error.catalogue.unreadable");
        }
    }

    private static String text(InputStream csv) throws IOException {
        var bytes = csv.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Problem("filing.error.catalogue.too-large", LARGEST / MEGABYTE);
        }
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private static ProductCode entry(Map<String, String> line, int number) {
        var code = bare(line.get("code"));
        var name = bare(line.get("name"));
        var unit = bare(line.get("unit"));
        if (!CODE.matcher(code).matches()) {
            throw new Problem("filing.error.catalogue.code", number);
        }
        if (name.isEmpty() || name.length() > LONGEST || unit.length() > LONGEST) {
            throw new Problem("filing.error.catalogue.name", number);
        }
        return new ProductCode(code, name, unit.isEmpty() ? null : unit);
    }

    /** A list from a spreadsheet may begin with a byte order mark and hold invisible characters. */
    private static String bare(String text) {
        return text == null ? "" : text.replaceAll("\\p{C}", "").strip();
    }
}
