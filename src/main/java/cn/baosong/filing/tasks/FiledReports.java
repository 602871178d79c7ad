package cn.baosong.filing.tasks;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingHistory;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.FilingWorkbook;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.repository.FilingRepository;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise filed, over all schemes: a list, and workbooks of many at once (填报数据查询, SUR-23, 24). */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
@Transactional(readOnly = true)
public class FiledReports {

    /** How many reports a list holds, and a file at most. */
    public static final int MOST = 500;

    private final FilingRepository repository;
    private final FilingHistory history;
    private final Filings filings;
    private final FilingWorkbook workbook;
    private final FilingViews views;
    private final Schemes schemes;
    private final ReportNames names;
    private final Enterprises enterprises;
    private final CurrentUser user;
    private final Texts texts;

    FiledReports(
            FilingRepository repository,
            FilingHistory history,
            Filings filings,
            FilingWorkbook workbook,
            FilingViews views,
            Schemes schemes,
            ReportNames names,
            Enterprises enterprises,
            CurrentUser user,
            Texts texts) {
        this.repository = repository;
        this.history = history;
        this.filings = filings;
        this.workbook = workbook;
        this.views = views;
        this.schemes = schemes;
        this.names = names;
        this.enterprises = enterprises;
        this.user = user;
        this.texts = texts;
    }

    /** @return my reports that were filed at least once, the newest first */
    public List<FiledReport> all(Locale locale) {
        var known = schemes.all().stream().collect(Collectors.toMap(Scheme::key, Function.identity()));
        return repository.newest(enterprise(), MOST).stream()
                .filter(filing -> filing.versions() > 0 && known.containsKey(filing.scheme()))
                .map(filing -> filed(filing, known.get(filing.scheme()), locale))
                .toList();
    }

    /** @return how many of my reports were filed at least once */
    public int count() {
        return repository.filed(enterprise());
    }

    private UUID enterprise() {
        return enterprises
                .ofAccount(user.requireAccount())
                .map(Enterprise::id)
                .orElseThrow(() -> new Problem("filing.error.no-enterprise"));
    }

    private FiledReport filed(Filing filing, Scheme scheme, Locale locale) {
        return new FiledReport(
                filing,
                names.listed(scheme, filing.month(), locale),
                scheme.kind().text(filing.month(), texts, locale),
                views.forms(filing).stream()
                        .map(form -> new FiledReport.Form(
                                form.id(), views.title(filing, form).in(locale)))
                        .toList());
    }

    /** @return name of the workbook of a report, without an ending */
    public String fileName(Filing filing, Locale locale) {
        return workbook.fileName(filing, locale);
    }

    /** @return name of the workbook of one form, without an ending */
    public String fileName(Filing filing, FiledReport.Form form, Locale locale) {
        return workbook.fileName(filing, form.title(), locale);
    }

    /**
     * Writes one of my reports, as filed last, as a workbook.
     *
     * @throws Problem {@code filing.error.not-found} for a report that is not mine
     */
    public void write(UUID id, Locale locale, OutputStream out) throws IOException {
        workbook.write(filings.get(id), history.values(id), locale, out);
    }

    /**
     * Writes one form of one of my reports, as filed last, as a workbook (SUR-24).
     *
     * @param form id of the form
     * @throws Problem {@code filing.error.not-found} for a report that is not mine, and a form it does not have
     */
    public void write(UUID id, String form, Locale locale, OutputStream out) throws IOException {
        workbook.write(filings.get(id), history.values(id), form, locale, out);
    }

    /**
     * Writes several of my reports as one zip file, a workbook each.
     *
     * @throws Problem {@code filing.error.not-found} where one is not mine
     */
    public void zip(List<UUID> ids, Locale locale, OutputStream out) throws IOException {
        var taken = new HashSet<String>();
        try (var zip = new ZipOutputStream(out)) {
            for (var id : ids.subList(0, Math.min(MOST, ids.size()))) {
                zip.putNextEntry(new ZipEntry(free(fileName(filings.get(id), locale), taken)));
                write(id, locale, new Kept(zip));
                zip.closeEntry();
            }
        }
    }

    private static String free(String name, HashSet<String> taken) {
        var free = name;
        for (var number = 2; !taken.add(free); number++) {
            free = name + "-" + number;
        }
        return free + ".xlsx";
    }

    /** Stays open when a workbook is finished, for the next one. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
