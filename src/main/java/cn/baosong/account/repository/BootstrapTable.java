package cn.baosong.account.repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code bootstrap_use}. */
@Repository
public class BootstrapTable {

    private final JdbcClient jdbc;

    BootstrapTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean used(byte[] tokenHash) {
        return jdbc.sql("SELECT count(*) FROM bootstrap_use WHERE token_hash = :hash")
                        .param("hash", tokenHash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the link has been used */
    public void insert(byte[] tokenHash, String role, UUID accountId, Instant now) {
        jdbc.sql("""
                        INSERT INTO bootstrap_use (token_hash, role, account_id, used_at)
                        VALUES (:hash, :role, :account, :now)
                        """)
                .param("hash", tokenHash)
                .param("role", role)
                .param("account", accountId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
