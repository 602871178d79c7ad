package cn.baosong.enterprise.repository;

import cn.baosong.enterprise.InactiveEnterprise;
import cn.baosong.organization.DirectDesks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of enterprises whose account has no phone. Whoever asks names the desks and the day; nothing else is seen than
 * what reaches one of them first that day: set for it, else nearest by region, as {@code Desks.direct} finds it.
 */
@Repository
public class ActivationRepository {

    /** An account that may be given a code. */
    public record Inactive(UUID account, String name, String loginName) {}

    private static final String ALL = DirectDesks.WITH;
    private static final String ONE = DirectDesks.with("code = (SELECT region FROM enterprise WHERE id = :id)");
    private static final String FROM = """
            FROM enterprise e
            JOIN account a ON a.id = e.account_id
            LEFT JOIN nearest ON nearest.region = e.region
            """;
    private static final String INACTIVE = """
            WHERE coalesce(e.set_desk_id, nearest.desk_id) IN (:desks) AND a.phone IS NULL AND a.enabled
            """;
    private static final String NAMED = """
            AND (:text = '' OR strpos(lower(e.name), lower(:text)) > 0 OR strpos(lower(a.login_name), lower(:text)) > 0)
            """;

    private final JdbcClient jdbc;

    ActivationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<InactiveEnterprise> waiting(
            Set<UUID> desks, LocalDate day, String text, Instant now, int offset, int limit) {
        if (desks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ALL + "SELECT e.id, e.name, a.login_name, e.region, c.expires_at " + FROM
                        + "LEFT JOIN activation_code c ON c.account_id = a.id AND c.expires_at > :now " + INACTIVE
                        + NAMED
                        + "ORDER BY e.name, e.id OFFSET :offset LIMIT :limit")
                .param("desks", desks)
                .param("day", day)
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

    public int count(Set<UUID> desks, LocalDate day, String text) {
        return desks.isEmpty()
                ? 0
                : jdbc.sql(ALL + "SELECT count(*) " + FROM + INACTIVE + NAMED)
                        .param("desks", desks)
                        .param("day", day)
                        .param("text", text)
                        .query(Integer.class)
                        .single();
    }

    /** Keeps the account as it is until the transaction ends: no phone is bound meanwhile. */
    public Optional<Inactive> lockInactive(Set<UUID> desks, LocalDate day, UUID enterprise) {
        if (desks.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(ONE + "SELECT a.id, e.name, a.login_name " + FROM + INACTIVE + "AND e.id = :id FOR SHARE OF a")
                .param("desks", desks)
                .param("day", day)
                .param("id", enterprise)
                .query((row, number) -> new Inactive(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("login_name")))
                .optional();
    }
}
