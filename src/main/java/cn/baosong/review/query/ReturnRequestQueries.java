package cn.baosong.review.query;

import cn.baosong.review.ReturnRequest;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of requests to have something returned; one for each subject. */
@Repository
public class ReturnRequestQueries {

    private final JdbcClient jdbc;

    ReturnRequestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(ReturnRequest request) {
        jdbc.sql("""
                        INSERT INTO return_request (subject_id, reason, asked_by, asked_at)
                        VALUES (:subject, :reason, :askedBy, :askedAt)
                        ON CONFLICT (subject_id) DO UPDATE
                        SET reason = excluded.reason, asked_by = excluded.asked_by, asked_at = excluded.asked_at
                        """)
                .param("subject", request.subject())
                .param("reason", request.reason())
                .param("askedBy", request.askedBy())
                .param("askedAt", Timestamp.from(request.askedAt()))
                .update();
    }

    public Optional<ReturnRequest> find(UUID subject) {
        return jdbc.sql("SELECT subject_id, reason, asked_by, asked_at FROM return_request WHERE subject_id = :subject")
                .param("subject", subject)
                .query((row, number) -> new ReturnRequest(
                        row.getObject("subject_id", UUID.class),
                        row.getString("reason"),
                        row.getObject("asked_by", UUID.class),
                        row.getTimestamp("asked_at").toInstant()))
                .optional();
    }

    public void deleteUnlessWaiting(Set<UUID> subjects) {
        jdbc.sql("""
                        DELETE FROM return_request
                        WHERE subject_id IN (:subjects)
                          AND NOT EXISTS (SELECT 1 FROM review_item WHERE review_item.subject_id = return_request.subject_id)
                        """).param("subjects", subjects).update();
    }
}
