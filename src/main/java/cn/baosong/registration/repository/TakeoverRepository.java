package cn.baosong.registration.repository;

import cn.baosong.common.Json;
import cn.baosong.engine.Step;
import cn.baosong.registration.takeover.RowProblem;
import cn.baosong.registration.takeover.TakeoverRow;
import cn.baosong.registration.takeover.TakeoverRun;
import cn.baosong.registration.takeover.TakeoverStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of takeovers. What decides a row asks for the engine's step that does it. */
@Repository
public class TakeoverRepository {

    private static final String RUN = """
            SELECT r.id, r.file_name, r.sheet, r.revision_id, r.process_instance, r.letters::text AS letters,
                   a.login_name AS uploader, r.uploaded_at, r.finished_at, tally.counts::text AS counts
            FROM takeover_run r
            JOIN account a ON a.id = r.uploaded_by
            CROSS JOIN LATERAL (
                SELECT coalesce(jsonb_object_agg(status, number), '{}') AS counts
                FROM (SELECT status, count(*) AS number FROM takeover_row WHERE run_id = r.id GROUP BY status) AS of_run
            ) AS tally
            """;
    private static final String ROW = """
            SELECT number, login_name, name, cells::text AS cells, status, problems::text AS problems, enterprise_id
            FROM takeover_row
            """;
    private static final String LIST = "list";

    private final JdbcClient jdbc;
    private final Json json;

