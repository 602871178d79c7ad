package cn.baosong.upload.repository;

import cn.baosong.common.Json;
import cn.baosong.engine.Step;
import cn.baosong.upload.RowProblem;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of runs and their rows. What decides a row asks for the engine's step that does it. */
@Repository
public class RunRepository {

    private static final String RUN = """
            SELECT r.id, r.process, r.file_name, r.process_instance, r.context::text AS context, r.uploaded_by,
                   a.login_name AS uploader, r.uploaded_at, r.finished_at, tally.counts::text AS counts
            FROM upload_run r
            JOIN account a ON a.id = r.uploaded_by
            CROSS JOIN LATERAL (
                SELECT coalesce(jsonb_object_agg(status, number), '{}') AS counts
                FROM (SELECT status, count(*) AS number FROM upload_row WHERE run_id = r.id GROUP BY status) AS of_run
            ) AS tally
            """;
    private static final String SEEN = """
            WHERE r.process = :process
              AND (CAST(:uploader AS uuid) IS NULL OR r.uploaded_by = CAST(:uploader AS uuid))
            """;
    private static final String ROW = """
            SELECT number, login_name, name, cells::text AS cells, status, problems::text AS problems, subject_id
            FROM upload_row
            """;
    private static final String LIST = "list";
    private static final String PLACE = "place";
    private static final String CHINESE = "zh";
    private static final String ENGLISH = "en";

    private final JdbcClient jdbc;
    private final Json json;

