package cn.baosong.administration.query;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for review of an enterprise. */
@Repository
public class WaitingSubjects {

    private final JdbcClient jdbc;

    WaitingSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return ids of the subjects, in their order, so that whoever locks them one by one does so like everybody else */
    public List<UUID> of(UUID enterprise) {
        return jdbc.sql("SELECT subject_id FROM review_item WHERE enterprise_id = :enterprise ORDER BY subject_id")
                .param("enterprise", enterprise)
                .query(UUID.class)
                .list();
    }
}
