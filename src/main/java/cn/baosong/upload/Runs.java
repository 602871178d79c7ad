package cn.baosong.upload;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.Flow;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.excel.SheetColumn;
import cn.baosong.excel.SheetWriter;
import cn.baosong.upload.repository.RunRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes workbooks and shows what has become of them. The service of the feature in front asks who may. */
@Component
public class Runs {

    private static final int LONGEST_FILE_NAME = 100;
    private static final int RUNS_SHOWN = 50;
    private static final int PAGE = 1_000;

    private final RunRepository repository;
    private final Flow flow;
    private final SheetWriter tables;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    Runs(RunRepository repository, Flow flow, SheetWriter tables, CurrentUser user, Texts texts, Clock clock) {
        this.repository = repository;
        this.flow = flow;
        this.tables = tables;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    /** Reads a workbook. */
    public interface Reading {

        /**
         * @param store takes rows in portions, in the order of the workbook
         * @return the context of the run
         */
        Map<String, Object> read(Consumer<List<UploadedRow>> store);
    }

    /**
     * Keeps a workbook and starts the process that works it off. Nothing of it is kept where the reading throws.
     *
     * @param revision of the process, whose business key is the run
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID take(SchemeRevision revision, String fileName, Reading reading) {
        var id = UUID.randomUUID();
        repository.open(id, revision.scheme(), user.requireAccount(), shortened(fileName), clock.instant());
        var context = reading.read(rows -> repository.insert(id, rows));
        repository.begin(id, context, flow.start(revision, id));
        return id;
    }

    /** @param uploader null for everybody's; the latest, newest first */
    @Transactional(readOnly = true)
    public List<UploadedRun> newest(String process, UUID uploader) {
        return repository.newest(process, uploader, RUNS_SHOWN);
    }

    /** @param uploader null for anybody's */
    @Transactional(readOnly = true)
    public Optional<UploadedRun> find(String process, UUID uploader, UUID id) {
        return repository.find(process, uploader, id);
    }

    /** @param run one the caller may see */
    @Transactional(readOnly = true)
    public List<UploadedRow> rows(UploadedRun run, RowStatus status, int offset, int limit) {
        return repository.rows(run.id(), status, offset, limit);
    }

    /**
     * Writes what has become of every row.
     *
     * @param run one the caller may see; empty is refused
     * @param words where the texts of the feature's runs begin
     */
    @Transactional(readOnly = true)
    public void export(Optional<UploadedRun> run, String words, Locale locale, OutputStream out) throws IOException {
        var found = run.orElseThrow(() -> new Problem("upload.error.unknown"));
        var heads = Stream.of("row", "user-id", "name", "status", "problems")
                .map(key -> SheetColumn.text(key, texts.get(locale, "upload.result." + key)))
                .toList();
        tables.table(texts.get(locale, words + "file"), heads, lines(found.id(), words, locale), out);
    }

    private Iterator<List<String>> lines(UUID run, String words, Locale locale) {
        return IntStream.iterate(0, offset -> offset + PAGE)
                .mapToObj(offset -> repository.rows(run, null, offset, PAGE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .map(row -> List.of(
                        Integer.toString(row.number()),
                        row.loginName(),
                        row.name(),
                        texts.get(locale, row.status().key(words)),
                        row.problems().stream()
                                .map(problem -> problem.text(locale))
                                .collect(Collectors.joining("\n"))))
                .iterator();
    }

    private static String shortened(String given) {
        var clean = (given == null ? "" : given).replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > LONGEST_FILE_NAME ? clean.substring(0, LONGEST_FILE_NAME) : clean;
    }
}
