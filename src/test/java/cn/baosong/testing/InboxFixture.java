package cn.baosong.testing;

import cn.baosong.organization.Desk;
import cn.baosong.review.Screening;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the inbox with no process behind them, to try lists with. Whoever puts some in takes them out again. */
@Component
public class InboxFixture {

    private final JdbcClient jdbc;

    InboxFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row as it would stand there; whatever is not said is empty. */
    public static final class Row {

        private final UUID id = UUID.randomUUID();
        private final Desk desk;
        private final String kind;
        private final String title;
        private Instant since = Instant.parse("2026-11-12T06:06:00Z");
        private Instant due;
        private UUID directDesk;
        private String userId;
        private YearMonth period;
        private Screening screening;
        private int warnings;
        private String regionPath = "";
        private String industryPath = "";
        private BigDecimal figure;
        private BigDecimal growth;

        public Row(Desk desk, String kind, String title) {
            this.desk = desk;
            this.kind = kind;
            this.title = title;
        }

        public Row since(String instant) {
            since = Instant.parse(instant);
            return this;
        }

        public Row due(String instant) {
            due = Instant.parse(instant);
            return this;
        }

        public Row direct(Desk first) {
            directDesk = first.id();
            return this;
        }

        public Row userId(String loginName) {
            userId = loginName;
            return this;
        }

        public Row period(String month) {
            period = YearMonth.parse(month);
            return this;
        }

        public Row screening(Screening said, int violated) {
            screening = said;
            warnings = violated;
            return this;
        }

        public Row region(String path) {
            regionPath = path;
            return this;
        }

        public Row industry(String path) {
            industryPath = path;
            return this;
        }

        public Row figure(String value, String change) {
            figure = value == null ? null : new BigDecimal(value);
            growth = change == null ? null : new BigDecimal(change);
            return this;
        }
    }

    /** @return id of the row; its subject's id is the same */
    public UUID put(Row row) {
        jdbc.sql("""
                        INSERT INTO review_item (id, task_id, task_key, subject_kind, subject_id, title, detail, region, desk_id,
                                                 level, since, due_at, direct_desk, user_id, period, screening, warnings,
                                                 region_path, industry_path, figure, growth)
                        VALUES (:id, :task, 'review-direct', :kind, :id, :title, :detail, :region, :desk,
                                :level, :since, :due, :direct, :userId, :period, :screening, :warnings,
                                :regionPath, :industryPath, :figure, :growth)
                        """)
                .param("id", row.id)
                .param("task", "inbox-fixture-" + row.id)
                .param("kind", row.kind)
                .param("title", row.title)
                .param("detail", row.period == null ? "" : row.period.toString())
                .param("region", row.regionPath.substring(row.regionPath.lastIndexOf('/') + 1))
                .param("desk", row.desk.id())
                .param("level", row.desk.level().name())
                .param("since", Timestamp.from(row.since))
                .param("due", row.due == null ? null : Timestamp.from(row.due), Types.TIMESTAMP)
                .param("direct", row.directDesk, Types.OTHER)
                .param("userId", row.userId, Types.VARCHAR)
                .param("period", row.period == null ? null : row.period.atDay(1), Types.DATE)
                .param("screening", row.screening == null ? null : row.screening.name(), Types.VARCHAR)
                .param("warnings", row.warnings)
                .param("regionPath", row.regionPath)
                .param("industryPath", row.industryPath)
                .param("figure", row.figure, Types.NUMERIC)
                .param("growth", row.growth, Types.NUMERIC)
                .update();
        return row.id;
    }

    /** Puts in many rows with every state among them: a third screened each way, two thirds from below, half overdue. */
    public void fill(Desk desk, Desk below, String kind, int number) {
        jdbc.sql("""
                        INSERT INTO review_item (id, task_id, task_key, subject_kind, subject_id, title, detail, region, desk_id,
                                                 level, since, due_at, direct_desk, user_id, period, screening, warnings,
                                                 region_path, industry_path, figure, growth)
                        SELECT id, 'inbox-fixture-' || id, 'review-upper', :kind, id, '示范企业第' || n || '号有限公司', '2026-10',
                               :region, :desk, :level,
                               now() - interval '30 days' + n * interval '30 days' / :number,
                               now() + (CASE n % 2 WHEN 0 THEN -1 ELSE 1 END) * interval '3 days',
                               CASE WHEN n % 3 = 0 THEN CAST(:desk AS uuid) ELSE CAST(:below AS uuid) END,
                               'bench' || n, DATE '2026-10-01',
                               (ARRAY['PASSED', 'NOT_PASSED', 'NOT_COMPARABLE'])[1 + n / 3 % 3], n % 4,
                               substr(:region, 1, 2) || '/' || :region, 'C/34/348/3489',
                               CAST(n AS bigint) * 7919 % 1000003, CAST(n AS bigint) * 31 % 401 - 200
                        FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, :number) AS n) AS numbered
                        """)
                .param("kind", kind)
                .param("region", desk.region())
                .param("desk", desk.id())
                .param("below", below.id())
                .param("level", desk.level().name())
                .param("number", number)
                .update();
    }

    /** Takes every row out again that was put in. */
    public void clear() {
        jdbc.sql("DELETE FROM review_item WHERE task_id LIKE 'inbox-fixture-%'").update();
    }
}
