package cn.baosong.registration.takeover;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.Flow;
import cn.baosong.excel.SheetColumn;
import cn.baosong.excel.SheetLimits;
import cn.baosong.excel.SheetReader;
import cn.baosong.excel.SheetWriter;
import cn.baosong.registration.RegistrationModels;
import cn.baosong.registration.repository.TakeoverRepository;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operator's side of the takeover: upload a workbook of the old platform, and see what has become of its rows. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('OPERATOR')")
public class Takeovers {

    private static final int LONGEST_FILE_NAME = 100;
    private static final int RUNS_SHOWN = 50;
    private static final int PAGE = 1_000;

    private final TakeoverRepository repository;
    private final TakeoverColumns columns;
    private final RegistrationModels models;
    private final SheetReader reader;
    private final SheetWriter writer;
    private final Flow flow;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    Takeovers(
            TakeoverRepository repository,
            TakeoverColumns columns,
            RegistrationModels models,
            SheetReader reader,
            SheetWriter writer,
            Flow flow,
            CurrentUser user,
            Texts texts,
            Clock clock) {
        this.repository = repository;
        this.columns = columns;
        this.models = models;
        this.reader = reader;
        this.writer = writer;
        this.flow = flow;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Reads a workbook and starts to take it over; rows are decided afterwards, by the process.
     *
     * @param in the file as sent; not closed
     * @throws Problem when the file cannot be read or has no rows; nothing is kept then
     */
    @Transactional
    public UUID upload(String fileName, InputStream in) {
        var revision = models.newestForTakeover();
        var id = UUID.randomUUID();
        repository.open(id, revision.id(), user.require().accountId(), fileName(fileName), clock.instant());
        var intake = new Intake(texts, rows -> repository.insert(id, rows));
        var heading = reader.read(in, SheetLimits.ORDINARY, columns.readable(revision.id()), intake::under);
        intake.flush();
        if (intake.empty()) {
            throw new Problem("excel.error.empty");
        }
        repository.begin(id, heading.sheet(), heading.letters(), flow.start(revision, id));
        return id;
    }

    /** @return the latest, newest first */
    public List<TakeoverRun> runs() {
        return repository.newest(RUNS_SHOWN);
    }

    public Optional<TakeoverRun> run(UUID id) {
        return repository.find(id);
    }

    /** @param status null for all; rows in the order of the workbook */
    public List<TakeoverRow> rows(UUID run, TakeoverStatus status, int offset, int limit) {
        return repository.rows(run, status, offset, limit);
    }

    /** Writes an empty workbook with the headings of the newest revision. */
    public void template(Locale locale, OutputStream out) throws IOException {
        writer.template(
                texts.get(locale, "registration.takeover.sheet"),
                columns.in(models.newestForTakeover().id(), locale),
                out);
    }

    /** Writes what has become of every row. */
    public void export(UUID run, Locale locale, OutputStream out) throws IOException {
        var heads = Stream.of("row", "login-name", "name", "status", "problems")
                .map(key -> SheetColumn.text(key, texts.get(locale, "registration.takeover.result." + key)))
                .toList();
        writer.table(texts.get(locale, "registration.takeover.sheet"), heads, lines(run, locale), out);
    }

    private Iterator<List<String>> lines(UUID run, Locale locale) {
        return IntStream.iterate(0, offset -> offset + PAGE)
                .mapToObj(offset -> repository.rows(run, null, offset, PAGE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .map(row -> List.of(
                        Integer.toString(row.number()),
                        row.loginName(),
                        row.name(),
                        texts.get(locale, "registration.takeover.status." + row.status()),
                        row.problems().stream()
                                .map(problem -> problem.text(locale))
                                .collect(Collectors.joining("\n"))))
                .iterator();
    }

    private static String fileName(String given) {
        var clean = (given == null ? "" : given).replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > LONGEST_FILE_NAME ? clean.substring(0, LONGEST_FILE_NAME) : clean;
    }
}
