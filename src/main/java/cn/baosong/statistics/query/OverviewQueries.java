package cn.baosong.statistics.query;

import cn.baosong.common.PlatformTime;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that counts how far a month has come, in one pass over the enterprises reached. */
@Repository
public class OverviewQueries {

    /**
     * Enterprises of one part that filed on one day.
     *
     * @param part region right below the root, null for the rest
     * @param day in the platform's zone; null for those that have not filed
     */
    public record Tally(String part, LocalDate day, int enterprises) {}

    private final JdbcClient jdbc;

    OverviewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param root region whose parts are told apart, null for the whole nation */
    public List<Tally> tally(Set<UUID> desks, LocalDate day, Asked asked, String root) {
        return desks.isEmpty()
                ? List.of()
                : jdbc.sql(Reach.WITH + """
                        , part AS (
                            SELECT place.region, place.around AS part
                            FROM place JOIN reference_entry r ON r.list = 'region' AND r.code = place.around
                            WHERE r.parent IS NOT DISTINCT FROM CAST(:root AS text)
                        )
                        SELECT part.part,
                               CASE WHEN f.status IN ('UNDER_REVIEW', 'ACCEPTED')
                                    THEN CAST(f.submitted_at AT TIME ZONE :zone AS date) END AS filed_on,
                               count(*) AS enterprises
                        FROM enterprise e
                        LEFT JOIN filing f ON f.scheme = :scheme AND f.month = :month AND f.enterprise_id = e.id
                        LEFT JOIN part ON part.region = e.region
                        WHERE %s
                        GROUP BY 1, 2
                        """.formatted(Reach.asked(asked)))
                        .param("desks", desks)
                        .param("day", day)
                        .param("root", root, Types.VARCHAR)
                        .param("zone", PlatformTime.ZONE.getId())
                        .param("scheme", asked.task().scheme())
                        .param("month", asked.task().month().atDay(1))
                        .param("over", asked.over())
                        .query((row, number) -> new Tally(
                                row.getString("part"),
                                row.getObject("filed_on", LocalDate.class),
                                row.getInt("enterprises")))
                        .list();
    }
}
