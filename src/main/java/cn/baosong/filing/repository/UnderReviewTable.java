package cn.baosong.filing.repository;

import cn.baosong.filing.FilingStatus;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of which reports have a status, for the check of consistency. */
@Repository
public class UnderReviewTable {

    private final JdbcClient jdbc;

    UnderReviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<UUID> among(Collection<UUID> filings, FilingStatus status) {
        if (filings.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT id FROM filing WHERE id IN (:filings) AND status = :status")
                .param("filings", filings)
                .param("status", status.name())
                .query(UUID.class)
                .list());
    }

    public List<UUID> after(UUID filing, FilingStatus status, int limit) {
        return jdbc.sql("SELECT id FROM filing WHERE id > :filing AND status = :status ORDER BY id LIMIT :limit")
                .param("filing", filing)
                .param("status", status.name())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
