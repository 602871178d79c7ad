package cn.baosong.filing.repository;

import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingFinding;
import cn.baosong.filing.FilingMethod;
import cn.baosong.filing.FilingStatus;
import cn.baosong.review.Screening;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rows of the table {@code filing} as records. */
@Component
class FilingRows {

    static final String COLUMNS = """
            id, scheme, month, enterprise_id, revision_id, process_instance, status, method, late,
            "values"::text AS "values", findings::text AS findings, screening, versions, return_reason,
            opened_at, submitted_at, decided_at
            """;

    private static final TypeReference<Map<String, Map<String, Object>>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<FilingFinding>> FINDINGS = new TypeReference<>() {};

    private final ObjectMapper json;

    FilingRows(ObjectMapper mapper) {
        this.json = mapper.copy().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("values of a report cannot be written as JSON", failure);
        }
    }

    Filing filing(ResultSet row, int number) throws SQLException {
        var screening = row.getString("screening");
        return new Filing(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("enterprise_id", UUID.class),
                row.getObject("revision_id", UUID.class),
                row.getString("process_instance"),
                FilingStatus.valueOf(row.getString("status")),
                FilingMethod.valueOf(row.getString("method")),
                row.getBoolean("late"),
                read(row.getString("values"), VALUES, Map.of()),
                read(row.getString("findings"), FINDINGS, List.of()),
                screening == null ? null : Screening.valueOf(screening),
                row.getInt("versions"),
                row.getString("return_reason"),
                instant(row.getTimestamp("opened_at")),
                instant(row.getTimestamp("submitted_at")),
                instant(row.getTimestamp("decided_at")));
    }

    private <T> T read(String text, TypeReference<T> type, T missing) {
        try {
            return text == null ? missing : json.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a stored report cannot be read", failure);
        }
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
