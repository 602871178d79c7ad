package cn.baosong.workbench.repository;

import cn.baosong.workbench.Intervention;
import cn.baosong.workbench.Intervention.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code process_intervention}; rows are only ever added. */
@Repository
public class InterventionTable {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    InterventionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Intervention done) {
        jdbc.sql("""
                        INSERT INTO process_intervention (id, account_id, at, kind, process, version, instance, affected, reason)
                        VALUES (:id, :account, :at, :kind, :process, :version, :instance, :affected, :reason)
                        """)
                .param("id", done.id())
                .param("account", done.account())
                .param("at", OffsetDateTime.ofInstant(done.at(), ZoneOffset.UTC))
                .param("kind", done.kind().name())
                .param("process", done.process())
                .param("version", done.version())
                .param("instance", done.instance())
                .param("affected", done.affected())
                .param("reason", done.reason())
                .update();
    }

    /** @return the newest of a process, the newest first */
    public List<Intervention> ofProcess(String process) {
        return newest("process", process);
    }

    /** @return the newest of an instance, the newest first */
    public List<Intervention> ofInstance(String instance) {
        return newest("instance", instance);
    }

    private List<Intervention> newest(String column, String value) {
        return jdbc.sql("""
                        SELECT done.*, account.login_name FROM process_intervention done
                        LEFT JOIN account ON account.id = done.account_id
                        WHERE done.%s = :value ORDER BY done.at DESC, done.id LIMIT :most
                        """.formatted(column))
                .param("value", value)
                .param("most", MOST)
                .query(InterventionTable::read)
                .list();
    }

    private static Intervention read(ResultSet row, int number) throws SQLException {
        var actor = row.getString("login_name");
        return new Intervention(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                actor == null ? "" : actor,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Kind.valueOf(row.getString("kind")),
                row.getString("process"),
                row.getInt("version"),
                row.getString("instance"),
                row.getInt("affected"),
                row.getString("reason"));
    }
}
