package cn.baosong.filing.repository;

import cn.baosong.filing.Explanation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of explanations (情况说明). */
@Repository
public class ExplanationRepository {

    private final JdbcClient jdbc;

    ExplanationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return by rule */
    public Map<String, Explanation> of(UUID filing) {
        var found = new HashMap<String, Explanation>();
        jdbc.sql("""
                        SELECT rule, explanation, accepted_at IS NOT NULL AS accepted
                        FROM filing_explanation WHERE filing_id = :filing
                        """).param("filing", filing).query(row -> {
            found.put(row.getString("rule"), new Explanation(row.getString("explanation"), row.getBoolean("accepted")));
        });
        return found;
    }

    /**
     * What the enterprise said to a rule before: the same month of an earlier year first (a season comes back), then the
     * newest.
     *
     * @return by rule, for rules the report has no explanation for yet
     */
    public Map<String, String> suggested(UUID filing) {
        var found = new HashMap<String, String>();
        jdbc.sql("""
                        SELECT DISTINCT ON (said.rule) said.rule, said.explanation
                        FROM filing now
                        JOIN filing earlier ON earlier.enterprise_id = now.enterprise_id AND earlier.scheme = now.scheme
                                           AND earlier.month < now.month
                        JOIN filing_explanation said ON said.filing_id = earlier.id
                        WHERE now.id = :filing
                          AND NOT EXISTS (SELECT 1 FROM filing_explanation own
                                          WHERE own.filing_id = now.id AND own.rule = said.rule)
                        ORDER BY said.rule, extract(month FROM earlier.month) = extract(month FROM now.month) DESC,
                                 earlier.month DESC
                        """).param("filing", filing).query(row -> {
            found.put(row.getString("rule"), row.getString("explanation"));
        });
        return found;
    }

    /** A changed explanation has to be accepted anew. */
    public void put(UUID filing, String rule, String explanation, Instant at) {
        jdbc.sql("""
                        INSERT INTO filing_explanation AS standing (filing_id, rule, explanation, given_at)
                        VALUES (:filing, :rule, :explanation, :at)
                        ON CONFLICT (filing_id, rule) DO UPDATE
                           SET explanation = excluded.explanation, given_at = excluded.given_at,
                               accepted_by = NULL, accepted_at = NULL
                         WHERE standing.explanation <> excluded.explanation
                        """)
                .param("filing", filing)
                .param("rule", rule)
                .param("explanation", explanation)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void remove(UUID filing, String rule) {
        jdbc.sql("DELETE FROM filing_explanation WHERE filing_id = :filing AND rule = :rule")
                .param("filing", filing)
                .param("rule", rule)
                .update();
    }

    /** @return whether there was an explanation to accept */
    public boolean accept(UUID filing, String rule, UUID reviewer, Instant at) {
        return jdbc.sql("""
                        UPDATE filing_explanation SET accepted_by = :reviewer, accepted_at = :at
                        WHERE filing_id = :filing AND rule = :rule AND accepted_at IS NULL
                        """)
                        .param("filing", filing)
                        .param("rule", rule)
                        .param("reviewer", reviewer)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
