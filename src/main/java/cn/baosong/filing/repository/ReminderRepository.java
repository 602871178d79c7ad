package cn.baosong.filing.repository;

import cn.baosong.common.PlatformTime;
import cn.baosong.filing.Period;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.reminder.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reminders: who has not filed, and who was reminded of what. */
@Repository
public class ReminderRepository {

    private final JdbcClient jdbc;

    ReminderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Active enterprises registered before the period was over, or that applied for the scheme where that is asked for, that
     * have not filed it and were not reminded on the occasion, by id.
     *
     * @param after only those behind this one
     */
    public List<Recipient> next(Period period, Scheme scheme, int occasion, UUID after, int limit) {
        return jdbc.sql("""
                        SELECT e.id, e.account_id, e.name
                        FROM enterprise e
                        WHERE e.id > :after AND e.state = 'ACTIVE'
                          AND CASE WHEN :applied THEN EXISTS (SELECT 1 FROM task_application t
                                                              WHERE t.enterprise_id = e.id AND t.scheme = :scheme
                                                                AND t.month <= :month)
                                   ELSE e.created_at < :over END
                          AND NOT EXISTS (SELECT 1 FROM filing f
                                          WHERE f.scheme = :scheme AND f.month = :month AND f.enterprise_id = e.id
                                            AND f.status IN ('UNDER_REVIEW', 'ACCEPTED', 'FROZEN'))
                          AND NOT EXISTS (SELECT 1 FROM filing_reminder r
                                          WHERE r.scheme = :scheme AND r.month = :month AND r.enterprise_id = e.id
                                            AND r.occasion = :occasion)
                        ORDER BY e.id
                        LIMIT :limit
                        """)
                .param("scheme", period.scheme())
                .param("month", period.month().atDay(1))
                .param("applied", scheme.application().isPresent())
                .param(
                        "over",
                        Timestamp.from(scheme.kind()
                                .following(period.month())
                                .atDay(1)
                                .atStartOfDay(PlatformTime.ZONE)
                                .toInstant()))
                .param("occasion", occasion)
                .param("after", after)
                .param("limit", limit)
                .query(ReminderRepository::recipient)
                .list();
    }

    /** @return whether it is to be sent now; false where it was sent before, or is being sent elsewhere */
    public boolean record(String scheme, YearMonth month, UUID enterprise, int occasion, LocalDate day, Instant at) {
        return jdbc.sql("""
                        INSERT INTO filing_reminder (scheme, month, enterprise_id, occasion, day, sent_at)
                        VALUES (:scheme, :month, :enterprise, :occasion, :day, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("scheme", scheme)
                        .param("month", month.atDay(1))
                        .param("enterprise", enterprise)
                        .param("occasion", occasion)
                        .param("day", day)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Records what an administrator sends; whoever was reminded by one on that day already is left out. */
    public List<Recipient> recordByHand(
            String scheme,
            YearMonth month,
            Collection<UUID> enterprises,
            LocalDate day,
            UUID sender,
            String desk,
            Instant at) {
        return enterprises.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        WITH recorded AS (
                            INSERT INTO filing_reminder
                                (scheme, month, enterprise_id, account_id, desk_name, day, sent_at)
                            SELECT :scheme, :month, id, :sender, :desk, :day, :at
                            FROM enterprise WHERE id IN (:ids) ORDER BY id
                            ON CONFLICT DO NOTHING
                            RETURNING enterprise_id
                        )
                        SELECT e.id, e.account_id, e.name FROM recorded JOIN enterprise e ON e.id = recorded.enterprise_id
                        """)
                        .param("scheme", scheme)
                        .param("month", month.atDay(1))
                        .param("ids", enterprises)
                        .param("sender", sender)
                        .param("desk", desk)
                        .param("day", day)
                        .param("at", Timestamp.from(at))
                        .query(ReminderRepository::recipient)
                        .list();
    }

    private static Recipient recipient(ResultSet row, int number) throws SQLException {
        return new Recipient(
                row.getObject("id", UUID.class), row.getObject("account_id", UUID.class), row.getString("name"));
    }
}
