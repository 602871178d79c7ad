package cn.baosong.reference;

import cn.baosong.common.CodeLists.Entry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the code lists. */
@Repository
class ReferenceTable {

    private static final int BATCH = 500;

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final ObjectMapper json;

    ReferenceTable(JdbcClient client, JdbcTemplate template, ObjectMapper json) {
        this.client = client;
        this.template = template;
        this.json = json;
    }

    /** Lets one node load at a time; held until the transaction ends. */
    void lock() {
        client.sql("SELECT pg_advisory_xact_lock(hashtextextended('baosong.reference', 0))")
                .query((row, number) -> 1)
                .single();
    }

    /** @return SHA-256 of the file each list was loaded from */
    Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        client.sql("SELECT list, sha256 FROM reference_source").query((ResultSet row) -> {
            sources.put(row.getString("list"), row.getString("sha256"));
        });
        return sources;
    }

    void rememberSource(ReferenceSource source, int entries, OffsetDateTime now) {
        client.sql("""
                        INSERT INTO reference_source (list, sha256, entry_count, loaded_at)
                        VALUES (:list, :sha256, :entries, :now)
                        ON CONFLICT (list) DO UPDATE
                           SET sha256 = excluded.sha256, entry_count = excluded.entry_count, loaded_at = excluded.loaded_at
                        """)
                .param("list", source.list())
                .param("sha256", source.sha256())
                .param("entries", entries)
                .param("now", now)
                .update();
    }

    void write(List<ReferenceEntry> entries) {
        template.batchUpdate("""
                INSERT INTO reference_entry
                       (list, code, name, name_en, parent, level, leaf, initials, attributes, valid_from, valid_to, sort)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                ON CONFLICT (list, code) DO UPDATE
                   SET name = excluded.name, name_en = excluded.name_en, parent = excluded.parent,
                       level = excluded.level, leaf = excluded.leaf, initials = excluded.initials,
                       attributes = excluded.attributes, valid_from = excluded.valid_from,
                       valid_to = excluded.valid_to, sort = excluded.sort
                """, entries, BATCH, (statement, row) -> {
            var entry = row.entry();
            statement.setString(1, entry.list());
            statement.setString(2, entry.code());
            statement.setString(3, entry.name());
            statement.setString(4, entry.nameEn());
            statement.setString(5, entry.parent());
            statement.setInt(6, entry.level());
            statement.setBoolean(7, entry.leaf());
            statement.setString(8, row.initials());
            statement.setString(9, toJson(entry.attributes()));
            statement.setObject(10, row.validFrom());
            statement.setObject(11, row.validTo());
            statement.setInt(12, row.sort());
        });
    }

    /** Ends, as of {@code lastDay}, what is in the table and no longer in the list. */
    void endAllBut(String list, List<ReferenceEntry> entries, LocalDate lastDay) {
        client.sql("""
                        UPDATE reference_entry
                           SET valid_to = greatest(valid_from, :lastDay)
                         WHERE list = :list
                           AND (valid_to IS NULL OR valid_to > :lastDay)
                           AND NOT code = ANY (:codes)
                        """)
                .param("list", list)
                .param("lastDay", lastDay)
                .param("codes", entries.stream().map(row -> row.entry().code()).toArray(String[]::new))
                .update();
    }

    /** @return every entry of every list, in order */
    List<ReferenceEntry> all() {
        return client.sql("""
                        SELECT list, code, name, name_en, parent, level, leaf, initials, attributes, valid_from, valid_to, sort
                          FROM reference_entry
                         ORDER BY list, sort, code
                        """).query((row, number) -> entry(row)).list();
    }

    private ReferenceEntry entry(ResultSet row) throws SQLException {
        return new ReferenceEntry(
                new Entry(
                        row.getString("list"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("parent"),
                        row.getInt("level"),
                        row.getBoolean("leaf"),
                        fromJson(row.getString("attributes"))),
                row.getString("initials"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getInt("sort"));
    }

    private String toJson(Map<String, String> attributes) {
        try {
            return json.writeValueAsString(attributes);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Map<String, String> fromJson(String attributes) {
        try {
            return Map.copyOf(json.readValue(attributes, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