    RunRepository(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void open(UUID id, String process, UUID uploader, String fileName, Instant now) {
        jdbc.sql("""
                        INSERT INTO upload_run (id, process, uploaded_by, file_name, uploaded_at)
                        VALUES (:id, :process, :uploader, :fileName, :now)
                        """)
                .param("id", id)
                .param("process", process)
                .param("uploader", uploader)
                .param("fileName", fileName)
                .param("now", Timestamp.from(now))
                .update();
    }

    public void insert(UUID run, List<UploadedRow> rows) {
        jdbc.sql("""
                        INSERT INTO upload_row (run_id, number, login_name, name, cells, status, problems)
                        SELECT :run, number, login_name, name, CAST(cells AS jsonb), 'PENDING', CAST(problems AS jsonb)
                        FROM unnest(CAST(:numbers AS int[]), CAST(:logins AS text[]), CAST(:names AS text[]),
                                    CAST(:cells AS text[]), CAST(:problems AS text[]))
                             AS row (number, login_name, name, cells, problems)
                        """)
                .param("run", run)
                .param("numbers", numbers(rows))
                .param("logins", texts(rows, UploadedRow::loginName))
                .param("names", texts(rows, UploadedRow::name))
                .param("cells", texts(rows, row -> json.write(row.cells())))
                .param("problems", texts(rows, row -> problems(row.problems())))
                .update();
    }

    /** The process has been started; until then the run is not there for anybody. */
    public void begin(UUID id, Map<String, Object> context, String processInstance) {
        jdbc.sql("""
                        UPDATE upload_run SET context = CAST(:context AS jsonb), process_instance = :instance
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("context", json.write(context))
                .param("instance", processInstance)
                .update();
    }

    /** @param uploader null for anybody's */
    public Optional<UploadedRun> find(String process, UUID uploader, UUID id) {
        return jdbc.sql(RUN + SEEN + "AND r.id = :id")
                .param("process", process)
                .param("uploader", Objects.toString(uploader, null))
                .param("id", id)
                .query(this::run)
                .optional();
    }

    /** @param uploader null for everybody's */
    public List<UploadedRun> newest(String process, UUID uploader, int limit) {
        return jdbc.sql(RUN + SEEN + "ORDER BY r.uploaded_at DESC, r.id LIMIT :limit")
                .param("process", process)
                .param("uploader", Objects.toString(uploader, null))
                .param("limit", limit)
                .query(this::run)
                .list();
    }

    /** Keeps the run locked for the rest of the transaction: one chunk at a time. */
    public Optional<UploadedRun> lock(UUID id) {
        jdbc.sql("SELECT 1 FROM upload_run WHERE id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return jdbc.sql(RUN + "WHERE r.id = :id")
                .param("id", id)
                .query(this::run)
                .optional();
    }

    /** @return the next rows whose turn has not come */
    public List<UploadedRow> pending(UUID run, int limit) {
        return rows(run, RowStatus.PENDING, 0, limit);
    }

    /** @return the row, locked for the rest of the transaction; empty where it is decided */
    public Optional<UploadedRow> lockPending(UUID run, int number) {
        return jdbc.sql(ROW + "WHERE run_id = :run AND number = :number AND status = 'PENDING' FOR UPDATE")
                .param("run", run)
                .param("number", number)
                .query(this::row)
                .optional();
    }

    /** @param status null for all */
    public List<UploadedRow> rows(UUID run, RowStatus status, int offset, int limit) {
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

    /** Decides rows that wait. What stood in their cells is not kept. */
    public void decide(Step step, UUID run, List<UploadedRow> rows, Instant now) {
        jdbc.sql("""
                        UPDATE upload_row r
                        SET status = d.status, problems = CAST(d.problems AS jsonb), cells = '{}',
                            subject_id = CAST(d.subject AS uuid), decided_at = :now, activity = :activity
                        FROM unnest(CAST(:numbers AS int[]), CAST(:statuses AS text[]), CAST(:problems AS text[]),
                                    CAST(:subjects AS text[])) AS d (number, status, problems, subject)
                        WHERE r.run_id = :run AND r.number = d.number AND r.status = 'PENDING'
                        """)
                .param("now", Timestamp.from(now))
                .param("activity", step.activity())
                .param("numbers", numbers(rows))
                .param("statuses", texts(rows, row -> row.status().name()))
                .param("problems", texts(rows, row -> problems(row.problems())))
                .param("subjects", texts(rows, row -> Objects.toString(row.subject(), null)))
                .param("run", run)
                .update();
    }

    public void finish(Step step, UUID run, Instant now) {
        jdbc.sql("UPDATE upload_run SET finished_at = :now WHERE id = :id AND process_instance = :instance")
                .param("now", Timestamp.from(now))
                .param("id", run)
                .param("instance", step.rootInstance())
                .update();
    }

    private static Integer[] numbers(List<UploadedRow> rows) {
        return rows.stream().map(UploadedRow::number).toArray(Integer[]::new);
    }

    private static String[] texts(List<UploadedRow> rows, Function<UploadedRow, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private String problems(List<RowProblem> problems) {
        var list = problems.stream()
                .map(problem -> Map.of(PLACE, problem.place(), CHINESE, problem.chinese(), ENGLISH, problem.english()))
                .toList();
        return json.write(Map.of(LIST, list));
    }

    private List<RowProblem> problems(String text) {
        return json.read(text).get(LIST) instanceof List<?> list
                ? list.stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> new RowProblem(
                                (String) one.get(PLACE), (String) one.get(CHINESE), (String) one.get(ENGLISH)))
                        .toList()
                : List.of();
    }

    private UploadedRow row(ResultSet row, int number) throws SQLException {
        return new UploadedRow(
                row.getInt("number"),
                row.getString("login_name"),
                row.getString("name"),
                json.read(row.getString("cells")),
                RowStatus.valueOf(row.getString("status")),
                problems(row.getString("problems")),
                row.getObject("subject_id", UUID.class));
    }

    private UploadedRun run(ResultSet row, int number) throws SQLException {
        var counts = new EnumMap<RowStatus, Integer>(RowStatus.class);
        json.read(row.getString("counts"))
                .forEach((status, count) -> counts.put(RowStatus.valueOf(status), ((Number) count).intValue()));
        var finished = row.getTimestamp("finished_at");
        return new UploadedRun(
                row.getObject("id", UUID.class),
                row.getString("process"),
                row.getString("file_name"),
                row.getString("process_instance"),
                json.read(row.getString("context")),
                row.getObject("uploaded_by", UUID.class),
                row.getString("uploader"),
                row.getTimestamp("uploaded_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                counts);
    }
}
