package cn.baosong.filing.repository;

import cn.baosong.filing.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of report months. */
@Repository
public class PeriodRepository {

    private static final String SELECT = "SELECT scheme, month, due_on, closes_on FROM period ";

    private final JdbcClient jdbc;

    PeriodRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Period> find(String scheme, YearMonth month) {
        return jdbc.sql(SELECT + "WHERE scheme = :scheme AND month = :month")
                .param("scheme", scheme)
                .param("month", month.atDay(1))
                .query(PeriodRepository::period)
                .optional();
    }

    public List<Period> all(String scheme) {
        return jdbc.sql(SELECT + "WHERE scheme = :scheme ORDER BY month DESC")
                .param("scheme", scheme)
                .query(PeriodRepository::period)
                .list();
    }

    /** Nothing happens where the month is open already. */
    public void insert(Period period, Instant openedAt) {
        jdbc.sql("""
                        INSERT INTO period (scheme, month, due_on, closes_on, opened_at)
                        VALUES (:scheme, :month, :dueOn, :closesOn, :openedAt)
                        ON CONFLICT DO NOTHING
                        """)
                .param("scheme", period.scheme())
                .param("month", period.month().atDay(1))
                .param("dueOn", period.dueOn())
                .param("closesOn", period.closesOn(), Types.DATE)
                .param("openedAt", openedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Period period(ResultSet row, int number) throws SQLException {
        return new Period(
                row.getString("scheme"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("due_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class));
    }
}
