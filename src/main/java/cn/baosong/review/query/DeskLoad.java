package cn.baosong.review.query;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits at a desk, of whatever kind. */
@Repository
public class DeskLoad {

    private final JdbcClient jdbc;

    DeskLoad(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Reviews that go the same way.
     *
     * @param taskKey step of the model they wait in
     * @param directDesk the desk they came to first, null in a model that has no first desk
     */
    public record Alike(String taskKey, String region, UUID directDesk, int count) {}

    public int waiting(UUID desk) {
        return jdbc.sql("SELECT count(*) FROM review_item WHERE desk_id = :desk")
                .param("desk", desk)
                .query(Integer.class)
                .single();
    }

    /** @return what waits at a desk, counted by what decides where it goes next */
    public List<Alike> alike(UUID desk) {
        return jdbc.sql("""
                        SELECT task_key, region, direct_desk, count(*) AS waiting
                        FROM review_item WHERE desk_id = :desk
                        GROUP BY task_key, region, direct_desk
                        ORDER BY task_key, region, direct_desk
                        """)
                .param("desk", desk)
                .query((row, number) -> new Alike(
                        row.getString("task_key"),
                        row.getString("region"),
                        row.getObject("direct_desk", UUID.class),
                        row.getInt("waiting")))
                .list();
    }

    /** @return ids of the subjects that wait at a desk, in their order */
    public List<UUID> subjects(UUID desk) {
        return jdbc.sql("SELECT subject_id FROM review_item WHERE desk_id = :desk ORDER BY subject_id")
                .param("desk", desk)
                .query(UUID.class)
                .list();
    }
}
