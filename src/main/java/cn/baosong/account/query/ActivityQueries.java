package cn.baosong.account.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to an account, from table {@code account_event}. */
@Repository
public class ActivityQueries {

    /** @param actor,detail,address null for none */
    public record Row(String event, UUID actor, String detail, String address, Instant at) {}

    private final JdbcClient jdbc;

    ActivityQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return newest first */
    public List<Row> newest(UUID account, int offset, int limit) {
        return jdbc.sql("""
                        SELECT event, actor_id, detail, address, happened_at FROM account_event
                        WHERE account_id = :account ORDER BY id DESC LIMIT :limit OFFSET :offset
                        """)
                .param("account", account)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Row(
                        row.getString("event"),
                        row.getObject("actor_id", UUID.class),
                        row.getString("detail"),
                        row.getString("address"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
