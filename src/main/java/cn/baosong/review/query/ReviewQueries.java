package cn.baosong.review.query;

import cn.baosong.organization.DeskLevel;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewArrival;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.Screening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of single reviews and of what was decided. Whoever asks names the desks; nothing else is seen. */
@Repository
public class ReviewQueries {

    static final String ITEM_COLUMNS = """
            SELECT id, task_id, task_key, subject_kind, subject_id, title, detail, region, desk_id, level, since, (
                       SELECT reason FROM return_request WHERE return_request.subject_id = review_item.subject_id
                   ) AS requested, due_at, direct_desk, (
                       SELECT name FROM desk WHERE desk.id = review_item.direct_desk
                   ) AS direct_desk_name, enterprise_id, user_id, period, screening, warnings, figure, growth
            """;
    private static final String ITEM = ITEM_COLUMNS + "FROM review_item ";
    private static final String ACTION = """
            SELECT subject_kind, subject_id, title, detail, desk_id, desk_name, account_id, actor, decision, reason, acted_at
            FROM review_action
            """;
    private static final String DECIDED = """
            WHERE desk_id IN (:desks) AND subject_kind = :kind
              AND (:text = '' OR strpos(lower(title), lower(:text)) > 0 OR strpos(lower(detail), lower(:text)) > 0
                   OR strpos(lower(user_id), lower(:text)) > 0)
              AND (CAST(:month AS date) IS NULL OR period = CAST(:month AS date))
              AND (:decision = '' OR decision = :decision)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations together;

    /** @param together sends the rows of a statement in one go */
    ReviewQueries(JdbcClient jdbc, NamedParameterJdbcOperations together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    public Optional<ReviewItem> waitingFor(UUID subject) {
        return jdbc.sql(ITEM + "WHERE subject_id = :subject")
                .param("subject", subject)
                .query(ReviewQueries::item)
                .optional();
    }

    /** @return what waits of these subjects, in whatever order */
    public List<ReviewItem> waitingFor(Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : jdbc.sql(ITEM + "WHERE subject_id IN (:subjects)")
                        .param("subjects", subjects)
                        .query(ReviewQueries::item)
                        .list();
    }

    /** @return whether there is such a desk for each; where there is none, nothing waits at it */
    public boolean insert(Collection<ReviewArrival> arrivals) {
        var rows = arrivals.stream().map(ReviewQueries::row).toArray(SqlParameterSource[]::new);
        return Arrays.stream(together.batchUpdate("""
                        INSERT INTO review_item (id, task_id, task_key, subject_kind, subject_id, title, detail, region,
                                                 desk_id, level, since, due_at, direct_desk, enterprise_id, user_id, period,
                                                 screening, warnings, region_path, industry_path, figure, growth)
                        SELECT :id, :taskId, :taskKey, :kind, :subject, :title, :detail, :region, desk.id, desk.level,
                               :since, :due, :directDesk, :enterprise, :userId, :period,
                               :screening, :warnings, :regionPath, :industryPath, :figure, :growth
                        FROM desk WHERE desk.id = :desk AND desk.closed_at IS NULL
                        FOR KEY SHARE
                        """, rows)).allMatch(inserted -> inserted == 1);
    }

    private static SqlParameterSource row(ReviewArrival arrival) {
        var facets = arrival.facets();
        return new MapSqlParameterSource("id", UUID.randomUUID())
                .addValue("taskId", arrival.task().taskId())
                .addValue("taskKey", arrival.task().taskDefinitionKey())
                .addValue("kind", arrival.kind())
                .addValue("subject", arrival.subject().id())
                .addValue("title", arrival.subject().title())
                .addValue("detail", arrival.subject().detail())
                .addValue("region", arrival.subject().region())
                .addValue("desk", arrival.desk())
                .addValue("since", Timestamp.from(arrival.since()))
                .addValue("due", arrival.due() == null ? null : Timestamp.from(arrival.due()), Types.TIMESTAMP)
                .addValue("directDesk", arrival.directDesk(), Types.OTHER)
                .addValue("enterprise", facets.enterprise(), Types.OTHER)
                .addValue("userId", facets.userId(), Types.VARCHAR)
                .addValue(
                        "period",
                        facets.period() == null ? null : facets.period().atDay(1),
                        Types.DATE)
                .addValue(
                        "screening",
                        facets.screening() == null ? null : facets.screening().name(),
                        Types.VARCHAR)
                .addValue("warnings", facets.warnings())
                .addValue("regionPath", String.join("/", facets.regionPath()))
                .addValue("industryPath", String.join("/", facets.industryPath()))
                .addValue("figure", facets.figure(), Types.NUMERIC)
                .addValue("growth", facets.growth(), Types.NUMERIC);
    }

    public void deleteByTask(Collection<String> taskIds) {
        if (!taskIds.isEmpty()) {
            jdbc.sql("DELETE FROM review_item WHERE task_id IN (:taskIds)")
                    .param("taskIds", taskIds)
                    .update();
        }
    }

    /** @param operation the bulk operation they are part of, null for none */
    public void record(Collection<ReviewAction> actions, UUID operation) {
        var rows = actions.stream().map(action -> row(action, operation)).toArray(SqlParameterSource[]::new);
        together.batchUpdate("""
                        INSERT INTO review_action (subject_kind, subject_id, title, detail, desk_id, desk_name, account_id,
                                                   actor, decision, reason, acted_at, period, user_id, operation_id)
                        SELECT :kind, :subject, :title, :detail, :desk, :deskName, :account, :actor, :decision, :reason,
                               :at, item.period, item.user_id, CAST(:operation AS uuid)
                        FROM (SELECT 1) AS once LEFT JOIN review_item AS item ON item.subject_id = :subject
                        """, rows);
    }

    private static SqlParameterSource row(ReviewAction action, UUID operation) {
        return new MapSqlParameterSource("kind", action.kind())
                .addValue("subject", action.subject())
                .addValue("title", action.title())
                .addValue("detail", action.detail())
                .addValue("desk", action.desk())
                .addValue("deskName", action.deskName())
                .addValue("account", action.account())
                .addValue("actor", action.actor())
                .addValue("decision", action.decision().name())
                .addValue("reason", action.reason(), Types.VARCHAR)
                .addValue("at", Timestamp.from(action.at()))
                .addValue("operation", operation, Types.OTHER);
    }

    /** Everything that was decided about a subject, oldest first. */
    public List<ReviewAction> decided(UUID subject) {
        return jdbc.sql(ACTION + "WHERE subject_id = :subject ORDER BY id")
                .param("subject", subject)
                .query(ReviewQueries::action)
                .list();
    }

    /** What was decided about a subject as one of a kind, oldest first. */
    public List<ReviewAction> decided(UUID subject, String kind) {
        return jdbc.sql(ACTION + "WHERE subject_id = :subject AND subject_kind = :kind ORDER BY id")
                .param("subject", subject)
                .param("kind", kind)
                .query(ReviewQueries::action)
                .list();
    }

    /** The newest decision about a subject as one of a kind that is not older than {@code since}. */
    public Optional<ReviewAction> decidedSince(UUID subject, String kind, Instant since) {
        return jdbc.sql(ACTION + """
                        WHERE subject_id = :subject AND subject_kind = :kind AND acted_at >= :since
                        ORDER BY id DESC LIMIT 1
                        """)
                .param("subject", subject)
                .param("kind", kind)
                .param("since", Timestamp.from(since))
                .query(ReviewQueries::action)
                .optional();
    }

    /** What the desks decided, newest first. */
    public List<ReviewAction> decidedBy(Set<UUID> desks, ReviewFilter filter, int offset, int limit) {
        if (desks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(ACTION + DECIDED + "ORDER BY id DESC OFFSET :offset LIMIT :limit")
                .params(decided(desks, filter))
                .param("offset", offset)
                .param("limit", limit)
                .query(ReviewQueries::action)
                .list();
    }

    /** @return how many they are, counted no further than {@code limit} */
    public int countDecidedBy(Set<UUID> desks, ReviewFilter filter, int limit) {
        if (desks.isEmpty()) {
            return 0;
        }
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM review_action " + DECIDED + " LIMIT :limit) AS counted")
                .params(decided(desks, filter))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> decided(Set<UUID> desks, ReviewFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("desks", desks);
        parameters.put("kind", filter.kind());
        parameters.put("text", filter.text());
        parameters.put("month", filter.month() == null ? null : filter.month().atDay(1));
        parameters.put(
                "decision", filter.decision() == null ? "" : filter.decision().name());
        return parameters;
    }

    public boolean decidedByAny(Set<UUID> desks, String kind, UUID subject) {
        return !desks.isEmpty()
                && jdbc.sql("""
                                SELECT EXISTS (SELECT 1 FROM review_action
                                               WHERE subject_id = :subject AND subject_kind = :kind AND desk_id IN (:desks))
                                """)
                        .param("subject", subject)
                        .param("kind", kind)
                        .param("desks", desks)
                        .query(Boolean.class)
                        .single();
    }

    /** @return whether this acceptance is the newest decision about its subject and part of a skip of levels */
    public boolean skippedLevels(ReviewAction acceptance) {
        return jdbc.sql("""
                        SELECT bulk_operation.action = 'SKIP_LEVEL' AND review_action.desk_id = :desk
                        FROM review_action JOIN bulk_operation ON bulk_operation.id = review_action.operation_id
                        WHERE review_action.id = (SELECT max(id) FROM review_action
                                                  WHERE subject_id = :subject AND subject_kind = :kind)
                        """)
                .param("desk", acceptance.desk())
                .param("subject", acceptance.subject())
                .param("kind", acceptance.kind())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Reasons the desks gave lately, the most frequent first. */
    public List<String> reasons(Set<UUID> desks, String kind, int limit) {
        if (desks.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT reason
                        FROM (SELECT reason, id FROM review_action
                              WHERE desk_id IN (:desks) AND subject_kind = :kind AND decision = 'RETURNED'
                              ORDER BY id DESC LIMIT 200) AS recent
                        GROUP BY reason
                        ORDER BY count(*) DESC, max(id) DESC
                        LIMIT :limit
                        """)
                .param("desks", desks)
                .param("kind", kind)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    static ReviewItem item(ResultSet row, int number) throws SQLException {
        return new ReviewItem(
                row.getObject("id", UUID.class),
                row.getString("task_id"),
                row.getString("task_key"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("title"),
                row.getString("detail"),
                row.getString("region"),
                row.getObject("desk_id", UUID.class),
                DeskLevel.valueOf(row.getString("level")),
                row.getTimestamp("since").toInstant(),
                row.getString("requested"),
                row.getTimestamp("due_at") == null
                        ? null
                        : row.getTimestamp("due_at").toInstant(),
                row.getObject("direct_desk", UUID.class),
                row.getString("direct_desk_name"),
                row.getObject("enterprise_id", UUID.class),
                row.getString("user_id"),
                row.getDate("period") == null ? null : YearMonth.from(row.getObject("period", LocalDate.class)),
                row.getString("screening") == null ? null : Screening.valueOf(row.getString("screening")),
                row.getInt("warnings"),
                row.getBigDecimal("figure"),
                row.getBigDecimal("growth"));
    }

    private static ReviewAction action(ResultSet row, int number) throws SQLException {
        return new ReviewAction(
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                row.getString("title"),
                row.getString("detail"),
                row.getObject("desk_id", UUID.class),
                row.getString("desk_name"),
                row.getObject("account_id", UUID.class),
                row.getString("actor"),
                Decision.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getTimestamp("acted_at").toInstant());
    }
}
