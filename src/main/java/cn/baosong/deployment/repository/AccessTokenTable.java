package cn.baosong.deployment.repository;

import cn.baosong.deployment.AccessToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code access_token}. What a person asks for names the account; the door asks by hash. */
@Repository
public class AccessTokenTable {

    private final JdbcClient jdbc;

    AccessTokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A token with the account it stands for. */
    public record Held(AccessToken token, UUID account) {}

    public List<AccessToken> of(UUID account) {
        return jdbc.sql("""
                        SELECT id, account_id, name, created_at, expires_at, used_at, revoked_at FROM access_token
                        WHERE account_id = :account ORDER BY created_at DESC, id LIMIT 100
                        """)
                .param("account", account)
                .query((row, number) -> held(row).token())
                .list();
    }

    public Optional<Held> byHash(byte[] hash) {
        return jdbc.sql("""
                        SELECT id, account_id, name, created_at, expires_at, used_at, revoked_at FROM access_token
                        WHERE hash = :hash
                        """)
                .param("hash", hash)
                .query((row, number) -> held(row))
                .optional();
    }

    public void insert(UUID account, AccessToken token, byte[] hash) {
        jdbc.sql("""
                        INSERT INTO access_token (id, account_id, name, hash, created_at, expires_at)
                        VALUES (:id, :account, :name, :hash, :createdAt, :expiresAt)
                        """)
                .param("id", token.id())
                .param("account", account)
                .param("name", token.name())
                .param("hash", hash)
                .param("createdAt", at(token.createdAt()))
                .param("expiresAt", at(token.expiresAt()))
                .update();
    }

    /** @return its name; empty where the account has no such token in force */
    public Optional<String> revoke(UUID account, UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE access_token SET revoked_at = :now
                        WHERE id = :id AND account_id = :account AND revoked_at IS NULL
                        RETURNING name
                        """)
                .param("id", id)
                .param("account", account)
                .param("now", at(now))
                .query(String.class)
                .optional();
    }

    /** Writes at most once a minute, so that a busy token costs no row versions. */
    public void used(UUID id, Instant now) {
        jdbc.sql("""
                        UPDATE access_token SET used_at = :now
                        WHERE id = :id AND (used_at IS NULL OR used_at < :minuteAgo)
                        """)
                .param("id", id)
                .param("now", at(now))
                .param("minuteAgo", at(now.minusSeconds(60)))
                .update();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                new AccessToken(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        instant(row, "created_at"),
                        instant(row, "expires_at"),
                        instant(row, "used_at"),
                        instant(row, "revoked_at")),
                row.getObject("account_id", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
