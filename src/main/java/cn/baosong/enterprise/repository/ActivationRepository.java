package cn.baosong.enterprise.repository;

import cn.baosong.enterprise.InactiveEnterprise;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of enterprises whose account has no phone. Whoever asks names the desks; nothing else is seen. */
@Repository
public class ActivationRepository {

    /** An account that may be given a code. */
    public record Inactive(UUID account, String name, String loginName) {}

    private static final String FROM = """
            FROM enterprise e
            JOIN account a ON a.id = e.account_id
            """;
    private static final String INACTIVE = """
            WHERE e.direct_desk_id IN (:desks) AND a.phone IS NULL AND a.enabled
            """;
    private static final String NAMED = """
            AND (:text = '' OR strpos(lower(e.name), lower(:text)) > 0 OR strpos(lower(a.login_name), lower(:text)) > 0)
            """;

    private final JdbcClient jdbc;

    ActivationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<InactiveEnterprise> waiting(Set<UUID> desks, String text, Instant now, int offset, int limit) {
        if (desks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT e.id, e.name, a.login_name, e.region, c.expires_at " + FROM
                        + "LEFT JOIN activation_code c ON c.account_id = a.id AND c.expires_at > :now " + INACTIVE
                        + NAMED
                        + "ORDER BY e.name, e.id OFFSET :offset LIMIT :limit")
                .param("desks", desks)
                .param("text", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> {
                    var until = row.getObject("expires_at", OffsetDateTime.class);
                    return new InactiveEnterprise(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("login_name"),
                            row.getString("region"),
                            until == null ? null : until.toInstant());
                })
                .list();
    }

    public int count(Set<UUID> desks, String text) {
        return desks.isEmpty()
                ? 0
                : jdbc.sql("SELECT count(*) " + FROM + INACTIVE + NAMED)
                        .param("desks", desks)
                        .param("text", text)
                        .query(Integer.class)
                        .single();
    }

    /** Keeps the account as it is until the transaction ends: no phone is bound meanwhile. */
    public Optional<Inactive> lockInactive(Set<UUID> desks, UUID enterprise) {
        if (desks.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT a.id, e.name, a.login_name " + FROM + INACTIVE + "AND e.id = :id FOR SHARE OF a")
                .param("desks", desks)
                .param("id", enterprise)
                .query((row, number) -> new Inactive(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("login_name")))
                .optional();
    }
}
