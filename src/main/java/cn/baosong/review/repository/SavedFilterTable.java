package cn.baosong.review.repository;

import cn.baosong.common.Json;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.SavedFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code saved_filter}. Every statement names the account. */
@Repository
public class SavedFilterTable {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    SavedFilterTable(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public List<SavedFilter> of(UUID account, String kind) {
        return jdbc.sql("""
                        SELECT id, kind, name, parameters::text AS parameters FROM saved_filter
                        WHERE account_id = :account AND kind = :kind ORDER BY name
                        """)
                .param("account", account)
                .param("kind", kind)
                .query(this::filter)
                .list();
    }

    /** Replaces what the account has under the name. */
    public void put(UUID account, String name, InboxAddress address) {
        jdbc.sql("""
                        INSERT INTO saved_filter (id, account_id, kind, name, parameters, saved_at)
                        VALUES (:id, :account, :kind, :name, CAST(:parameters AS jsonb), :now)
                        ON CONFLICT (account_id, kind, name)
                        DO UPDATE SET parameters = excluded.parameters, saved_at = excluded.saved_at
                        """)
                .param("id", UUID.randomUUID())
                .param("account", account)
                .param("kind", address.filter().kind())
                .param("name", name)
                .param("parameters", json.write(new LinkedHashMap<>(address.parameters())))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @return false where the account has another of that name for the same kind */
    public boolean rename(UUID account, UUID id, String name) {
        return jdbc.sql("""
                        WITH mine AS (SELECT kind FROM saved_filter WHERE id = :id AND account_id = :account),
                             taken AS (SELECT 1 FROM saved_filter
                                       WHERE account_id = :account AND kind = (SELECT kind FROM mine)
                                         AND name = :name AND id <> :id),
                             renamed AS (UPDATE saved_filter SET name = :name
                                         WHERE id = :id AND account_id = :account AND NOT EXISTS (SELECT 1 FROM taken))
                        SELECT NOT EXISTS (SELECT 1 FROM taken)
                        """)
                .param("account", account)
                .param("id", id)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    public void delete(UUID account, UUID id) {
        jdbc.sql("DELETE FROM saved_filter WHERE id = :id AND account_id = :account")
                .param("id", id)
                .param("account", account)
                .update();
    }

    private SavedFilter filter(ResultSet row, int number) throws SQLException {
        var parameters = new LinkedHashMap<String, String>();
        json.read(row.getString("parameters")).forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        return new SavedFilter(
                row.getObject("id", UUID.class),
                row.getString("name"),
                InboxAddress.parse(row.getString("kind"), parameters));
    }
}
