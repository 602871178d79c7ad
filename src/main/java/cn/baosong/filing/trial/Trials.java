package cn.baosong.filing.trial;

import cn.baosong.check.CheckTable;
import cn.baosong.check.TableException;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.feel.Feel;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.engine.TableGuard;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.excel.PlainSheet;
import cn.baosong.excel.PlainSheet.Line;
import cn.baosong.excel.SheetWriter;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.FilingTrials;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.revision.CarryOverProcess;
import cn.baosong.filing.trial.TrialRule.Example;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tries a check table on the reports of a past period, in the process owner's whole scope. Reads only. */
@Service
@PreAuthorize("hasRole('PROCESS_OWNER')")
public class Trials {

    private static final int PERIODS = 60;
    private static final int PORTION = 500;
    private static final int ORDINARY_REPORTS = 20_000;
    private static final int ORDINARY_EXAMPLES = 5;
    private static final String COLUMN = "filing.trial.column.";

    private final Schemes schemes;
    private final SchemeRevisions revisions;
    private final FilingTrials filings;
    private final TableGuard guard;
    private final Enterprises enterprises;
    private final Feel feel;
    private final SheetWriter sheets;
    private final Texts texts;

    Trials(
            Schemes schemes,
            SchemeRevisions revisions,
            FilingTrials filings,
            TableGuard guard,
            Enterprises enterprises,
            Feel feel,
            SheetWriter sheets,
            Texts texts) {
        this.schemes = schemes;
        this.revisions = revisions;
        this.filings = filings;
        this.guard = guard;
        this.enterprises = enterprises;
        this.feel = feel;
        this.sheets = sheets;
        this.texts = texts;
    }

    /** @return schemes whose reports are checked */
    public List<Scheme> schemes() {
        return schemes.all().stream()
                .filter(scheme -> scheme.setting(FilingProcess.CHECK_TABLE).isPresent())
                .toList();
    }

    /** @return how many reports of each period there are to try a table on, the newest period first */
    public Map<YearMonth, Integer> periods(String scheme) {
        return filings.periods(scheme, PERIODS);
    }

    /** @return revisions of the scheme whose table may be tried, the newest first */
    public List<SchemeRevision> revisions(String scheme) {
        return revisions.all(schemes.get(scheme).key()).stream()
                .filter(revision -> revision.setting(FilingProcess.CHECK_TABLE).isPresent())
                .limit(PERIODS)
                .toList();
    }

    /** Begins a trial of the table of a revision. */
    public Trial begin(String scheme, YearMonth month, UUID revision) {
        var chosen = revisions.byId(revision);
        if (!chosen.scheme().equals(schemes.get(scheme).key())) {
            throw new Problem("engine.error.no-such-revision", revision.toString());
        }
        return begin(scheme, month, revisions.decision(chosen, table(chosen)));
    }

    /**
     * Begins a trial of a table that is not deployed.
     *
     * @throws cn.baosong.engine.ModelRefused with all for which its deployment would be refused
     */
    public Trial begin(String scheme, YearMonth month, ModelFile file) {
        var newest = schemes.get(scheme).revision();
        guard.check(file, newest, table(newest));
        return begin(scheme, month, file.content());
    }

    private Trial begin(String scheme, YearMonth month, byte[] table) {
        var most = setting(CarryOverProcess.TRIAL_REPORTS, ORDINARY_REPORTS);
        var all = periods(scheme).getOrDefault(month, 0);
        return new Trial(
                scheme,
                month,
                CheckTable.parse(table, feel),
                Math.min(most, all),
                setting(CarryOverProcess.TRIAL_EXAMPLES, ORDINARY_EXAMPLES));
    }

    private static String table(SchemeRevision revision) {
        return revision.setting(FilingProcess.CHECK_TABLE)
                .orElseThrow(() -> new Problem("filing.trial.error.no-table"))
                .strip();
    }

    private int setting(String name, int ordinary) {
        return revisions
                .latest(CarryOverProcess.KEY)
                .map(process -> process.most(name))
                .filter(most -> most != Integer.MAX_VALUE)
                .orElse(ordinary);
    }

    /**
     * Looks at the next reports.
     *
     * @return whether some are left
     * @throws Problem {@code filing.trial.error.evaluate} where the table cannot be evaluated over a report
     */
    public boolean advance(Trial trial) {
        if (trial.finished()) {
            return false;
        }
        try {
            var limit = Math.min(PORTION, trial.left());
            var portion = filings.portion(trial.scheme(), trial.month(), trial.after(), limit, trial.table());
            trial.add(portion, this::name);
            if (portion.size() < limit || trial.left() == 0) {
                trial.finish();
            }
            return !trial.finished();
        } catch (TableException beyond) {
            throw new Problem("filing.trial.error.evaluate", beyond.placed());
        }
    }

    private String name(UUID enterprise) {
        return enterprises.find(enterprise).map(Enterprise::name).orElse("");
    }

    /** Writes what a trial found: a sheet of rules, and a sheet of examples. */
    public void export(Trial trial, Locale locale, OutputStream out) throws IOException {
        var rules = new ArrayList<Line>();
        rules.add(Line.heading(heads(locale, "rule", "severity", "before", "now", "appears", "vanishes")));
        var examples = new ArrayList<Line>();
        examples.add(Line.heading(heads(locale, "rule", "change", "enterprise", "message")));
        for (var rule : trial.rules()) {
            rules.add(Line.of(
                    rule.rule(),
                    texts.get(locale, "filing.history.severity." + rule.severity()),
                    BigDecimal.valueOf(rule.before()),
                    BigDecimal.valueOf(rule.now()),
                    BigDecimal.valueOf(rule.appears()),
                    BigDecimal.valueOf(rule.vanishes())));
            rule.appearing().forEach(example -> examples.add(line(rule, "appears", example, locale)));
            rule.vanishing().forEach(example -> examples.add(line(rule, "vanishes", example, locale)));
        }
        sheets.sheets(
                List.of(
                        new PlainSheet(texts.get(locale, "filing.trial.sheet.rules"), rules),
                        new PlainSheet(texts.get(locale, "filing.trial.sheet.examples"), examples)),
                out);
    }

    private Line line(TrialRule rule, String change, Example example, Locale locale) {
        return Line.of(
                rule.rule(),
                texts.get(locale, COLUMN + change),
                example.enterprise(),
                example.finding().message(locale));
    }

    private Object[] heads(Locale locale, String... keys) {
        return Arrays.stream(keys).map(key -> texts.get(locale, COLUMN + key)).toArray();
    }
}
