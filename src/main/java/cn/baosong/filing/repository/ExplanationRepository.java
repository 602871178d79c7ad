package cn.baosong.filing.repository;

import cn.baosong.filing.Explanation;
import cn.baosong.filing.ExplanationVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
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
                        SELECT rule, explanation, good, remark, judged_desk, judged_at
                        FROM filing_explanation WHERE filing_id = :filing
                        """).param("filing", filing).query(row -> {
            found.put(row.getString("rule"), new Explanation(row.getString("explanation"), verdict(row)));
        });
        return found;
    }

    /** @return how many explanations to what the last submission was warned of are not accepted; reports without are missing */
    public Map<UUID, Integer> refused(Collection<UUID> filings) {
        var found = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        SELECT filing.id, count(*) AS refused
                        FROM filing_explanation said JOIN filing ON filing.id = said.filing_id
                        WHERE said.filing_id = ANY (CAST(:filings AS uuid[])) AND NOT said.good
                          AND filing.findings @> jsonb_build_array(jsonb_build_object('rule', said.rule))
                        GROUP BY filing.id
                        """)
                .param("filings", filings.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), row.getInt("refused"));
                });
        return found;
    }

    private static ExplanationVerdict verdict(ResultSet row) throws SQLException {
        var at = row.getTimestamp("judged_at");
        return at == null
                ? null
                : new ExplanationVerdict(
                        row.getBoolean("good"), row.getString("remark"), row.getString("judged_desk"), at.toInstant());
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

    /** A changed explanation has to be judged anew. */
    public void put(UUID filing, String rule, String explanation, Instant at) {
        jdbc.sql("""
                        INSERT INTO filing_explanation AS standing (filing_id, rule, explanation, given_at)
                        VALUES (:filing, :rule, :explanation, :at)
                        ON CONFLICT (filing_id, rule) DO UPDATE
                           SET explanation = excluded.explanation, given_at = excluded.given_at,
                               good = NULL, remark = NULL, judged_by = NULL, judged_desk = NULL, judged_at = NULL
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

    /**
     * What was judged alike before stands, with who was first.
     *
     * @param text the explanation that was judged; nothing happens where another one stands
     */
    public void judge(UUID filing, String rule, String text, ExplanationVerdict verdict, UUID reviewer) {
        jdbc.sql("""
                        UPDATE filing_explanation
                        SET good = :good, remark = :remark, judged_by = :reviewer, judged_desk = :desk, judged_at = :at
                        WHERE filing_id = :filing AND rule = :rule AND explanation = :text
                          AND (good IS DISTINCT FROM :good OR remark IS DISTINCT FROM :remark)
                        """)
                .param("filing", filing)
                .param("rule", rule)
                .param("text", text)
                .param("good", verdict.good())
                .param("remark", verdict.word(), Types.VARCHAR)
                .param("desk", verdict.desk())
                .param("reviewer", reviewer)
                .param("at", verdict.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
