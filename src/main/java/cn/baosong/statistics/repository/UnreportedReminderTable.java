package cn.baosong.statistics.repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the reminders administrators have sent: an enterprise at most once a day. Rows are only added. */
@Repository
public class UnreportedReminderTable {

    /** Somebody to be told. */
    public record Recipient(UUID enterprise, UUID account, String name) {}

    private final JdbcClient jdbc;

    UnreportedReminderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records that these are reminded; whoever was on that day already is left out, also where that happens at this moment.
     *
     * @param sender account of the administrator
     * @return whom to tell
     */
    public List<Recipient> record(
            List<UUID> enterprises, YearMonth month, LocalDate day, UUID sender, String desk, Instant at) {
        return jdbc.sql("""
                        WITH recorded AS (
                            INSERT INTO unreported_reminder (enterprise_id, day, month, account_id, desk_name, sent_at)
                            SELECT id, :day, :month, :sender, :desk, :at FROM enterprise WHERE id IN (:ids) ORDER BY id
                            ON CONFLICT DO NOTHING
                            RETURNING enterprise_id
                        )
                        SELECT e.id, e.account_id, e.name FROM recorded JOIN enterprise e ON e.id = recorded.enterprise_id
                        """)
                .param("ids", enterprises)
                .param("day", day)
                .param("month", month.atDay(1))
                .param("sender", sender)
                .param("desk", desk)
                .param("at", Timestamp.from(at))
                .query((row, number) -> new Recipient(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("name")))
                .list();
    }
}
