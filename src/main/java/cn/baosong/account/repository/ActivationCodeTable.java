package cn.baosong.account.repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code activation_code}: at most one for each account. */
@Repository
public class ActivationCodeTable {

    private final JdbcClient jdbc;

    ActivationCodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void replace(UUID account, String hash, UUID issuer, Instant now, Instant expires) {
        jdbc.sql("""
                        INSERT INTO activation_code (account_id, code_hash, issued_by, issued_at, expires_at)
                        VALUES (:account, :hash, :issuer, :now, :expires)
                        ON CONFLICT (account_id) DO UPDATE
                        SET code_hash = excluded.code_hash, issued_by = excluded.issued_by,
                            issued_at = excluded.issued_at, expires_at = excluded.expires_at
                        """)
                .param("account", account)
                .param("hash", hash)
                .param("issuer", issuer)
                .param("now", at(now))
                .param("expires", at(expires))
                .update();
    }

    public Optional<String> hash(UUID account, Instant now) {
        return jdbc.sql("SELECT code_hash FROM activation_code WHERE account_id = :account AND expires_at > :now")
                .param("account", account)
                .param("now", at(now))
                .query(String.class)
                .optional();
    }

    public Optional<Instant> expiry(UUID account, Instant now) {
        return jdbc.sql("SELECT expires_at FROM activation_code WHERE account_id = :account AND expires_at > :now")
                .param("account", account)
                .param("now", at(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** @return whether there was a good one */
    public boolean delete(UUID account, Instant now) {
        return jdbc.sql("DELETE FROM activation_code WHERE account_id = :account AND expires_at > :now")
                        .param("account", account)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
