package cn.baosong.review.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the inbox for the check of consistency: rows of every desk, in pages. */
@Repository
public class ConsistencyQueries {

    /** A row of the inbox, as far as it is compared. */
    public record Item(UUID subject, String kind, String task, UUID desk) {}

    private static final String ITEM = "SELECT subject_id, subject_kind, task_id, desk_id FROM review_item ";

    private final JdbcClient jdbc;

    ConsistencyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after only subjects behind this one */
    public List<Item> items(UUID after, int limit) {
        return jdbc.sql(ITEM + "WHERE subject_id > :after ORDER BY subject_id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query(ConsistencyQueries::item)
                .list();
    }

    public List<Item> byTasks(Collection<String> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : jdbc.sql(ITEM + "WHERE task_id IN (:tasks)")
                        .param("tasks", tasks)
                        .query(ConsistencyQueries::item)
                        .list();
    }

    /** @return those of the subjects that wait as one of the kind */
    public List<UUID> waiting(String kind, Collection<UUID> among) {
        return jdbc.sql("SELECT subject_id FROM review_item WHERE subject_kind = :kind AND subject_id IN (:among)")
                .param("kind", kind)
                .param("among", among)
                .query(UUID.class)
                .list();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getObject("subject_id", UUID.class),
                row.getString("subject_kind"),
                row.getString("task_id"),
                row.getObject("desk_id", UUID.class));
    }
}
