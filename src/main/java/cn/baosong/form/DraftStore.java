package cn.baosong.form;

import cn.baosong.common.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts of forms. A save merges what changed into what stands, in one statement: two pages open on the same draft that
 * type in different fields both keep their work. Asks nobody whether this person may: the feature around does.
 */
@Repository
public class DraftStore {

    /** Bytes of JSON a draft may hold. */
    static final int LARGEST = 1_000_000;

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    DraftStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Merges the changed keys; a null removes its key, keys not named stay.
     *
     * @throws Problem {@code form.draft.tooLarge}; the draft stays as it was
     */
    @Transactional
    public Draft.Saved patch(UUID subject, String form, Map<String, Object> changed) {
        Map<String, Object> set = new LinkedHashMap<>();
        List<String> removed = new ArrayList<>();
        changed.forEach((path, value) -> {
            if (value == null) {
                removed.add(storable(path));
            } else {
                set.put(storable(path), storable(value));
            }
        });
        String merged = write(set);
        return jdbc.sql("""
                        INSERT INTO form_draft AS draft (subject, form, "values", version, saved_at)
                        VALUES (:subject, :form, CAST(:changed AS jsonb), 1, :now)
                        ON CONFLICT (subject, form) DO UPDATE
                           SET "values" = (draft."values" || excluded."values") - CAST(:removed AS text[]),
                               version  = draft.version + 1,
                               saved_at = greatest(draft.saved_at, excluded.saved_at)
                         WHERE octet_length(
                                 ((draft."values" || excluded."values") - CAST(:removed AS text[]))::text) <= :largest
                        RETURNING version, saved_at
                        """)
                .param("subject", subject)
                .param("form", form)
                .param("changed", merged)
                .param("removed", removed.toArray(String[]::new))
                .param("largest", LARGEST)
                .param("now", at(clock))
                .query((row, number) -> new Draft.Saved(row.getLong("version"), instant(row)))
                .optional()
                .orElseThrow(DraftStore::tooLarge);
    }

    /**
     * Merges the changed keys as {@link #patch(UUID, String, Map)} does, but overwrites nothing the page has not seen: a
     * key that another page changed since {@code basis} keeps its stored value and is told instead.
     *
     * @param basis the draft as the page last knew it; no values for one that was not there
     * @throws Problem {@code form.draft.tooLarge}; the draft stays as it was
     */
    @Transactional
    public Draft.Merged patch(UUID subject, String form, Map<String, Object> changed, Draft basis) {
        Draft stored = locked(subject, form);
        Map<String, Object> elsewhere = DraftMerge.changes(basis.values(), stored.values());
        Map<String, Object> mine = new LinkedHashMap<>();
        Map<String, Object> contested = new LinkedHashMap<>();
        changed.forEach((path, value) -> {
            if (elsewhere.containsKey(path) && !DraftMerge.same(value, elsewhere.get(path))) {
                contested.put(path, elsewhere.get(path));
            } else {
                mine.put(path, value);
            }
        });
        elsewhere.keySet().removeAll(changed.keySet());
        if (mine.isEmpty()) {
            return new Draft.Merged(stored, elsewhere, contested);
        }
        patch(subject, form, mine);
        return new Draft.Merged(load(subject, form).orElseThrow(), elsewhere, contested);
    }

    /** The draft as it stands, held against other pages; an empty one is begun where there is none. */
    private Draft locked(UUID subject, String form) {
        return held(subject, form).orElseGet(() -> {
            jdbc.sql("""
                            INSERT INTO form_draft (subject, form, "values", version, saved_at)
                            VALUES (:subject, :form, '{}', 0, :now)
                            ON CONFLICT (subject, form) DO NOTHING
                            """)
                    .param("subject", subject)
                    .param("form", form)
                    .param("now", at(clock))
                    .update();
            return held(subject, form).orElseThrow();
        });
    }

    private Optional<Draft> held(UUID subject, String form) {
        return jdbc.sql("""
                        SELECT "values", version, saved_at FROM form_draft
                         WHERE subject = :subject AND form = :form
                           FOR UPDATE
                        """)
                .param("subject", subject)
                .param("form", form)
                .query((row, number) -> draft(row))
                .optional();
    }

    private static OffsetDateTime at(Clock clock) {
        return clock.instant()
                .truncatedTo(ChronoUnit.MICROS)
                .atZone(clock.getZone())
                .toOffsetDateTime();
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(read(row.getString("values")), row.getLong("version"), instant(row));
    }

    @Transactional(readOnly = true)
    public Optional<Draft> load(UUID subject, String form) {
        return jdbc.sql(
                        "SELECT \"values\", version, saved_at FROM form_draft WHERE subject = :subject AND form = :form")
                .param("subject", subject)
                .param("form", form)
                .query((row, number) -> draft(row))
                .optional();
    }

    /** @return every draft of a subject, by form */
    @Transactional(readOnly = true)
    public Map<String, Draft> loadAll(UUID subject) {
        Map<String, Draft> all = new LinkedHashMap<>();
        jdbc.sql("SELECT form, \"values\", version, saved_at FROM form_draft WHERE subject = :subject")
                .param("subject", subject)
                .query(row -> {
                    all.put(row.getString("form"), draft(row));
                });
        return all;
    }

    /** Forgets the draft; nothing happens where there is none. */
    @Transactional
    public void delete(UUID subject, String form) {
        jdbc.sql("DELETE FROM form_draft WHERE subject = :subject AND form = :form")
                .param("subject", subject)
                .param("form", form)
                .update();
    }

    private String write(Map<String, Object> values) {
        try {
            String text = json.writeValueAsString(values);
            if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
                throw tooLarge();
            }
            return text;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "values of a form are texts, numbers, booleans, lists and maps", unwritable);
        }
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a draft cannot be read", damaged);
        }
    }

    /** The database keeps neither the null character nor half a pair of surrogates, nor numbers nobody can mean. */
    private static Object storable(Object value) {
        if (value instanceof String text) {
            return storable(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> storable(item)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> rows = new LinkedHashMap<>();
            map.forEach((key, inside) -> rows.put(storable(String.valueOf(key)), storable(inside)));
            return rows;
        }
        if (value instanceof Number number) {
            try {
                return NumberText.parse(number);
            } catch (NumberText.Unreadable noNumber) {
                return null;
            }
        }
        return value;
    }

    private static String storable(String text) {
        if (text.length() > LARGEST) {
            throw tooLarge();
        }
        String kept = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        for (int i = 0; i < kept.length(); i++) {
            if (Character.isSurrogate(kept.charAt(i))) {
                return wellFormed(kept);
            }
        }
        return kept;
    }

    private static String wellFormed(String text) {
        return text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("saved_at", OffsetDateTime.class).toInstant();
    }

    private static Problem tooLarge() {
        return new Problem("form.draft.tooLarge");
    }
}