    TakeoverRepository(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void open(UUID id, UUID revision, UUID uploader, String fileName, Instant now) {
        jdbc.sql("""
                        INSERT INTO takeover_run (id, revision_id, uploaded_by, file_name, uploaded_at)
                        VALUES (:id, :revision, :uploader, :fileName, :now)
                        """)
                .param("id", id)
                .param("revision", revision)
                .param("uploader", uploader)
                .param("fileName", fileName)
                .param("now", Timestamp.from(now))
                .update();
    }

    public void insert(UUID run, List<TakeoverRow> rows) {
        jdbc.sql("""
                        INSERT INTO takeover_row (run_id, number, login_name, name, cells, status, problems)
                        SELECT :run, number, login_name, name, CAST(cells AS jsonb), 'PENDING', CAST(problems AS jsonb)
                        FROM unnest(CAST(:numbers AS int[]), CAST(:logins AS text[]), CAST(:names AS text[]),
                                    CAST(:cells AS text[]), CAST(:problems AS text[]))
                             AS row (number, login_name, name, cells, problems)
                        """)
                .param("run", run)
                .param("numbers", numbers(rows))
                .param("logins", texts(rows, TakeoverRow::loginName))
                .param("names", texts(rows, TakeoverRow::name))
                .param("cells", texts(rows, row -> json.write(new LinkedHashMap<>(row.cells()))))
                .param("problems", texts(rows, row -> problems(row.problems())))
                .update();
    }

    /** The process has been started; until then the run is not there for anybody. */
    public void begin(UUID id, String sheet, Map<String, String> letters, String processInstance) {
        jdbc.sql("""
                        UPDATE takeover_run
                        SET sheet = :sheet, letters = CAST(:letters AS jsonb), process_instance = :instance
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("sheet", sheet)
                .param("letters", json.write(new HashMap<>(letters)))
                .param("instance", processInstance)
                .update();
    }

    public Optional<TakeoverRun> find(UUID id) {
        return jdbc.sql(RUN + "WHERE r.id = :id")
                .param("id", id)
                .query(this::run)
                .optional();
    }

    /** Keeps the run locked for the rest of the transaction: one chunk at a time. */
    public Optional<TakeoverRun> lock(UUID id) {
        jdbc.sql("SELECT 1 FROM takeover_run WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    public List<TakeoverRun> newest(int limit) {
        return jdbc.sql(RUN + "ORDER BY r.uploaded_at DESC, r.id LIMIT :limit")
                .param("limit", limit)
                .query(this::run)
                .list();
    }

    public List<TakeoverRow> pending(UUID run, int limit) {
        return jdbc.sql(ROW + "WHERE run_id = :run AND status = 'PENDING' ORDER BY number LIMIT :limit")
                .param("run", run)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** @param status null for all */
    public List<TakeoverRow> rows(UUID run, TakeoverStatus status, int offset, int limit) {
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

    /**
     * Decides rows that wait. What stood in their cells is not kept.
     *
     * @param finished null while rows are left
     */
    public void decide(Step step, UUID run, List<TakeoverRow> rows, Instant finished, Instant now) {
        jdbc.sql("""
                        WITH decided AS (
                            UPDATE takeover_row r
                            SET status = d.status, problems = CAST(d.problems AS jsonb), cells = '{}',
                                enterprise_id = CAST(d.enterprise AS uuid), decided_at = :now, activity = :activity
                            FROM unnest(CAST(:numbers AS int[]), CAST(:statuses AS text[]), CAST(:problems AS text[]),
                                        CAST(:enterprises AS text[])) AS d (number, status, problems, enterprise)
                            WHERE r.run_id = :run AND r.number = d.number AND r.status = 'PENDING'
                        )
                        UPDATE takeover_run SET finished_at = :finished
                        WHERE id = :run AND process_instance = :instance
                        """)
                .param("now", Timestamp.from(now))
                .param("activity", step.activity())
                .param("instance", step.rootInstance())
                .param("numbers", numbers(rows))
                .param("statuses", texts(rows, row -> row.status().name()))
                .param("problems", texts(rows, row -> problems(row.problems())))
                .param("enterprises", texts(rows, row -> Objects.toString(row.enterprise(), null)))
                .param("run", run)
                .param("finished", finished == null ? null : Timestamp.from(finished), java.sql.Types.TIMESTAMP)
                .update();
    }

    private static Integer[] numbers(List<TakeoverRow> rows) {
        return rows.stream().map(TakeoverRow::number).toArray(Integer[]::new);
    }

    private static String[] texts(List<TakeoverRow> rows, Function<TakeoverRow, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private String problems(List<RowProblem> problems) {
        var list = problems.stream()
                .map(problem -> Map.of("cell", problem.cell(), "zh", problem.chinese(), "en", problem.english()))
                .toList();
        return json.write(Map.of(LIST, list));
    }

    private List<RowProblem> problems(String text) {
        return json.read(text).get(LIST) instanceof List<?> list
                ? list.stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> new RowProblem(
                                (String) one.get("cell"), (String) one.get("zh"), (String) one.get("en")))
                        .toList()
                : List.of();
    }

    private TakeoverRow row(ResultSet row, int number) throws SQLException {
        return new TakeoverRow(
                row.getInt("number"),
                row.getString("login_name"),
                row.getString("name"),
                strings(row.getString("cells")),
                TakeoverStatus.valueOf(row.getString("status")),
                problems(row.getString("problems")),
                row.getObject("enterprise_id", UUID.class));
    }

    private TakeoverRun run(ResultSet row, int number) throws SQLException {
        var counts = new EnumMap<TakeoverStatus, Integer>(TakeoverStatus.class);
        json.read(row.getString("counts"))
                .forEach((status, count) -> counts.put(TakeoverStatus.valueOf(status), ((Number) count).intValue()));
        var finished = row.getTimestamp("finished_at");
        return new TakeoverRun(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                row.getString("sheet"),
                row.getObject("revision_id", UUID.class),
                row.getString("process_instance"),
                strings(row.getString("letters")),
                row.getString("uploader"),
                row.getTimestamp("uploaded_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                counts);
    }

    private Map<String, String> strings(String text) {
        var strings = new HashMap<String, String>();
        json.read(text).forEach((key, value) -> strings.put(key, String.valueOf(value)));
        return strings;
    }
}
