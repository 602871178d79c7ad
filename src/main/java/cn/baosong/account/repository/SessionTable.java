package cn.baosong.account.repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code account_session}. A row is open while it is not ended and was seen lately. */
@Repository
public class SessionTable {

    /** An open session. */
    public record Row(UUID id, String address, String browser, Instant openedAt, Instant seenAt) {}

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UUID id, UUID account, String address, String browser, Instant now) {
        jdbc.sql("""
                        INSERT INTO account_session (id, account_id, address, browser, opened_at, seen_at)
                        VALUES (:id, :account, :address, :browser, :now, :now)
                        """)
                .param("id", id)
                .param("account", account)
                .param("address", address)
                .param("browser", browser)
                .param("now", at(now))
                .update();
    }

    /** @return whether the session is open and its account enabled; it counts as seen now if so */
    public boolean see(UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE account_session SET seen_at = greatest(seen_at, :now)
                        FROM account
                        WHERE account_session.id = :id AND ended_at IS NULL
                          AND account.id = account_session.account_id AND account.enabled
                        """).param("id", id).param("now", at(now)).update() == 1;
    }

    public void end(UUID id, Instant now) {
        jdbc.sql("UPDATE account_session SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    /** @return what it was, if it was open and of this account */
    public Optional<String> end(UUID account, UUID id, Instant now, Instant seenSince) {
        return jdbc.sql("""
                        UPDATE account_session SET ended_at = :now
                        WHERE id = :id AND account_id = :account AND ended_at IS NULL AND seen_at > :since
                        RETURNING browser
                        """)
                .param("id", id)
                .param("account", account)
                .param("now", at(now))
                .param("since", at(seenSince))
                .query(String.class)
                .optional();
    }

    /**
     * @param keep the one that stays open; null for none
     * @return how many were open
     */
    public int endAllBut(UUID account, UUID keep, Instant now) {
        return jdbc.sql("""
                        UPDATE account_session SET ended_at = :now
                        WHERE account_id = :account AND ended_at IS NULL AND id IS DISTINCT FROM CAST(:keep AS uuid)
                        """)
                .param("account", account)
                .param("keep", keep)
                .param("now", at(now))
                .update();
    }

    /** @return the last seen first */
    public List<Row> open(UUID account, Instant seenSince, int limit) {
        return jdbc.sql("""
                        SELECT id, address, browser, opened_at, seen_at FROM account_session
                        WHERE account_id = :account AND ended_at IS NULL AND seen_at > :since
                        ORDER BY seen_at DESC, id LIMIT :limit
                        """)
                .param("account", account)
                .param("since", at(seenSince))
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        row.getString("browser"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public int deleteUnseen(Instant before) {
        return jdbc.sql("DELETE FROM account_session WHERE seen_at < :before")
                .param("before", at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
