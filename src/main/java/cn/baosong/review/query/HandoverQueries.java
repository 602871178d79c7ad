package cn.baosong.review.query;

import cn.baosong.organization.Desk;
import cn.baosong.review.HandedOver;
import cn.baosong.review.HandoverCause;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reviews that come to another desk without a decision. Callers hold the subject's lock. */
@Repository
public class HandoverQueries {

    private final JdbcClient jdbc;

    HandoverQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param passedBy the desk that had it and did not decide; null where nobody was passed by */
    public void move(UUID item, Desk desk, Instant due, UUID passedBy) {
        jdbc.sql("""
                        UPDATE review_item
                        SET desk_id = :desk, level = :level, due_at = :due, escalated_from = :passedBy
                        WHERE id = :item
                        """)
                .param("item", item)
                .param("desk", desk.id())
                .param("level", desk.level().name())
                .param("due", timestamp(due), Types.TIMESTAMP)
                .param("passedBy", passedBy, Types.OTHER)
                .update();
    }

    public void setDue(UUID item, Instant due) {
        jdbc.sql("UPDATE review_item SET due_at = :due WHERE id = :item")
                .param("item", item)
                .param("due", timestamp(due), Types.TIMESTAMP)
                .update();
    }

    public void setDirectDesk(UUID item, UUID desk) {
        jdbc.sql("UPDATE review_item SET direct_desk = :desk WHERE id = :item")
                .param("item", item)
                .param("desk", desk)
                .update();
    }

    public void record(HandedOver handed) {
        jdbc.sql("""
                        INSERT INTO review_escalation (item_id, subject_kind, subject_id, from_desk, to_desk, cause,
                                                       account_id, was_due_at, handed_at)
                        VALUES (:item, :kind, :subject, :from, :to, :cause, :account, :wasDue, :at)
                        """)
                .param("item", handed.item())
                .param("kind", handed.kind())
                .param("subject", handed.subject())
                .param("from", handed.from())
                .param("to", handed.to())
                .param("cause", handed.cause().name())
                .param("account", handed.account(), Types.OTHER)
                .param("wasDue", timestamp(handed.wasDue()), Types.TIMESTAMP)
                .param("at", timestamp(handed.at()))
                .update();
    }

    /** Everything that was handed over about a subject, oldest first. */
    public List<HandedOver> of(UUID subject) {
        return jdbc.sql("""
                        SELECT item_id, subject_kind, subject_id, from_desk, to_desk, cause, account_id, was_due_at, handed_at
                        FROM review_escalation
                        WHERE subject_id = :subject
                        ORDER BY id
                        """)
                .param("subject", subject)
                .query((row, number) -> new HandedOver(
                        row.getObject("item_id", UUID.class),
                        row.getString("subject_kind"),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("from_desk", UUID.class),
                        row.getObject("to_desk", UUID.class),
                        HandoverCause.valueOf(row.getString("cause")),
                        row.getObject("account_id", UUID.class),
                        row.getTimestamp("was_due_at") == null
                                ? null
                                : row.getTimestamp("was_due_at").toInstant(),
                        row.getTimestamp("handed_at").toInstant()))
                .list();
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
