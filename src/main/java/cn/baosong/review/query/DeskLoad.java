package cn.baosong.review.query;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much waits at a desk, of whatever kind. */
@Repository
public class DeskLoad {

    private final JdbcClient jdbc;

    DeskLoad(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int waiting(UUID desk) {
        return jdbc.sql("SELECT count(*) FROM review_item WHERE desk_id = :desk")
                .param("desk", desk)
                .query(Integer.class)
                .single();
    }
}
