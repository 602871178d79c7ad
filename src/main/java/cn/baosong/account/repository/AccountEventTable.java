package cn.baosong.account.repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account_event}: rows are only added. */
@Repository
public class AccountEventTable {

    private final JdbcClient jdbc;

    AccountEventTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param actor,detail,address null for none */
    public void insert(UUID account, UUID actor, String event, String detail, String address, Instant now) {
        jdbc.sql("""
                        INSERT INTO account_event (account_id, actor_id, event, detail, address, happened_at)
                        VALUES (:account, :actor, :event, :detail, :address, :now)
                        """)
                .param("account", account)
                .param("actor", actor)
                .param("event", event)
                .param("detail", detail)
                .param("address", address)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
