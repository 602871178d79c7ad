package cn.baosong.filing.batch.query;

import cn.baosong.organization.DirectDesks;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enterprises in force that are reviewed, on the day, at or below some desks, and have no report of a month. */
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

    /** @return how many there are in each region, itself and what lies in it; under the empty code all of them */
    public Map<String, Integer> count(Set<UUID> desks, LocalDate day, String scheme, YearMonth month) {
        var counts = new TreeMap<String, Integer>();
        if (!desks.isEmpty()) {
            jdbc.sql(BY_REGION)
                    .param("desks", desks)
                    .param("day", day)
                    .param("scheme", scheme)
                    .param("month", month.atDay(1))
                    .query(row -> {
                        counts.put(row.getString("around"), row.getInt("number"));
                    });
        }
        return counts;
    }

    /** @param region empty for everywhere; by region and name */
    public List<Unfiled> list(
            Set<UUID> desks, LocalDate day, String scheme, YearMonth month, String region, int limit) {
        return desks.isEmpty()
                ? List.of()
                : jdbc.sql(IN_REGION)
                        .param("desks", desks)
                        .param("day", day)
                        .param("scheme", scheme)
                        .param("month", month.atDay(1))
                        .param("region", region)
                        .param("limit", limit)
                        .query((row, number) -> new Unfiled(row.getString("login_name"), row.getString("name")))
                        .list();
    }
}
