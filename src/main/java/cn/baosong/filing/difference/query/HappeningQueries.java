package cn.baosong.filing.difference.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what happened to a report beside what reviewers did. */
@Repository
public class HappeningQueries {

    /** Where a line comes from: a step of the model, a sealed version, or a change of key fields nobody acted on. */
    public enum Source {
        STEP,
        SEAL,
        CHANGE
    }

    /**
     * @param what the status taken, or the state of the change; null for a version
     * @param number of the version, 0 for the others
     * @param text hash of the version, reason of a returned change; null for none
     */
    public record Line(Source source, String what, Instant at, int number, String text) {}

    private final JdbcClient jdbc;

    HappeningQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return oldest first */
    public List<Line> of(UUID filing) {
        return jdbc.sql("""
                        SELECT 'STEP' AS source, status AS what, taken_at AS at, 0 AS number, NULL AS text, id AS place
                        FROM filing_step WHERE filing_id = :filing
                        UNION ALL
                        SELECT 'SEAL', NULL, sealed_at, number, hash, number
                        FROM sealed_version WHERE subject_id = :filing
                        UNION ALL
                        SELECT 'CHANGE', status, decided_at, 0, reason, 0
                        FROM key_field_change
                        WHERE filing_id = :filing AND status <> 'WAITING' AND decided_by IS NULL
                        ORDER BY at, place
                        """)
                .param("filing", filing)
                .query((row, number) -> new Line(
                        Source.valueOf(row.getString("source")),
                        row.getString("what"),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("number"),
                        row.getString("text")))
                .list();
    }
}
