package cn.baosong.filing.revision.query;

import cn.baosong.filing.FilingStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports by the revision of their scheme they are pinned to. */
@Repository
public class PinnedReports {

    /** How many reports of a period have a status. */
    public record Count(YearMonth month, FilingStatus status, int number) {}

    /** A report that is with its enterprise. */
    public record Open(UUID id, YearMonth month, String loginName, String name) {}

    private static final String EDITABLE = Stream.of(FilingStatus.values())
            .filter(FilingStatus::editable)
            .map(status -> "'" + status + "'")
            .reduce((first, second) -> first + ", " + second)
            .orElseThrow();

    private static final String OLDER = """
            f.scheme = :scheme AND f.revision_id = ANY (CAST(:older AS uuid[]))
              AND (CAST(:from AS date) IS NULL OR f.month >= CAST(:from AS date))
            """;

    private final JdbcClient jdbc;

    PinnedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many reports are pinned to each revision of a scheme, by status */
    public Map<UUID, Map<FilingStatus, Integer>> byRevision(String scheme) {
        var counts = new HashMap<UUID, Map<FilingStatus, Integer>>();
        jdbc.sql("""
                        SELECT revision_id, status, count(*) AS number FROM filing
                        WHERE scheme = :scheme GROUP BY revision_id, status
                        """).param("scheme", scheme).query(row -> {
            counts.computeIfAbsent(row.getObject("revision_id", UUID.class), id -> new EnumMap<>(FilingStatus.class))
                    .put(FilingStatus.valueOf(row.getString("status")), row.getInt("number"));
        });
        return counts;
    }

    /**
     * @param older ids of the revisions they are pinned to
     * @param from first period, null for every one
     * @return how many there are that are not accepted, the newest period first
     */
    public List<Count> counts(String scheme, Collection<UUID> older, YearMonth from) {
        return jdbc.sql("SELECT f.month, f.status, count(*) AS number FROM filing f WHERE " + OLDER + """
                          AND f.status <> 'ACCEPTED'
                        GROUP BY f.month, f.status ORDER BY f.month DESC, f.status
                        """)
                .param("scheme", scheme)
                .param("older", older.stream().map(UUID::toString).toArray(String[]::new))
                .param("from", day(from))
                .query((row, number) -> new Count(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        FilingStatus.valueOf(row.getString("status")),
                        row.getInt("number")))
                .list();
    }

    /**
     * @param after id of the report before the first; null for the beginning
     * @return those that are with their enterprise, by id
     */
    public List<Open> open(String scheme, Collection<UUID> older, YearMonth from, UUID after, int limit) {
        return jdbc.sql("""
                        SELECT f.id, f.month, a.login_name, e.name
                        FROM filing f
                        JOIN enterprise e ON e.id = f.enterprise_id
                        JOIN account a ON a.id = e.account_id
                        WHERE\s""" + OLDER + "AND f.status IN (" + EDITABLE + ")" + """
                          AND (CAST(:after AS uuid) IS NULL OR f.id > CAST(:after AS uuid))
                        ORDER BY f.id LIMIT :limit
                        """)
                .param("scheme", scheme)
                .param("older", older.stream().map(UUID::toString).toArray(String[]::new))
                .param("from", day(from))
                .param("after", Objects.toString(after, null))
                .param("limit", limit)
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("login_name"),
                        row.getString("name")))
                .list();
    }

    private static String day(YearMonth month) {
        return month == null ? null : month.atDay(1).toString();
    }
}
