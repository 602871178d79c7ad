package cn.baosong.filing.batch;

import cn.baosong.filing.ReportTask;
import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.Flow;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.excel.BookReader;
import cn.baosong.excel.BookWriter;
import cn.baosong.excel.SheetColumn;
import cn.baosong.excel.SheetLimits;
import cn.baosong.excel.SheetWriter;
import cn.baosong.filing.BatchProcess;
import cn.baosong.filing.FilingOnBehalf;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.batch.repository.BatchRepository;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The administrator's side of 批量上报 (IMP-07, 08). Everybody sees the workbooks he sent himself. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class BatchReports {

    private static final int LONGEST_FILE_NAME = 100;
    private static final int RUNS_SHOWN = 50;
    private static final int PAGE = 1_000;
    private static final int ADVISED = 100;

    /** Leaves room for their products within {@link SheetLimits#MANY_REPORTS}. */
    private static final int MOST_OFFERED = 2_000;

    private static final String STAMP = "batch ";

    private final BatchRepository repository;
    private final FilingOnBehalf reports;
    private final BatchSheets sheets;
    private final BookReader reader;
    private final BookWriter books;
    private final SheetWriter tables;
    private final Periods periods;
    private final Desks desks;
    private final SchemeRevisions revisions;
    private final Flow flow;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    BatchReports(
            BatchRepository repository,
            FilingOnBehalf reports,
            BatchSheets sheets,
            BookReader reader,
            BookWriter books,
            SheetWriter tables,
            Periods periods,
            Desks desks,
            SchemeRevisions revisions,
            Flow flow,
            CurrentUser user,
            Texts texts,
            Clock clock) {
        this.repository = repository;
        this.reports = reports;
        this.sheets = sheets;
        this.reader = reader;
        this.books = books;
        this.tables = tables;
        this.periods = periods;
        this.desks = desks;
        this.revisions = revisions;
        this.flow = flow;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return months that may be filed, the newest first */
    public List<YearMonth> months() {
        var today = periods.today();
        return periods.all(Filings.SCHEME).stream()
                .filter(period -> !period.closed(today))
                .map(Period::month)
                .toList();
    }

    /** @return how many enterprises at or below my desks have not begun the month */
    public int notBegun(YearMonth month) {
        return repository.countNotBegun(mine(), Filings.SCHEME, month);
    }

    /** @return more enterprises in one workbook are advised against (IMP-08) */
    public int advised() {
        try {
            return newest().setting(BatchProcess.ADVISED_ENTERPRISES)
                    .map(Integer::valueOf)
                    .orElse(ADVISED);
        } catch (NumberFormatException noNumber) {
            return ADVISED;
        }
    }

    /**
     * The workbook to fill in: name and user ID of the enterprises that have not begun the month.
     *
     * @throws Problem where the month cannot be filed
     */
    public byte[] template(YearMonth month, Locale locale) {
        var blank = reports.blank(ReportTask.monthly(month));
        var enterprises = repository.notBegun(mine(), Filings.SCHEME, month, MOST_OFFERED).stream()
                .map(one -> Map.<String, Object>of(BatchSheets.USER_ID, one.loginName(), BatchSheets.NAME, one.name()))
                .toList();
        var plans = sheets.of(blank, locale);
        var values = new LinkedHashMap<String, Object>();
        values.put(plans.get(0).list().head().path(), enterprises);
        var out = new ByteArrayOutputStream();
        try {
            books.write(STAMP + month, List.of(new BookWriter.Filled(plans, blank.context(), values)), locale, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * Reads a workbook and starts to file what stands in it; enterprises are decided afterwards, by the process.
     *
     * @param in the file as sent; not closed
     * @return refused where the workbook as a whole is not what the template asks for; nothing is kept then
     * @throws Problem for a file that is no filled-in template of this month, and where the month cannot be filed
     */
    @Transactional
    public BatchUpload upload(YearMonth month, String fileName, InputStream in, Locale locale) {
        var book = reader.read(in, SheetLimits.MANY_REPORTS, sheets.of(reports.blank(ReportTask.monthly(month)), locale));
        if (!book.stamps().equals(Set.of(STAMP + month))) {
            throw new Problem(
                    "filing.import.error.other-month",
                    book.stamps().stream()
                            .map(stamp -> stamp.replace(STAMP, ""))
                            .collect(Collectors.joining("、")),
                    month.toString());
        }
        var reading = new BatchReading(book, texts);
        if (!reading.structural().isEmpty() || book.more()) {
            return new BatchUpload(
                    null, reading.structural().isEmpty() ? book.problems() : reading.structural(), book.more());
        }
        var rows = reading.rows();
        if (rows.isEmpty()) {
            throw new Problem("filing.batch.error.nothing");
        }
        var revision = newest();
        var id = UUID.randomUUID();
        repository.insert(
                id,
                month,
                user.requireAccount(),
                shortened(fileName),
                reading.places(),
                flow.start(revision, id),
                clock.instant());
        repository.insert(id, rows);
        return new BatchUpload(id, List.of(), false);
    }

    /** @return the latest I sent, newest first */
    public List<BatchRun> runs() {
        return repository.newest(user.requireAccount(), RUNS_SHOWN);
    }

    /** @return a workbook I sent */
    public Optional<BatchRun> run(UUID id) {
        return repository.find(id, user.requireAccount());
    }

    /** @param status null for all; lines in the order of the workbook */
    public List<BatchRow> rows(UUID run, BatchStatus status, int offset, int limit) {
        return run(run).map(mine -> repository.rows(mine.id(), status, offset, limit))
                .orElse(List.of());
    }

    /** Writes what has become of every line. */
    public void export(UUID run, Locale locale, OutputStream out) throws IOException {
        var heads = Stream.of("row", "user-id", "name", "status", "problems")
                .map(key -> SheetColumn.text(key, texts.get(locale, "filing.batch.result." + key)))
                .toList();
        tables.table(texts.get(locale, "filing.batch.result.file"), heads, lines(run, locale), out);
    }

    private Iterator<List<String>> lines(UUID run, Locale locale) {
        return IntStream.iterate(0, offset -> offset + PAGE)
                .mapToObj(offset -> rows(run, null, offset, PAGE))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .map(row -> List.of(
                        Integer.toString(row.number()),
                        row.loginName(),
                        row.name(),
                        texts.get(locale, "filing.batch.status." + row.status()),
                        row.problems().stream()
                                .map(problem -> problem.text(locale))
                                .collect(Collectors.joining("\n"))))
                .iterator();
    }

    private SchemeRevision newest() {
        return revisions.newest(BatchProcess.KEY, YearMonth.now(clock));
    }

    private List<UUID> mine() {
        return desks.mine().stream().map(Desk::id).toList();
    }

    private static String shortened(String given) {
        var clean = (given == null ? "" : given).replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > LONGEST_FILE_NAME ? clean.substring(0, LONGEST_FILE_NAME) : clean;
    }
}
