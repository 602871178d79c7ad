package cn.baosong.reference;

import cn.baosong.common.CodeLists.Entry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the file of a code list: UTF-8, lines starting with {@code #} name the standard, then one line of column names
 * and one line for each entry, every entry after the one above it. Columns {@code code, name, level, initials} are
 * required; {@code name_en, parent, valid_from, valid_to} are known; any other column is an attribute of the entries
 * that have a value there, {@code scale_row} becoming {@code scaleRow}. A file that breaks a rule is refused as a whole.
 */
final class ReferenceFile {

    private static final Set<String> REQUIRED = Set.of("code", "name", "level", "initials");
    private static final Set<String> KNOWN =
            Set.of("code", "name", "name_en", "level", "parent", "initials", "valid_from", "valid_to");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,20}");
    private static final Pattern INITIALS = Pattern.compile("[a-z0-9]+");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{C}]");
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private final String list;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    private ReferenceFile(String list) {
        this.list = list;
    }

    /** @throws IllegalStateException naming the list, the entry and what is wrong with it */
    static List<ReferenceEntry> read(ReferenceSource source) {
        var file = new ReferenceFile(source.list());
        file.collect(source.content());
        return file.entries();
    }

    private void collect(byte[] content) {
        var schema = CsvSchema.emptySchema().withHeader();
        var reader = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvParser.Feature.ALLOW_COMMENTS)
                .with(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                .with(schema);
        try (MappingIterator<Map<String, String>> lines = reader.readValues(text(content))) {
            while (lines.hasNext()) {
                var row = lines.next();
                if (!row.keySet().containsAll(REQUIRED)) {
                    throw refusal("the columns " + REQUIRED + " are required, found " + row.keySet());
                }
                if (rows.put(row.get("code"), row) != null) {
                    throw refusal(row.get("code"), "stands twice");
                }
            }
        } catch (RuntimeException | IOException failure) {
            if (failure instanceof IllegalStateException refusal) {
                throw refusal;
            }
            throw refusal(reason(failure));
        }
        if (rows.isEmpty()) {
            throw refusal("it has no entry");
        }
    }

    private String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException failure) {
            throw refusal("it is not UTF-8");
        }
    }

    private List<ReferenceEntry> entries() {
        Set<String> parents = new HashSet<>();
        rows.values().forEach(row -> parents.add(value(row, "parent")));
        Map<String, ReferenceEntry> entries = new LinkedHashMap<>();
        rows.forEach((code, row) -> {
            var entry = entry(row, !parents.contains(code), entries.size());
            hold(entry, entries.get(entry.entry().parent()));
            entries.put(code, entry);
        });
        return new ArrayList<>(entries.values());
    }

    private ReferenceEntry entry(Map<String, String> row, boolean leaf, int sort) {
        var code = row.get("code");
        var entry = new Entry(
                list,
                code,
                row.get("name"),
                value(row, "name_en"),
                value(row, "parent"),
                level(code, row.get("level")),
                leaf,
                attributes(row));
        return new ReferenceEntry(
                entry,
                row.get("initials"),
                date(code, value(row, "valid_from")),
                date(code, value(row, "valid_to")),
                sort);
    }

    private void hold(ReferenceEntry row, ReferenceEntry above) {
        var entry = row.entry();
        if (!CODE.matcher(entry.code()).matches()) {
            throw refusal(entry.code(), "a code is 1 to 20 digits and capital letters");
        }
        if (entry.name().isEmpty() || BLANK.matcher(entry.name()).find()) {
            throw refusal(entry.code(), "a name is not empty and holds no blank");
        }
        if (!INITIALS.matcher(row.initials()).matches()) {
            throw refusal(entry.code(), "initials are letters a to z and digits");
        }
        if (entry.parent() != null && above == null) {
            throw refusal(entry.code(), "the entry above it, " + entry.parent() + ", does not stand before it");
        }
        if (entry.level() != (above == null ? 1 : above.entry().level() + 1)) {
            throw refusal(entry.code(), "level " + entry.level() + " does not follow from the entry above it");
        }
        if (row.validFrom() != null && row.validTo() != null && row.validTo().isBefore(row.validFrom())) {
            throw refusal(entry.code(), "it ends before it begins");
        }
    }

    private int level(String code, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException failure) {
            throw refusal(code, "level '" + text + "' is no number");
        }
    }

    private LocalDate date(String code, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException failure) {
            throw refusal(code, "'" + text + "' is no date");
        }
    }

    private static Map<String, String> attributes(Map<String, String> row) {
        Map<String, String> attributes = new TreeMap<>();
        row.forEach((column, value) -> {
            if (!KNOWN.contains(column) && !value.isEmpty()) {
                var name = UNDERSCORE.matcher(column).replaceAll(match -> match.group(1)
                        .toUpperCase(Locale.ROOT));
                attributes.put(name, value);
            }
        });
        return Map.copyOf(attributes);
    }

    private static String value(Map<String, String> row, String column) {
        var value = row.get(column);
        return value == null || value.isEmpty() ? null : value;
    }

    private static String reason(Exception failure) {
        var cause = failure.getCause() instanceof JsonProcessingException inner ? inner : failure;
        return cause instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(cause);
    }

    private IllegalStateException refusal(String code, String what) {
        return new IllegalStateException("reference/" + list + ".csv, entry '" + code + "': " + what);
    }

    private IllegalStateException refusal(String what) {
        return new IllegalStateException("reference/" + list + ".csv: " + what);
    }
}
