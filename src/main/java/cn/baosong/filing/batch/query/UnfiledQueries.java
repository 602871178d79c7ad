package cn.baosong.filing.batch.query;

import cn.baosong.filing.ReportTask;
import cn.baosong.organization.DirectDesks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enterprises in force that are reviewed, on the day, at or below some desks, have no report of a task, and applied for it where that is asked for. */
@Repository
public class UnfiledQueries {

    /** An enterprise one may file for. */
    public record Unfiled(String loginName, String name) {}

    private static final String FROM = """
            FROM enterprise e
            JOIN account a ON a.id = e.account_id
            %s
            WHERE e.state = 'ACTIVE' AND (e.set_desk_id IS NULL AND e.region IN (SELECT region FROM mine)
                                          OR e.set_desk_id IN (SELECT id FROM reach))
              AND (NOT :applied OR EXISTS (SELECT 1 FROM task_application t
                                           WHERE t.enterprise_id = e.id AND t.scheme = :scheme AND t.month <= :month))
              AND NOT EXISTS (SELECT 1 FROM filing f
                              WHERE f.enterprise_id = e.id AND f.scheme = :scheme AND f.month = :month)
            """;
    private static final String BY_REGION = DirectDesks.WITH + "SELECT place.around, count(*) AS number "
            + FROM.formatted("JOIN place ON place.region = e.region") + "GROUP BY place.around";
    private static final String IN_REGION =
            DirectDesks.WITH + "SELECT a.login_name, e.name " + FROM.formatted("") + """
              AND e.region IN (SELECT region FROM place WHERE around = :region)
            ORDER BY e.region, e.name, e.id LIMIT :limit
            """;

    private final JdbcClient jdbc;

    UnfiledQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return how many there are in each region, itself and what lies in it; under the empty code all of them
     * @param applied whether only who applied for the scheme is asked
     */
    public Map<String, Integer> count(Set<UUID> desks, LocalDate day, ReportTask task, boolean applied) {
        var counts = new TreeMap<String, Integer>();
        if (!desks.isEmpty()) {
            jdbc.sql(BY_REGION)
                    .param("desks", desks)
                    .param("day", day)
                    .param("scheme", task.scheme())
                    .param("month", task.month().atDay(1))
                    .param("applied", applied)
                    .query(row -> {
                        counts.put(row.getString("around"), row.getInt("number"));
                    });
        }
        return counts;
    }

    /** @param region empty for everywhere, {@code applied} as above; by region and name */
    public List<Unfiled> list(
            Set<UUID> desks, LocalDate day, ReportTask task, boolean applied, String region, int limit) {
        return desks.isEmpty()
                ? List.of()
                : jdbc.sql(IN_REGION)
                        .param("desks", desks)
                        .param("day", day)
                        .param("scheme", task.scheme())
                        .param("month", task.month().atDay(1))
                        .param("applied", applied)
                        .param("region", region)
                        .param("limit", limit)
                        .query((row, number) -> new Unfiled(row.getString("login_name"), row.getString("name")))
                        .list();
    }
}
