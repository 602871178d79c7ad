package cn.baosong.administration.repository;

import cn.baosong.administration.EnterpriseEvent;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what an administrator does with an enterprise. */
@Repository
public class EnterpriseStates {

    private final JdbcClient jdbc;

    EnterpriseStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever files something of the enterprise or changes it, and keeps it for the rest of the transaction. */
    public void lock(UUID enterprise) {
        jdbc.sql("SELECT id FROM enterprise WHERE id = :id FOR NO KEY UPDATE")
                .param("id", enterprise)
                .query(UUID.class)
                .optional();
    }

    public void setActive(UUID enterprise, boolean active) {
        jdbc.sql("UPDATE enterprise SET state = :state WHERE id = :id")
                .param("state", active ? "ACTIVE" : "DISABLED")
                .param("id", enterprise)
                .update();
    }

    /** The row stays for what refers to it; name, code and phone are free for another enterprise. */
    public void remove(UUID enterprise) {
        jdbc.sql("UPDATE enterprise SET state = 'REMOVED', phone = NULL WHERE id = :id")
                .param("id", enterprise)
                .update();
    }

    /** @param set whether the desk was chosen; otherwise the enterprise goes by its region, which leads to that desk today */
    public void setDesk(UUID enterprise, UUID desk, boolean set) {
        jdbc.sql("""
                        UPDATE enterprise
                        SET set_desk_id = CASE WHEN :set THEN CAST(:desk AS uuid) END, direct_desk_id = :desk
                        WHERE id = :id
                        """)
                .param("desk", desk)
                .param("set", set)
                .param("id", enterprise)
                .update();
    }

    /** @return for how many enterprises the desk was set */
    public int countSet(UUID desk) {
        return jdbc.sql("SELECT count(*) FROM enterprise WHERE set_desk_id = :desk AND state <> 'REMOVED'")
                .param("desk", desk)
                .query(Integer.class)
                .single();
    }

    /** @return ids of those enterprises, in their order */
    public List<UUID> allSet(UUID desk) {
        return jdbc.sql("SELECT id FROM enterprise WHERE set_desk_id = :desk AND state <> 'REMOVED' ORDER BY id")
                .param("desk", desk)
                .query(UUID.class)
                .list();
    }

    /** @return how many of them lie in each region */
    public SortedMap<String, Integer> regionsSet(UUID desk) {
        var regions = new TreeMap<String, Integer>();
        jdbc.sql("""
                        SELECT region, count(*) AS many FROM enterprise
                        WHERE set_desk_id = :desk AND state <> 'REMOVED' GROUP BY region
                        """).param("desk", desk).query(row -> {
            regions.put(row.getString("region"), row.getInt("many"));
        });
        return regions;
    }

    public void record(EnterpriseEvent event) {
        jdbc.sql("""
                        INSERT INTO enterprise_event (enterprise_id, event, account_id, actor, detail, reason, happened_at)
                        VALUES (:enterprise, :event, :account, :actor, :detail, :reason, :at)
                        """)
                .param("enterprise", event.enterprise())
                .param("event", event.kind().name())
                .param("account", event.account())
                .param("actor", event.actor())
                .param("detail", event.detail(), Types.VARCHAR)
                .param("reason", event.reason(), Types.VARCHAR)
                .param("at", Timestamp.from(event.at()))
                .update();
    }

    /** Newest first. */
    public List<EnterpriseEvent> events(UUID enterprise, int limit) {
        return jdbc.sql("""
                        SELECT enterprise_id, event, account_id, actor, detail, reason, happened_at
                        FROM enterprise_event WHERE enterprise_id = :id ORDER BY id DESC LIMIT :limit
                        """)
                .param("id", enterprise)
                .param("limit", limit)
                .query((row, number) -> new EnterpriseEvent(
                        row.getObject("enterprise_id", UUID.class),
                        EnterpriseEvent.Kind.valueOf(row.getString("event")),
                        row.getObject("account_id", UUID.class),
                        row.getString("actor"),
                        row.getString("detail"),
                        row.getString("reason"),
                        row.getTimestamp("happened_at").toInstant()))
                .list();
    }
}
