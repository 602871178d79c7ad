package cn.baosong.filing.batch.repository;

import cn.baosong.common.Json;
import cn.baosong.engine.Step;
import cn.baosong.filing.batch.BatchProblem;
import cn.baosong.filing.batch.BatchRow;
import cn.baosong.filing.batch.BatchRun;
import cn.baosong.filing.batch.BatchStatus;
import cn.baosong.filing.batch.SheetPlaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of workbooks with many reports. What decides a line asks for the engine's step that does it. */
@Repository
public class BatchRepository {

    /** An enterprise one may file for. */
    public record Unfiled(String loginName, String name) {}

    private static final String MANAGED = """
            WITH RECURSIVE managed AS (
                SELECT id FROM desk WHERE id IN (:desks)
                UNION
                SELECT below.id FROM desk below JOIN managed ON below.superior_id = managed.id
            )
            """;
    private static final String NOT_BEGUN = """
            FROM enterprise e
            JOIN account a ON a.id = e.account_id
            WHERE e.direct_desk_id IN (SELECT id FROM managed) AND e.state = 'ACTIVE'
              AND NOT EXISTS (SELECT 1 FROM filing f
                              WHERE f.enterprise_id = e.id AND f.scheme = :scheme AND f.month = :month)
            """;
    private static final String RUN = """
            SELECT r.id, r.month, r.file_name, r.process_instance, r.places::text AS places, r.uploaded_by,
                   a.login_name AS uploader, r.uploaded_at, r.finished_at, tally.counts::text AS counts
            FROM batch_run r
            JOIN account a ON a.id = r.uploaded_by
            CROSS JOIN LATERAL (
                SELECT coalesce(jsonb_object_agg(status, number), '{}') AS counts
                FROM (SELECT status, count(*) AS number FROM batch_row WHERE run_id = r.id GROUP BY status) AS of_run
            ) AS tally
            """;
    private static final String ROW = """
            SELECT number, login_name, name, cells::text AS cells, status, problems::text AS problems, filing_id
            FROM batch_row
            """;
    private static final String LIST = "list";

    private final JdbcClient jdbc;
    private final Json json;

