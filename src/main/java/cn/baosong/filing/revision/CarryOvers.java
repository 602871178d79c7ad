package cn.baosong.filing.revision;

import cn.baosong.common.Problem;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.filing.FilingCarryOver;
import cn.baosong.filing.FilingModel;
import cn.baosong.filing.FilingModels;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.revision.CarryOverPreview.Reason;
import cn.baosong.filing.revision.CarryOverPreview.Unfit;
import cn.baosong.filing.revision.query.PinnedReports;
import cn.baosong.filing.revision.query.PinnedReports.Open;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FormComponent;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.RunResults;
import cn.baosong.upload.Runs;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carrying over to the newest revision of a scheme what is not yet submitted: what it would do, asking for it, and what has
 * become of it. Process owners see each other's runs.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROCESS_OWNER')")
public class CarryOvers implements RunResults {

    /** Where the texts of these runs begin. */
    public static final String WORDS = "filing.revision.run.";

    private static final int ORDINARY_PREVIEW = 200;
    private static final int PORTION = 1_000;
    private static final int LISTED = 30;

    private final Runs runs;
    private final SchemeRevisions revisions;
    private final Schemes schemes;
    private final PinnedReports reports;
    private final FilingCarryOver filings;
    private final FilingModels models;

    CarryOvers(
            Runs runs,
            SchemeRevisions revisions,
            Schemes schemes,
            PinnedReports reports,
            FilingCarryOver filings,
            FilingModels models) {
        this.runs = runs;
        this.revisions = revisions;
        this.schemes = schemes;
        this.reports = reports;
        this.filings = filings;
        this.models = models;
    }

    /**
     * @return what would be done, and what would not fit; empty where every report is pinned to the newest revision, or the
     *     scheme is none that enterprises report to
     */
    public Optional<CarryOverPreview> preview(String scheme) {
        if (schemes.find(scheme).isEmpty()) {
            return Optional.empty();
        }
        var all = revisions.all(scheme);
        var target = all.get(0);
        var older = ids(all.subList(1, all.size()));
        var counts = reports.counts(scheme, older, target.holdsFrom());
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        var open = reports.open(scheme, older, target.holdsFrom(), null, previewed());
        return Optional.of(new CarryOverPreview(target, counts, open.size(), unfit(open, target)));
    }

    private List<Unfit> unfit(List<Open> open, SchemeRevision target) {
        var found = new TreeMap<String, Unfit>();
        var model = models.of(target.id());
        for (var report : open) {
            var outcome = filings.look(report.id(), target.id());
            outcome.aside()
                    .forEach(aside -> add(
                            found,
                            Reason.NO_PLACE,
                            aside.form() + "/" + aside.path(),
                            name(models.of(aside.revision()), aside.form(), aside.path())));
            outcome.problems().forEach((form, problems) -> problems.stream()
                    .map(problem -> String.valueOf(problem.path()))
                    .distinct()
                    .forEach(path -> add(found, Reason.REFUSED, form + "/" + path, name(model, form, path))));
            outcome.findings()
                    .forEach(finding -> add(
                            found,
                            Reason.FOUND,
                            finding.rule(),
                            new Bilingual(finding.message(), finding.messageEn())));
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(Unfit::drafts).reversed())
                .limit(LISTED)
                .toList();
    }

    private static void add(Map<String, Unfit> found, Reason reason, String key, Bilingual what) {
        found.merge(
                reason + " " + key,
                new Unfit(reason, what, 1),
                (one, more) -> new Unfit(one.reason(), one.what(), one.drafts() + more.drafts()));
    }

    private static Bilingual name(FilingModel model, String form, String path) {
        return model.form(form)
                .flatMap(found -> found.find(path))
                .map(FormComponent::name)
                .orElse(new Bilingual(path, null));
    }

    /**
     * Begins to carry over, as seen in the preview.
     *
     * @param target id of the revision the preview was about
     * @return the run
     * @throws Problem {@code filing.revision.error.newer} where somebody deployed again since; {@code
     *     filing.revision.error.nothing} where nothing is left to carry over
     */
    @Transactional
    public UUID start(String scheme, UUID target) {
        var all = revisions.all(schemes.get(scheme).key());
        var newest = all.get(0);
        if (!newest.id().equals(target)) {
            throw new Problem("filing.revision.error.newer");
        }
        var older = ids(all.subList(1, all.size()));
        return runs.take(process(), scheme + " · " + newest.number(), store -> {
            if (store(newest, older, store) == 0) {
                throw new Problem("filing.revision.error.nothing");
            }
            return new CarryOverContext(scheme, newest.id(), newest.number()).written();
        });
    }

    private int store(SchemeRevision target, List<UUID> older, Consumer<List<UploadedRow>> store) {
        var number = 0;
        UUID after = null;
        while (true) {
            var portion = reports.open(target.scheme(), older, target.holdsFrom(), after, PORTION);
            if (portion.isEmpty()) {
                return number;
            }
            var first = number + 1;
            var rows = new ArrayList<UploadedRow>();
            for (var report : portion) {
                rows.add(UploadedRow.read(
                        first + rows.size(),
                        report.loginName(),
                        report.month() + " " + report.name(),
                        CarryOverContext.cells(report.id()),
                        List.of()));
            }
            store.accept(rows);
            number += rows.size();
            after = portion.get(portion.size() - 1).id();
        }
    }

    private static List<UUID> ids(List<SchemeRevision> found) {
        return found.stream().map(SchemeRevision::id).toList();
    }

    private int previewed() {
        var most = process().most(CarryOverProcess.PREVIEWED);
        return most == Integer.MAX_VALUE ? ORDINARY_PREVIEW : most;
    }

    private SchemeRevision process() {
        return revisions
                .latest(CarryOverProcess.KEY)
                .orElseThrow(() -> new IllegalStateException("the model " + CarryOverProcess.KEY + " is not deployed"));
    }

    @Override
    public List<UploadedRun> runs() {
        return runs.newest(CarryOverProcess.KEY, null);
    }

    @Override
    public Optional<UploadedRun> run(UUID id) {
        return runs.find(CarryOverProcess.KEY, null, id);
    }

    @Override
    public List<UploadedRow> rows(UUID run, RowStatus status, int offset, int limit) {
        return run(run).map(found -> runs.rows(found, status, offset, limit)).orElse(List.of());
    }

    @Override
    public void export(UUID run, Locale locale, OutputStream out) throws IOException {
        runs.export(run(run), WORDS, locale, out);
    }
}
