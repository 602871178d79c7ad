package cn.baosong.filing.repository;

import cn.baosong.organization.DirectDesks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of applications for tasks. */
@Repository
public class TaskApplicationTable {

    /**
     * One application.
     *
     * @param word setting {@code taskApplication} of the scheme
     * @param from first month of the first period it holds for
     */
    public record Row(String word, String scheme, YearMonth from) {}

    private final JdbcClient jdbc;

    TaskApplicationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return at most one for each word */
    public List<Row> of(UUID enterprise) {
        return jdbc.sql("SELECT application, scheme, month FROM task_application WHERE enterprise_id = :enterprise")
                .param("enterprise", enterprise)
                .query((row, number) -> new Row(
                        row.getString("application"),
                        row.getString("scheme"),
                        YearMonth.from(row.getObject("month", LocalDate.class))))
                .list();
    }

    /** @return whether it was written; false where the enterprise applied for a scheme with this word before */
    public boolean insert(UUID enterprise, Row row, Instant at) {
        return jdbc.sql("""
                        INSERT INTO task_application (enterprise_id, application, scheme, month, applied_at)
                        VALUES (:enterprise, :word, :scheme, :month, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("enterprise", enterprise)
                        .param("word", row.word())
                        .param("scheme", row.scheme())
                        .param("month", row.from().atDay(1))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * @param desks never empty
     * @return schemes that some enterprise in force, reviewed on the day at or below the desks, applied for
     */
    public Set<String> schemes(Set<UUID> desks, LocalDate day) {
        return jdbc.sql(DirectDesks.with("code IN (SELECT e.region FROM task_application t"
                                + " JOIN enterprise e ON e.id = t.enterprise_id)")
                        + """
                        SELECT DISTINCT t.scheme FROM task_application t JOIN enterprise e ON e.id = t.enterprise_id
                        WHERE e.state = 'ACTIVE'
                          AND (e.set_desk_id IS NULL AND e.region IN (SELECT region FROM mine)
                               OR e.set_desk_id IN (SELECT id FROM reach))
                        """)
                .param("desks", desks)
                .param("day", day)
                .query(String.class)
                .set();
    }

    /** Reads an application and keeps it as it is for the rest of the transaction; others may hold it as well. */
    public Optional<YearMonth> hold(UUID enterprise, String scheme) {
        return jdbc.sql(
                        "SELECT month FROM task_application WHERE enterprise_id = :enterprise AND scheme = :scheme FOR SHARE")
                .param("enterprise", enterprise)
                .param("scheme", scheme)
                .query((row, number) -> YearMonth.from(row.getObject("month", LocalDate.class)))
                .optional();
    }

    /** Waits until nobody holds an application any more, and keeps it locked for the rest of the transaction. */
    public void lock(UUID enterprise, String scheme) {
        jdbc.sql("SELECT month FROM task_application WHERE enterprise_id = :enterprise AND scheme = :scheme FOR UPDATE")
                .param("enterprise", enterprise)
                .param("scheme", scheme)
                .query((row, number) -> row.getObject("month", LocalDate.class))
                .optional();
    }

    /**
     * Asked after {@link #lock}, so that a report begun meanwhile is seen.
     *
     * @return whether it was taken back; false where there is none, or a report of the scheme was begun
     */
    public boolean deleteUnused(UUID enterprise, String scheme) {
        return jdbc.sql("""
                        DELETE FROM task_application
                        WHERE enterprise_id = :enterprise AND scheme = :scheme
                          AND NOT EXISTS (SELECT 1 FROM filing f
                                          WHERE f.enterprise_id = :enterprise AND f.scheme = :scheme)
                        """)
                        .param("enterprise", enterprise)
                        .param("scheme", scheme)
                        .update()
                == 1;
    }
}
