package cn.baosong.statistics.query;

import cn.baosong.statistics.UnreportedEnterprise;
import cn.baosong.statistics.UnreportedFilter;
import cn.baosong.statistics.UnreportedState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of those that have not filed a month (QRY-05): active, and registered before it was over. */
@Repository
public class UnreportedQueries {

    private static final String REMINDED = """
            CROSS JOIN LATERAL (SELECT count(*) AS times, max(r.sent_at) AS last_at FROM filing_reminder r
                                WHERE r.scheme = :scheme AND r.month = :month AND r.enterprise_id = e.id) reminded
            """;

    private static final String FROM = """
            FROM enterprise e
            JOIN account a ON a.id = e.account_id
            LEFT JOIN filing f ON f.scheme = :scheme AND f.month = :month AND f.enterprise_id = e.id
            %s
            WHERE %s
              AND coalesce(f.status, 'NOT_FILED') IN (:states)
              AND (:region = '' OR e.region IN (SELECT place.region FROM place WHERE place.around = :region))
              AND (:text = '' OR strpos(lower(e.name), lower(:text)) > 0 OR strpos(lower(a.login_name), lower(:text)) > 0)
            """;

    private static final String COLUMNS = """
            SELECT e.id, f.id AS filing_id, e.name, a.login_name, e.region, coalesce(f.status, 'NOT_FILED') AS state,
                   e.phone,
                   (SELECT max(other.month) FROM filing other
                    WHERE other.enterprise_id = e.id AND other.scheme = :scheme
                      AND other.status IN ('UNDER_REVIEW', 'ACCEPTED')) AS last_filed,
                   reminded.times AS reminders, reminded.last_at AS reminded_at
            """;

    private static final String COUNT = "SELECT count(*)\n";
    private static final String ONE_OF = "AND e.id IN (:ids)\n";
    private static final String NOT_TODAY = """
            AND NOT EXISTS (SELECT 1 FROM filing_reminder r
                            WHERE r.enterprise_id = e.id AND r.day = :day AND r.occasion IS NULL)
            """;

    private final JdbcClient jdbc;

    UnreportedQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By region, one page. */
    public List<UnreportedEnterprise> list(
            Set<UUID> desks, LocalDate day, Asked asked, UnreportedFilter filter, int offset, int limit) {
        return desks.isEmpty()
                ? List.of()
                : select(COLUMNS, "ORDER BY e.region, e.id OFFSET :offset LIMIT :limit", desks, day, asked, filter)
                        .param("offset", offset)
                        .param("limit", limit)
                        .query(UnreportedQueries::enterprise)
                        .list();
    }

    /** By region, those behind one of the list; {@code after} null for the first. */
    public List<UnreportedEnterprise> next(
            Set<UUID> desks,
            LocalDate day,
            Asked asked,
            UnreportedFilter filter,
            UnreportedEnterprise after,
            int limit) {
        return desks.isEmpty()
                ? List.of()
                : select(
                                COLUMNS,
                                "AND (e.region, e.id) > (:afterRegion, :afterId) ORDER BY e.region, e.id LIMIT :limit",
                                desks,
                                day,
                                asked,
                                filter)
                        .param("afterRegion", after == null ? "" : after.region())
                        .param("afterId", after == null ? new UUID(0, 0) : after.id())
                        .param("limit", limit)
                        .query(UnreportedQueries::enterprise)
                        .list();
    }

    /** @param ids those alone; empty for everybody */
    public int count(Set<UUID> desks, LocalDate day, Asked asked, UnreportedFilter filter, Set<UUID> ids) {
        return desks.isEmpty()
                ? 0
                : among(ids, select(COUNT, oneOf(ids), desks, day, asked, filter))
                        .query(Integer.class)
                        .single();
    }

    /** @return by id, those that were not reminded on the day; {@code ids} as above */
    public List<UUID> toRemind(
            Set<UUID> desks, LocalDate day, Asked asked, UnreportedFilter filter, Set<UUID> ids, int limit) {
        return desks.isEmpty()
                ? List.of()
                : among(
                                ids,
                                select(
                                        "SELECT e.id\n",
                                        oneOf(ids) + NOT_TODAY + "ORDER BY e.id LIMIT :limit",
                                        desks,
                                        day,
                                        asked,
                                        filter))
                        .param("limit", limit)
                        .query(UUID.class)
                        .list();
    }

    /** @return how many were not reminded on the day; {@code ids} as above */
    public int countToRemind(Set<UUID> desks, LocalDate day, Asked asked, UnreportedFilter filter, Set<UUID> ids) {
        return desks.isEmpty()
                ? 0
                : among(ids, select(COUNT, oneOf(ids) + NOT_TODAY, desks, day, asked, filter))
                        .query(Integer.class)
                        .single();
    }

    private static String oneOf(Set<UUID> ids) {
        return ids.isEmpty() ? "" : ONE_OF;
    }

    private static JdbcClient.StatementSpec among(Set<UUID> ids, JdbcClient.StatementSpec statement) {
        return ids.isEmpty() ? statement : statement.param("ids", ids);
    }

    private JdbcClient.StatementSpec select(
            String columns, String end, Set<UUID> desks, LocalDate day, Asked asked, UnreportedFilter filter) {
        var states = filter.states().isEmpty() ? Arrays.stream(UnreportedState.values()) : filter.states().stream();
        return jdbc.sql(Reach.WITH
                        + columns
                        + FROM.formatted(columns.equals(COLUMNS) ? REMINDED : "", Reach.asked(asked))
                        + end)
                .param("desks", desks)
                .param("day", day)
                .param("scheme", asked.task().scheme())
                .param("month", asked.task().month().atDay(1))
                .param("over", asked.over())
                .param("states", states.map(Enum::name).collect(Collectors.toSet()))
                .param("region", filter.region())
                .param("text", filter.text());
    }

    private static UnreportedEnterprise enterprise(ResultSet row, int number) throws SQLException {
        var lastFiled = row.getObject("last_filed", LocalDate.class);
        var reminded = row.getTimestamp("reminded_at");
        return new UnreportedEnterprise(
                row.getObject("id", UUID.class),
                row.getObject("filing_id", UUID.class),
                row.getString("name"),
                row.getString("login_name"),
                row.getString("region"),
                UnreportedState.valueOf(row.getString("state")),
                row.getString("phone"),
                lastFiled == null ? null : YearMonth.from(lastFiled),
                row.getInt("reminders"),
                reminded == null ? null : reminded.toInstant());
    }
}
