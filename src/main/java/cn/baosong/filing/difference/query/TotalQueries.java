package cn.baosong.filing.difference.query;

import cn.baosong.filing.difference.RegionTotal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the totals of regions. */
@Repository
public class TotalQueries {

    private static final int COLUMNS = 8;

    private final JdbcClient jdbc;

    TotalQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds up the figures of accepted reports; rows of lists, such as products, have no total.
     *
     * @param regions codes of regions an enterprise may say it lies in, written out: the planner of the database knows how
     *     many enterprises that are, and would not for regions found by the statement itself
     * @return by month; a month of which nothing was accepted is not there
     */
    public Map<YearMonth, RegionTotal> totals(String scheme, Collection<String> regions, Collection<YearMonth> months) {
        var found = new HashMap<YearMonth, Map<RegionTotal.Key, List<BigDecimal>>>();
        jdbc.sql("""
                        SELECT fact.month, fact.form, fact.field, sum(c1) AS c1, sum(c2) AS c2, sum(c3) AS c3, sum(c4) AS c4,
                               sum(c5) AS c5, sum(c6) AS c6, sum(c7) AS c7, sum(c8) AS c8
                        FROM enterprise
                        JOIN fact ON fact.enterprise_id = enterprise.id AND fact.scheme = :scheme
                                 AND fact.month IN (:months) AND fact.row_number = 0
                        WHERE enterprise.region IN (:regions)
                        GROUP BY fact.month, fact.form, fact.field
                        """)
                .param("scheme", scheme)
                .param("regions", regions)
                .param("months", months.stream().map(month -> month.atDay(1)).toList())
                .query(row -> {
                    var columns = new ArrayList<BigDecimal>();
                    for (var column = 1; column <= COLUMNS; column++) {
                        columns.add(row.getBigDecimal("c" + column));
                    }
                    found.computeIfAbsent(
                                    YearMonth.from(row.getObject("month", LocalDate.class)), month -> new HashMap<>())
                            .put(new RegionTotal.Key(row.getString("form"), row.getString("field")), columns);
                });
        var totals = new HashMap<YearMonth, RegionTotal>();
        found.forEach((month, figures) -> totals.put(month, new RegionTotal(figures)));
        return totals;
    }
}
