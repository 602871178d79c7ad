package cn.baosong.filing.repository;

import cn.baosong.filing.Filing;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the figures of accepted reports. */
@Repository
public class FactRepository {

    /** Columns the table has; a matrix has no more (its reader sees to it). */
    private static final int COLUMNS = 8;

    private static final String INSERT = """
            INSERT INTO fact (scheme, month, enterprise_id, form, row_number, field, c1, c2, c3, c4, c5, c6, c7, c8)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /**
     * The values of one indicator.
     *
     * @param row 0 outside of a list, else the number of the row, from 1
     * @param columns in the order of the matrix, null for an empty one
     */
    public record Fact(String form, int row, String field, List<BigDecimal> columns) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    FactRepository(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public void replace(Filing filing, List<Fact> facts) {
        jdbc.sql("DELETE FROM fact WHERE scheme = :scheme AND month = :month AND enterprise_id = :enterprise")
                .param("scheme", filing.scheme())
                .param("month", filing.month().atDay(1))
                .param("enterprise", filing.enterprise())
                .update();
        batch.batchUpdate(INSERT, facts, 100, (statement, fact) -> {
            statement.setString(1, filing.scheme());
            statement.setObject(2, filing.month().atDay(1));
            statement.setObject(3, filing.enterprise());
            statement.setString(4, fact.form());
            statement.setInt(5, fact.row());
            statement.setString(6, fact.field());
            for (int i : IntStream.range(0, COLUMNS).toArray()) {
                statement.setObject(
                        7 + i, i < fact.columns().size() ? fact.columns().get(i) : null, Types.NUMERIC);
            }
        });
    }
}