    BatchRepository(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return whether the enterprise's direct desk is one of these or below one of them */
    public boolean manages(List<UUID> desks, UUID enterprise) {
        return !desks.isEmpty()
                && jdbc.sql(MANAGED + """
                                SELECT EXISTS (SELECT 1 FROM enterprise
                                               WHERE id = :enterprise
                                                 AND direct_desk_id IN (SELECT id FROM managed))
                                """)
                        .param("desks", desks)
                        .param("enterprise", enterprise)
                        .query(Boolean.class)
                        .single();
    }

    /** @return enterprises in force at or below these desks without a report of the month, by region and name */
    public List<Unfiled> notBegun(List<UUID> desks, String scheme, YearMonth month, int limit) {
        return desks.isEmpty()
                ? List.of()
                : jdbc.sql(MANAGED + "SELECT a.login_name, e.name " + NOT_BEGUN
                                + " ORDER BY e.region, e.name, e.id LIMIT :limit")
                        .param("desks", desks)
                        .param("scheme", scheme)
                        .param("month", month.atDay(1))
                        .param("limit", limit)
                        .query((row, number) -> new Unfiled(row.getString("login_name"), row.getString("name")))
                        .list();
    }

    /** @return how many {@link #notBegun} there are */
    public int countNotBegun(List<UUID> desks, String scheme, YearMonth month) {
        return desks.isEmpty()
                ? 0
                : jdbc.sql(MANAGED + "SELECT count(*) " + NOT_BEGUN)
                        .param("desks", desks)
                        .param("scheme", scheme)
                        .param("month", month.atDay(1))
                        .query(Integer.class)
                        .single();
    }

    public void insert(
            UUID id,
            YearMonth month,
            UUID uploader,
            String fileName,
            SheetPlaces places,
            String processInstance,
            Instant now) {
        jdbc.sql("""
                        INSERT INTO batch_run (id, month, uploaded_by, file_name, places, process_instance, uploaded_at)
                        VALUES (:id, :month, :uploader, :fileName, CAST(:places AS jsonb), :instance, :now)
                        """)
                .param("id", id)
                .param("month", month.atDay(1))
                .param("uploader", uploader)
                .param("fileName", fileName)
                .param("places", json.write(places.written()))
                .param("instance", processInstance)
                .param("now", Timestamp.from(now))
                .update();
    }

    public void insert(UUID run, List<BatchRow> rows) {
        jdbc.sql("""
                        INSERT INTO batch_row (run_id, number, login_name, name, cells, status, problems)
                        SELECT :run, number, login_name, name, CAST(cells AS jsonb), 'PENDING', CAST(problems AS jsonb)
                        FROM unnest(CAST(:numbers AS int[]), CAST(:logins AS text[]), CAST(:names AS text[]),
                                    CAST(:cells AS text[]), CAST(:problems AS text[]))
                             AS row (number, login_name, name, cells, problems)
                        """)
                .param("run", run)
                .param("numbers", rows.stream().map(BatchRow::number).toArray(Integer[]::new))
                .param("logins", texts(rows, BatchRow::loginName))
                .param("names", texts(rows, BatchRow::name))
                .param("cells", texts(rows, row -> json.write(row.cells())))
                .param("problems", texts(rows, row -> problems(row.problems())))
                .update();
    }

    /** @return the workbook if this account sent it */
    public Optional<BatchRun> find(UUID id, UUID uploader) {
        return jdbc.sql(RUN + "WHERE r.id = :id AND r.uploaded_by = :uploader")
                .param("id", id)
                .param("uploader", uploader)
                .query(this::run)
                .optional();
    }

    /** Keeps the workbook locked for the rest of the transaction: one chunk at a time. */
    public Optional<BatchRun> lock(UUID id) {
        jdbc.sql("SELECT 1 FROM batch_run WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return jdbc.sql(RUN + "WHERE r.id = :id")
                .param("id", id)
                .query(this::run)
                .optional();
    }

    public List<BatchRun> newest(UUID uploader, int limit) {
        return jdbc.sql(RUN + "WHERE r.uploaded_by = :uploader ORDER BY r.uploaded_at DESC, r.id LIMIT :limit")
                .param("uploader", uploader)
                .param("limit", limit)
                .query(this::run)
                .list();
    }

    /** @return numbers of the lines whose turn has not come */
    public List<Integer> pending(UUID run, int limit) {
        return jdbc.sql("""
                        SELECT number FROM batch_row
                        WHERE run_id = :run AND status = 'PENDING' ORDER BY number LIMIT :limit
                        """)
                .param("run", run)
                .param("limit", limit)
                .query(Integer.class)
                .list();
    }

    /** @return the line, locked for the rest of the transaction; empty where it is decided */
    public Optional<BatchRow> lockPending(UUID run, int number) {
        return jdbc.sql(ROW + "WHERE run_id = :run AND number = :number AND status = 'PENDING' FOR UPDATE")
                .param("run", run)
                .param("number", number)
                .query(this::row)
                .optional();
    }

    /** @param status null for all */
    public List<BatchRow> rows(UUID run, BatchStatus status, int offset, int limit) {
        return jdbc.sql(ROW + """
                        WHERE run_id = :run AND (CAST(:status AS text) IS NULL OR status = :status)
                        ORDER BY number OFFSET :offset LIMIT :limit
                        """)
                .param("run", run)
                .param("status", status == null ? null : status.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Decides a line. What stood in its cells is not kept. */
    public void decide(Step step, UUID run, BatchRow row, Instant now) {
        jdbc.sql("""
                        UPDATE batch_row
                        SET status = :status, problems = CAST(:problems AS jsonb), cells = '{}',
                            filing_id = CAST(:filing AS uuid), decided_at = :now, activity = :activity
                        WHERE run_id = :run AND number = :number AND status = 'PENDING'
                        """)
                .param("status", row.status().name())
                .param("problems", problems(row.problems()))
                .param("filing", row.filing() == null ? null : row.filing().toString())
                .param("now", Timestamp.from(now))
                .param("activity", step.activity())
                .param("run", run)
                .param("number", row.number())
                .update();
    }

    public void finish(Step step, UUID run, Instant now) {
        jdbc.sql("UPDATE batch_run SET finished_at = :now WHERE id = :id AND process_instance = :instance")
                .param("now", Timestamp.from(now))
                .param("id", run)
                .param("instance", step.rootInstance())
                .update();
    }

    private static String[] texts(List<BatchRow> rows, Function<BatchRow, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private String problems(List<BatchProblem> problems) {
        var list = problems.stream()
                .map(problem -> Map.of("place", problem.place(), "zh", problem.chinese(), "en", problem.english()))
                .toList();
        return json.write(Map.of(LIST, list));
    }

    private List<BatchProblem> problems(String text) {
        return json.read(text).get(LIST) instanceof List<?> list
                ? list.stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> new BatchProblem(
                                (String) one.get("place"), (String) one.get("zh"), (String) one.get("en")))
                        .toList()
                : List.of();
    }

    private BatchRow row(ResultSet row, int number) throws SQLException {
        return new BatchRow(
                row.getInt("number"),
                row.getString("login_name"),
                row.getString("name"),
                json.read(row.getString("cells")),
                BatchStatus.valueOf(row.getString("status")),
                problems(row.getString("problems")),
                row.getObject("filing_id", UUID.class));
    }

    private BatchRun run(ResultSet row, int number) throws SQLException {
        var counts = new EnumMap<BatchStatus, Integer>(BatchStatus.class);
        json.read(row.getString("counts"))
                .forEach((status, count) -> counts.put(BatchStatus.valueOf(status), ((Number) count).intValue()));
        var finished = row.getTimestamp("finished_at");
        return new BatchRun(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("month", java.time.LocalDate.class)),
                row.getString("file_name"),
                row.getString("process_instance"),
                SheetPlaces.read(json.read(row.getString("places"))),
                row.getObject("uploaded_by", UUID.class),
                row.getString("uploader"),
                row.getTimestamp("uploaded_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                counts);
    }
}
