package cn.baosong.filing.batch;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.excel.BookReader;
import cn.baosong.excel.BookWriter;
import cn.baosong.excel.SheetLimits;
import cn.baosong.filing.BatchProcess;
import cn.baosong.filing.FilingOnBehalf;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReachedSchemes;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.batch.query.UnfiledQueries;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.RunResults;
import cn.baosong.upload.Runs;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The administrator's side of 批量上报 (IMP-07, 08). Everybody sees the workbooks he sent himself. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class BatchReports implements RunResults {

    /** Where the texts of these runs begin. */
    public static final String WORDS = "filing.batch.run.";

    /** Region that stands for everything one manages. */
    public static final String EVERYWHERE = "";

    private static final int ADVISED = 100;
    private static final int OFFERED = 2_000;
    private static final String STAMP = "batch ";

    private final Runs runs;
    private final UnfiledQueries unfiled;
    private final FilingOnBehalf reports;
    private final BatchSheets sheets;
    private final BookReader reader;
    private final BookWriter books;
    private final ReachedSchemes reached;
    private final Schemes schemes;
    private final ReportNames names;
    private final Periods periods;
    private final Desks desks;
    private final SchemeRevisions revisions;
    private final CurrentUser user;
    private final Texts texts;

    BatchReports(
            Runs runs,
            UnfiledQueries unfiled,
            FilingOnBehalf reports,
            BatchSheets sheets,
            BookReader reader,
            BookWriter books,
            ReachedSchemes reached,
            Schemes schemes,
            ReportNames names,
            Periods periods,
            Desks desks,
            SchemeRevisions revisions,
            CurrentUser user,
            Texts texts) {
        this.runs = runs;
        this.unfiled = unfiled;
        this.reports = reports;
        this.sheets = sheets;
        this.reader = reader;
        this.books = books;
        this.reached = reached;
        this.schemes = schemes;
        this.names = names;
        this.periods = periods;
        this.desks = desks;
        this.revisions = revisions;
        this.user = user;
        this.texts = texts;
    }

    /** @return schemes one may file for, the one that pages show where nothing is chosen first */
    public List<Scheme> schemes() {
        return reached.mine();
    }

    /** @return first months of the periods of a scheme that may be filed, the newest first */
    public List<YearMonth> months(String scheme) {
        var today = periods.today();
        return periods.all(scheme).stream()
                .filter(period -> !period.closed(today))
                .map(Period::month)
                .toList();
    }

    /**
     * @return how many enterprises that are reviewed at or below my desks have not begun the report, by code of every region
     *     that has some, under {@link #EVERYWHERE} all of them
     */
    public Map<String, Integer> notBegun(ReportTask task) {
        return unfiled.count(mine(), periods.today(), task, applied(task));
    }

    /** @return more enterprises in one workbook are advised against (IMP-08) */
    public int advised() {
        return setting(BatchProcess.ADVISED_ENTERPRISES, ADVISED);
    }

    /** @return a template lists no more enterprises than this */
    public int offered() {
        return setting(BatchProcess.TEMPLATE_ENTERPRISES, OFFERED);
    }

    /**
     * The workbook to fill in: name and user ID of the enterprises that have not begun the report.
     *
     * @param region code of a region, {@link #EVERYWHERE} for all
     * @throws Problem where the period cannot be filed
     */
    public byte[] template(ReportTask task, String region, Locale locale) {
        var blank = reports.blank(task);
        var enterprises = unfiled.list(mine(), periods.today(), task, applied(task), region, offered()).stream()
                .map(one -> Map.<String, Object>of(BatchSheets.USER_ID, one.loginName(), BatchSheets.NAME, one.name()))
                .toList();
        var plans = sheets.of(blank, locale);
        var values = new LinkedHashMap<String, Object>();
        values.put(plans.get(0).list().head().path(), enterprises);
        var out = new ByteArrayOutputStream();
        try {
            books.write(
                    STAMP + task.anchor(), List.of(new BookWriter.Filled(plans, blank.context(), values)), locale, out);
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
     * @throws Problem for a file that is no filled-in template of this report, and where its period cannot be filed
     */
    @Transactional
    public BatchUpload upload(ReportTask task, String fileName, InputStream in, Locale locale) {
        var book = reader.read(in, SheetLimits.MANY_REPORTS, sheets.of(reports.blank(task), locale));
        if (!book.stamps().equals(Set.of(STAMP + task.anchor()))) {
            throw new Problem(
                    "filing.import.error.other-month",
                    book.stamps().stream()
                            .map(stamp -> stamp.replace(STAMP, ""))
                            .collect(Collectors.joining("、")),
                    names.of(task, locale));
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
        var id = runs.take(newest(), fileName, store -> {
            store.accept(rows);
            return new BatchContext(task, reading.places()).written();
        });
        return new BatchUpload(id, List.of(), false);
    }

    @Override
    public List<UploadedRun> runs() {
        return runs.newest(BatchProcess.KEY, user.requireAccount());
    }

    @Override
    public Optional<UploadedRun> run(UUID id) {
        return runs.find(BatchProcess.KEY, user.requireAccount(), id);
    }

    @Override
    public List<UploadedRow> rows(UUID run, RowStatus status, int offset, int limit) {
        return run(run).map(mine -> runs.rows(mine, status, offset, limit)).orElse(List.of());
    }

    @Override
    public void export(UUID run, Locale locale, OutputStream out) throws IOException {
        runs.export(run(run), WORDS, locale, out);
    }

    /** @return whether only who applied is asked */
    private boolean applied(ReportTask task) {
        return schemes.get(task.scheme()).application().isPresent();
    }

    private int setting(String name, int ordinary) {
        try {
            return newest().setting(name).map(Integer::valueOf).orElse(ordinary);
        } catch (NumberFormatException noNumber) {
            return ordinary;
        }
    }

    private SchemeRevision newest() {
        return revisions.newest(BatchProcess.KEY, YearMonth.from(periods.today()));
    }

    private Set<UUID> mine() {
        return desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
    }
}
