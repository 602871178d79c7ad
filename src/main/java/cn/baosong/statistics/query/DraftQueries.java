package cn.baosong.statistics.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What many reports hold while they are being filled in. Whoever asks has made sure that they may be read. */
@Repository
public class DraftQueries {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    DraftQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return by report, then by form, the values as typed, flat by path */
    public Map<UUID, Map<String, Map<String, Object>>> of(Set<UUID> filings) {
        var all = new HashMap<UUID, Map<String, Map<String, Object>>>();
        if (!filings.isEmpty()) {
            jdbc.sql("SELECT subject, form, \"values\" FROM form_draft WHERE subject IN (:filings)")
                    .param("filings", filings)
                    .query(row -> {
                        all.computeIfAbsent(row.getObject("subject", UUID.class), id -> new HashMap<>())
                                .put(row.getString("form"), read(row.getString("values")));
                    });
        }
        return all;
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a draft cannot be read", damaged);
        }
    }
}
