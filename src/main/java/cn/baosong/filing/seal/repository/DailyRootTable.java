package cn.baosong.filing.seal.repository;

import cn.baosong.engine.Step;
import cn.baosong.filing.seal.DailyRoot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code daily_root}, to which rows are only added, and the heads of the chains at some time. */
@Repository
public class DailyRootTable {

    private static final int FETCHED = 1_000;

    /** Key of the database lock under which one node at a time computes roots. */
    private static final long LOCK = 0x6461696c79726fL;

    private final JdbcClient jdbc;

    DailyRootTable(DataSource dataSource) {
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCHED);
        this.jdbc = JdbcClient.create(template);
    }

    /** The newest link of one chain. */
    public record Head(UUID enterprise, long sequence, String hash) {}

    /** Lets one transaction at a time compute roots. */
    public void lock(Step step) {
        Objects.requireNonNull(step, "step");
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> 0)
                .single();
    }

    /** @return whether another transaction of the application runs that began before {@code time}, database clock */
    public boolean olderTransactionRuns(Instant time) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                                       WHERE datname = current_database() AND pid <> pg_backend_pid()
                                         AND xact_start < :time)
                        """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Adds the root of a day that has none. */
    public void insert(Step step, DailyRoot root) {
        Objects.requireNonNull(step, "step");
        jdbc.sql("""
                        INSERT INTO daily_root (day, root, heads, computed_at) VALUES (:day, :root, :heads, :at)
                        """)
                .param("day", root.day())
                .param("root", root.root())
                .param("heads", root.heads())
                .param("at", root.computedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<LocalDate> newestDay() {
        return jdbc.sql("SELECT day FROM daily_root ORDER BY day DESC LIMIT 1")
                .query(LocalDate.class)
                .optional();
    }

    public Optional<Instant> firstSealedAt() {
        return jdbc.sql("SELECT sealed_at FROM sealed_version ORDER BY sealed_at LIMIT 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Hands over the newest link of each chain that was sealed before {@code end}, sorted by enterprise. */
    public void heads(Instant end, Consumer<Head> heads) {
        jdbc.sql("""
                        SELECT DISTINCT ON (enterprise_id) enterprise_id, sequence, hash FROM sealed_version
                        WHERE sealed_at < :end
                        ORDER BY enterprise_id, sequence DESC
                        """).param("end", end.atOffset(ZoneOffset.UTC)).query((RowCallbackHandler) row -> heads.accept(
                new Head(row.getObject("enterprise_id", UUID.class), row.getLong("sequence"), row.getString("hash"))));
    }

    /** @return newest first */
    public List<DailyRoot> newest(int limit) {
        return jdbc.sql("SELECT day, root, heads, computed_at FROM daily_root ORDER BY day DESC LIMIT :limit")
                .param("limit", limit)
                .query(DailyRootTable::root)
                .list();
    }

    /** @return the first root of {@code day} or later */
    public Optional<DailyRoot> firstFrom(LocalDate day) {
        return jdbc.sql("SELECT day, root, heads, computed_at FROM daily_root WHERE day >= :day ORDER BY day LIMIT 1")
                .param("day", day)
                .query(DailyRootTable::root)
                .optional();
    }

    private static DailyRoot root(ResultSet row, int number) throws SQLException {
        return new DailyRoot(
                row.getObject("day", LocalDate.class),
                row.getString("root"),
                row.getLong("heads"),
                row.getObject("computed_at", OffsetDateTime.class).toInstant());
    }
}
