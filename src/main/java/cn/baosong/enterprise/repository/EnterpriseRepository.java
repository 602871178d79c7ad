package cn.baosong.enterprise.repository;

import cn.baosong.common.Json;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.EnterpriseName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of enterprises and their profiles. */
@Repository
public class EnterpriseRepository {

    private static final String SELECT = """
            SELECT id, account_id, name, code, code_kind, region, industry, scale, phone, direct_desk_id, state, created_at
            FROM enterprise
            """;

    private final JdbcClient jdbc;
    private final Json json;

    EnterpriseRepository(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Enterprise> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(EnterpriseRepository::enterprise)
                .optional();
    }

    public List<Enterprise> find(Set<UUID> ids) {
        return jdbc.sql(SELECT + "WHERE id IN (:ids)")
                .param("ids", ids.isEmpty() ? null : ids)
                .query(EnterpriseRepository::enterprise)
                .list();
    }

    public Optional<Enterprise> findByAccount(UUID account) {
        return jdbc.sql(SELECT + "WHERE account_id = :account")
                .param("account", account)
                .query(EnterpriseRepository::enterprise)
                .optional();
    }

    public Optional<Enterprise> findByCode(String code) {
        return jdbc.sql(SELECT + "WHERE code = :code AND state <> 'REMOVED'")
                .param("code", code)
                .query(EnterpriseRepository::enterprise)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another enterprise has the phone */
    public void changePhone(UUID account, String phone) {
        jdbc.sql("UPDATE enterprise SET phone = :phone WHERE account_id = :account")
                .param("phone", phone)
                .param("account", account)
                .update();
    }

    /** Which enterprise has a name, and which a code; null for nobody. */
    public record Holders(UUID name, UUID code) {}

    public Holders holders(String nameKey, String code) {
        return jdbc.sql("""
                        SELECT (SELECT id FROM enterprise
                                WHERE name_key = CAST(:name AS text) AND state <> 'REMOVED') AS name,
                               (SELECT id FROM enterprise
                                WHERE code = CAST(:code AS text) AND state <> 'REMOVED') AS code
                        """)
                .param("name", nameKey)
                .param("code", code)
                .query((row, number) ->
                        new Holders(row.getObject("name", UUID.class), row.getObject("code", UUID.class)))
                .single();
    }

    /**
     * Keeps the row for the rest of the transaction. Rows that refer to it may come meanwhile, such as a report begun in the
     * same moment: what two begin is decided by its unique key, where the second waits for the first and never both.
     */
    public Optional<Enterprise> lock(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(EnterpriseRepository::enterprise)
                .optional();
    }

    /**
     * Whether an enterprise is in force, and the desk that was set for it; both stay so until the transaction ends.
     *
     * @param setDesk null where the desk goes by region
     */
    public record Standing(boolean active, UUID setDesk) {}

    public Optional<Standing> hold(UUID id) {
        return jdbc.sql("SELECT state, set_desk_id FROM enterprise WHERE id = :id FOR SHARE")
                .param("id", id)
                .query((row, number) ->
                        new Standing("ACTIVE".equals(row.getString("state")), row.getObject("set_desk_id", UUID.class)))
                .optional();
    }

    public Optional<UUID> setDesk(UUID id) {
        return jdbc.sql("SELECT set_desk_id FROM enterprise WHERE id = :id AND set_desk_id IS NOT NULL")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** A new version of the profile, and what stands of it in the enterprise's own row. */
    public void change(UUID enterprise, Map<String, Object> profile, String processInstance, Instant at) {
        var name = String.valueOf(profile.get("name")).strip();
        jdbc.sql("""
                        WITH changed AS (
                            UPDATE enterprise
                            SET name = :name, name_key = :nameKey, code = :code, code_kind = :codeKind,
                                industry = :industry, scale = :scale, profile_version = profile_version + 1
                            WHERE id = :id
                            RETURNING id, profile_version
                        )
                        INSERT INTO enterprise_profile (enterprise_id, version, profile, valid_from, process_instance)
                        SELECT id, profile_version, CAST(:profile AS jsonb), :at, :instance FROM changed
                        """)
                .param("id", enterprise)
                .param("name", name)
                .param("nameKey", EnterpriseName.key(name))
                .param("code", UnifiedSocialCreditCode.normalize(String.valueOf(profile.get("code"))))
                .param("codeKind", String.valueOf(profile.get("codeKind")))
                .param("industry", String.valueOf(profile.get("industry")))
                .param("scale", String.valueOf(profile.get("scale")))
                .param("profile", json.write(profile))
                .param("at", Timestamp.from(at))
                .param("instance", processInstance)
                .update();
    }

    public boolean phoneTaken(String phone) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM enterprise WHERE phone = :phone)")
                .param("phone", phone)
                .query(Boolean.class)
                .single();
    }

    public Map<String, Object> profile(UUID enterprise) {
        return jdbc.sql("""
                        SELECT p.profile::text
                        FROM enterprise e
                        JOIN enterprise_profile p ON p.enterprise_id = e.id AND p.version = e.profile_version
                        WHERE e.id = :id
                        """)
                .param("id", enterprise)
                .query(String.class)
                .optional()
                .map(json::read)
                .orElse(Map.of());
    }

    public void insert(Enterprise enterprise, Map<String, Object> profile, String processInstance) {
        jdbc.sql("""
                        WITH admitted AS (
                            INSERT INTO enterprise (id, account_id, name, name_key, code, code_kind, region, industry,
                                                    scale, phone, direct_desk_id, profile_version, created_at)
                            VALUES (:id, :account, :name, :nameKey, :code, :codeKind, :region, :industry,
                                    :scale, :phone, :desk, 1, :createdAt)
                            RETURNING id, profile_version, created_at
                        )
                        INSERT INTO enterprise_profile (enterprise_id, version, profile, valid_from, process_instance)
                        SELECT id, profile_version, CAST(:profile AS jsonb), created_at, :instance FROM admitted
                        """)
                .param("id", enterprise.id())
                .param("account", enterprise.account())
                .param("name", enterprise.name())
                .param("nameKey", EnterpriseName.key(enterprise.name()))
                .param("code", enterprise.code())
                .param("codeKind", enterprise.codeKind())
                .param("region", enterprise.region())
                .param("industry", enterprise.industry())
                .param("scale", enterprise.scale())
                .param("phone", enterprise.phone())
                .param("desk", enterprise.directDesk())
                .param("createdAt", Timestamp.from(enterprise.createdAt()))
                .param("profile", json.write(profile))
                .param("instance", processInstance)
                .update();
    }

    private static Enterprise enterprise(ResultSet row, int number) throws SQLException {
        return new Enterprise(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("code"),
                row.getString("code_kind"),
                row.getString("region"),
                row.getString("industry"),
                row.getString("scale"),
                row.getString("phone"),
                row.getObject("direct_desk_id", UUID.class),
                "ACTIVE".equals(row.getString("state")),
                row.getTimestamp("created_at").toInstant());
    }
}
