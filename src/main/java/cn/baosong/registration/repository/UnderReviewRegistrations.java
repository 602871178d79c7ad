package cn.baosong.registration.repository;

import cn.baosong.review.StatusSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What registrations themselves say of being reviewed, for the check of consistency. */
@Repository
class UnderReviewRegistrations implements StatusSource {

    private final JdbcClient jdbc;

    UnderReviewRegistrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "registration";
    }

    @Override
    public Set<UUID> underReview(Collection<UUID> among) {
        if (among.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("SELECT id FROM registration WHERE id IN (:among) AND status = 'UNDER_REVIEW'")
                .param("among", among)
                .query(UUID.class)
                .list());
    }

    @Override
    public List<UUID> underReview(UUID after, int limit) {
        return jdbc.sql("""
                        SELECT id FROM registration
                        WHERE id > :after AND status = 'UNDER_REVIEW' ORDER BY id LIMIT :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
