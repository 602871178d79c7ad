package cn.baosong.administration.query;

import cn.baosong.administration.EnterpriseFilter;
import cn.baosong.administration.MonitoredEnterprise;
import cn.baosong.organization.DirectDesks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Enterprises whose direct desk is one of some desks or below one (ADM-01). The direct desk is the one that was set, else the
 * nearest by region, as {@code Desks.direct} finds it: a desk nobody holds on the day is passed over.
 */
@Repository
public class MonitoredQueries {

    private static final String ALL = DirectDesks.WITH;
    private static final String ONE = DirectDesks.with("code = (SELECT region FROM enterprise WHERE id = :id)");
    private static final String FROM = """
            FROM enterprise e
            JOIN account a ON a.id = e.account_id
            LEFT JOIN nearest ON nearest.region = e.region
            JOIN desk ON desk.id = coalesce(e.set_desk_id, nearest.desk_id)
            WHERE e.state <> 'REMOVED' AND desk.id IN (SELECT id FROM reach)
            """;
    private static final String FILTER = """
            AND (:region = '' OR e.region IN (SELECT place.region FROM place WHERE place.around = :region))
            AND (:text = '' OR strpos(lower(e.name), lower(:text)) > 0 OR strpos(lower(a.login_name), lower(:text)) > 0)
            AND (CAST(:active AS boolean) IS NULL OR (e.state = 'ACTIVE') = CAST(:active AS boolean))
            """;
    private static final String COLUMNS = """
            SELECT e.id, e.account_id, e.name, e.code, a.login_name, e.region, e.state, desk.id AS desk_id,
                   desk.name AS desk_name, e.set_desk_id IS NOT NULL AS desk_set, e.created_at
            """;

    private final JdbcClient jdbc;

    MonitoredQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    public List<MonitoredEnterprise> list(
            Set<UUID> desks, EnterpriseFilter filter, LocalDate day, int offset, int limit) {
        return desks.isEmpty()
                ? List.of()
                : jdbc.sql(ALL + COLUMNS + FROM + FILTER + "ORDER BY e.name, e.id OFFSET :offset LIMIT :limit")
                        .param("desks", desks)
                        .param("day", day)
                        .param("region", filter.region())
                        .param("text", filter.text())
                        .param("active", filter.active(), Types.BOOLEAN)
                        .param("offset", offset)
                        .param("limit", limit)
                        .query(MonitoredQueries::enterprise)
                        .list();
    }

    public int count(Set<UUID> desks, EnterpriseFilter filter, LocalDate day) {
        return desks.isEmpty()
                ? 0
                : jdbc.sql(ALL + "SELECT count(*) " + FROM + FILTER)
                        .param("desks", desks)
                        .param("day", day)
                        .param("region", filter.region())
                        .param("text", filter.text())
                        .param("active", filter.active(), Types.BOOLEAN)
                        .query(Integer.class)
                        .single();
    }

    public Optional<MonitoredEnterprise> find(Set<UUID> desks, UUID enterprise, LocalDate day) {
        return desks.isEmpty()
                ? Optional.empty()
                : jdbc.sql(ONE + COLUMNS + FROM + "AND e.id = :id")
                        .param("desks", desks)
                        .param("day", day)
                        .param("id", enterprise)
                        .query(MonitoredQueries::enterprise)
                        .optional();
    }

    private static MonitoredEnterprise enterprise(ResultSet row, int number) throws SQLException {
        return new MonitoredEnterprise(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("code"),
                row.getString("login_name"),
                row.getString("region"),
                "ACTIVE".equals(row.getString("state")),
                row.getObject("desk_id", UUID.class),
                row.getString("desk_name"),
                row.getBoolean("desk_set"),
                row.getTimestamp("created_at").toInstant());
    }
}
