package cn.baosong.filing.repository;

import cn.baosong.common.Json;
import cn.baosong.engine.Step;
import cn.baosong.filing.SetAside;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reports carried over to another revision, and of what was typed and has no place there. */
@Repository
public class SetAsideTable {

    private static final String VALUE = "value";

    private final JdbcClient jdbc;
    private final Json json;

    SetAsideTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Records that a step of the engine carried a report over. */
    public void carried(Step step, UUID filing, UUID from, UUID to, Instant at) {
        jdbc.sql("""
                        INSERT INTO filing_carried (filing_id, from_revision, to_revision, process_instance, activity, carried_at)
                        VALUES (:filing, :from, :to, :instance, :activity, :at)
                        """)
                .param("filing", filing)
                .param("from", from)
                .param("to", to)
                .param("instance", step.rootInstance())
                .param("activity", step.activity())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return revisions a report was pinned to before, the newest first; none for one that was never carried over */
    public List<UUID> before(UUID filing) {
        return jdbc.sql("SELECT from_revision FROM filing_carried WHERE filing_id = :filing ORDER BY id DESC")
                .param("filing", filing)
                .query(UUID.class)
                .list();
    }

    /** Keeps a value; a newer one of the same place replaces it. */
    public void put(UUID filing, SetAside aside) {
        jdbc.sql("""
                        INSERT INTO filing_set_aside (filing_id, form, path, value, revision_id, set_aside_at)
                        VALUES (:filing, :form, :path, CAST(:value AS jsonb), :revision, :at)
                        ON CONFLICT (filing_id, form, path) DO UPDATE
                           SET value = excluded.value, revision_id = excluded.revision_id, set_aside_at = excluded.set_aside_at
                        """)
                .param("filing", filing)
                .param("form", aside.form())
                .param("path", aside.path())
                .param("value", json.write(Map.of(VALUE, aside.value())))
                .param("revision", aside.revision())
                .param("at", aside.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return by form and path */
    public List<SetAside> of(UUID filing) {
        return jdbc.sql("""
                        SELECT form, path, value::text AS value, revision_id, set_aside_at
                        FROM filing_set_aside WHERE filing_id = :filing ORDER BY form, path
                        """)
                .param("filing", filing)
                .query((row, number) -> new SetAside(
                        row.getString("form"),
                        row.getString("path"),
                        json.read(row.getString(VALUE)).get(VALUE),
                        row.getObject("revision_id", UUID.class),
                        row.getObject("set_aside_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** It went back into a draft. */
    public void remove(UUID filing, String form, String path) {
        jdbc.sql("DELETE FROM filing_set_aside WHERE filing_id = :filing AND form = :form AND path = :path")
                .param("filing", filing)
                .param("form", form)
                .param("path", path)
                .update();
    }
}
