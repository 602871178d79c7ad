package cn.baosong.filing.seal.repository;

import cn.baosong.engine.Step;
import cn.baosong.filing.seal.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code sealed_version}, to which rows are only added, and {@code seal_head}. */
@Repository
public class SealTable {

    private static final int FETCHED = 1_000;

    private static final String COLUMNS = """
            v.subject_id, v.number, v.enterprise_id, v.sequence, v.content_hash, v.previous_hash, v.hash, v.sealed_at,
            v.sealed_by
            """;

    private final JdbcClient jdbc;

    SealTable(DataSource dataSource) {
        var template = new JdbcTemplate(dataSource);
        // Within a transaction a chain is read piece by piece, whatever its length.
        template.setFetchSize(FETCHED);
        this.jdbc = JdbcClient.create(template);
    }

    /** @param sealedAt of the newest link; null where there is none */
    public record Head(long sequence, String hash, Instant sealedAt) {}

    /**
     * A link as it stands.
     *
     * @param seal without content
     * @param contentNow hash of the content as it is stored
     */
    public record Link(Seal seal, String contentNow) {}

    /**
     * What came before a link.
     *
     * @param number of the subject's newest version, 0 where it has none
     * @param enterprise who filed that; null where it has none
     * @param newestDay whose root is published; null before the first
     */
    public record Before(int number, UUID enterprise, LocalDate newestDay) {}

    /** Locks the head of the enterprise's chain until the transaction ends; makes one where there is none. */
    public Head lock(Step step, UUID enterprise, String genesis) {
        Objects.requireNonNull(step, "step");
        return locked(enterprise).orElseGet(() -> {
            jdbc.sql("""
                            INSERT INTO seal_head (enterprise_id, sequence, hash) VALUES (:enterprise, 0, :genesis)
                            ON CONFLICT (enterprise_id) DO NOTHING
                            """)
                    .param("enterprise", enterprise)
                    .param("genesis", genesis)
                    .update();
            return locked(enterprise).orElseThrow();
        });
    }

    private Optional<Head> locked(UUID enterprise) {
        return jdbc.sql("SELECT sequence, hash, sealed_at FROM seal_head WHERE enterprise_id = :enterprise FOR UPDATE")
                .param("enterprise", enterprise)
                .query((row, number) -> new Head(row.getLong(1), row.getString(2), instant(row, "sealed_at")))
                .optional();
    }

    /** Asked once the head is locked: what another transaction sealed or published until then is seen. */
    public Before before(UUID subject) {
        return jdbc.sql("""
                        SELECT coalesce(v.number, 0) AS number, v.enterprise_id,
                               (SELECT max(day) FROM daily_root) AS newest_day
                        FROM (SELECT CAST(:subject AS uuid) AS id) s
                        LEFT JOIN sealed_version v ON v.subject_id = s.id
                        ORDER BY v.number DESC LIMIT 1
                        """)
                .param("subject", subject)
                .query((row, number) -> new Before(
                        row.getInt("number"),
                        row.getObject("enterprise_id", UUID.class),
                        row.getObject("newest_day", LocalDate.class)))
                .single();
    }

    /** Adds a version and moves the head, which the caller has locked. */
    public void insert(Step step, Seal seal) {
        Objects.requireNonNull(step, "step");
        jdbc.sql("""
                        WITH moved AS (
                            UPDATE seal_head SET sequence = :sequence, hash = :hash, sealed_at = :at
                            WHERE enterprise_id = :enterprise)
                        INSERT INTO sealed_version (subject_id, number, enterprise_id, sequence, content, content_hash,
                                                    previous_hash, hash, sealed_at, sealed_by)
                        VALUES (:subject, :number, :enterprise, :sequence, :content, :contentHash,
                                :previousHash, :hash, :at, :by)
                        """)
                .param("subject", seal.subject())
                .param("number", seal.number())
                .param("enterprise", seal.enterprise())
                .param("sequence", seal.sequence())
                .param("content", seal.content())
                .param("contentHash", seal.contentHash())
                .param("previousHash", seal.previousHash())
                .param("hash", seal.hash())
                .param("at", seal.sealedAt().atOffset(ZoneOffset.UTC))
                .param("by", seal.sealedBy())
                .update();
    }

    /** @return oldest first */
    public List<Seal> of(UUID subject) {
        return jdbc.sql("SELECT v.content, " + COLUMNS
                        + "FROM sealed_version v WHERE subject_id = :subject ORDER BY number")
                .param("subject", subject)
                .query(SealTable::withContent)
                .list();
    }

    public Optional<Seal> newest(UUID subject) {
        return jdbc.sql("SELECT v.content, " + COLUMNS + """
                        FROM sealed_version v WHERE subject_id = :subject ORDER BY number DESC LIMIT 1
                        """)
                .param("subject", subject)
                .query(SealTable::withContent)
                .optional();
    }

    public Optional<Seal> find(UUID subject, int number) {
        return jdbc.sql("SELECT v.content, " + COLUMNS + """
                        FROM sealed_version v WHERE subject_id = :subject AND number = :number
                        """)
                .param("subject", subject)
                .param("number", number)
                .query(SealTable::withContent)
                .optional();
    }

    /** @return versions with this hash of their content or of their link, oldest first, without content */
    public List<Seal> withHash(String hash, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                        FROM sealed_version v WHERE hash = :hash OR content_hash = :hash
                        ORDER BY sealed_at, hash LIMIT :limit
                        """)
                .param("hash", hash)
                .param("limit", limit)
                .query((row, number) -> seal(row, null))
                .list();
    }

    /**
     * Reads a chain in order, as it stands at one moment.
     *
     * @return its head; empty where it has none
     */
    public Optional<Head> walk(UUID enterprise, Consumer<Link> links) {
        var head = new Head[1];
        jdbc.sql("SELECT " + COLUMNS + """
                        , encode(sha256(v.content), 'hex') AS content_now,
                        h.sequence AS head_sequence, h.hash AS head_hash, h.sealed_at AS head_at
                        FROM (SELECT CAST(:enterprise AS uuid) AS id) e
                        LEFT JOIN seal_head h ON h.enterprise_id = e.id
                        LEFT JOIN sealed_version v ON v.enterprise_id = e.id
                        ORDER BY v.sequence
                        """).param("enterprise", enterprise).query((RowCallbackHandler) row -> {
            if (row.getString("head_hash") != null) {
                head[0] = new Head(row.getLong("head_sequence"), row.getString("head_hash"), instant(row, "head_at"));
            }
            if (row.getString("hash") != null) {
                links.accept(new Link(seal(row, null), row.getString("content_now")));
            }
        });
        return Optional.ofNullable(head[0]);
    }

    private static Seal withContent(ResultSet row, int number) throws SQLException {
        return seal(row, row.getBytes("content"));
    }

    private static Seal seal(ResultSet row, byte[] content) throws SQLException {
        return new Seal(
                row.getObject("subject_id", UUID.class),
                row.getInt("number"),
                row.getObject("enterprise_id", UUID.class),
                row.getLong("sequence"),
                content,
                row.getString("content_hash"),
                row.getString("previous_hash"),
                row.getString("hash"),
                instant(row, "sealed_at"),
                row.getObject("sealed_by", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
