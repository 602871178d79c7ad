package cn.baosong.filing.imports;

import cn.baosong.check.Severity;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.excel.BookProblem;
import cn.baosong.excel.BookReader;
import cn.baosong.excel.BookWriter;
import cn.baosong.excel.FilledBook;
import cn.baosong.excel.FormBook;
import cn.baosong.excel.SheetLimits;
import cn.baosong.excel.SheetPlan;
import cn.baosong.filing.FilingCheck;
import cn.baosong.filing.FilingFinding;
import cn.baosong.filing.FilingIntake;
import cn.baosong.filing.FilingIntake.Basis;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.TaskApplications;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Makes the template of a report and takes what was filled in. A file is refused as a whole where a cell cannot be read,
 * where a form refuses a value of it or lacks one it asks for, and where a mandatory check is not met; warnings do not
 * keep it out, they are answered while filling in goes on.
 */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
public class ReportImport {

    /** Property of the field 填报人 in the form that describes the enterprise (IMP-02). */
    private static final String FILLER = "filler";

    private static final int LONGEST_FILE_NAME = 100;

    /** What {@link ReportTask#anchor} makes of a scheme and a month; that of the monthly report is the month alone. */
    private static final Pattern STAMP = Pattern.compile("([a-z0-9-]+)-(\\d{4}-(?:0[1-9]|1[0-2]))");

    private final FilingIntake intake;
    private final FilingViews views;
    private final TaskApplications applications;
    private final Schemes schemes;
    private final ReportNames names;
    private final Periods periods;
    private final BookReader reader;
    private final BookWriter writer;
    private final CodeLists codes;
    private final Texts texts;
    private final Clock clock;

    ReportImport(
            FilingIntake intake,
            FilingViews views,
            TaskApplications applications,
            Schemes schemes,
            ReportNames names,
            Periods periods,
            BookReader reader,
            BookWriter writer,
            CodeLists codes,
            Texts texts,
            Clock clock) {
        this.intake = intake;
        this.views = views;
        this.applications = applications;
        this.schemes = schemes;
        this.names = names;
        this.periods = periods;
        this.reader = reader;
        this.writer = writer;
        this.codes = codes;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return the schemes my enterprise is asked for, the one that pages show where nothing is chosen first */
    public List<Scheme> schemes() {
        return applications.asked();
    }

    /** @return first months of the periods of a scheme that may be filed, the newest first (IMP-04) */
    public List<YearMonth> months(String scheme) {
        var today = LocalDate.now(clock);
        var asked = applications.asked(schemes.get(scheme));
        return periods.all(scheme).stream()
                .filter(period -> !period.closed(today) && asked.test(period.month()))
                .map(Period::month)
                .toList();
    }

    /** @return who filled in the report as it stands or would begin, empty for nobody */
    public String filler(ReportTask task) {
        var basis = intake.basis(task);
        var enterprise = basis.forms().get(0);
        return fillerIn(enterprise)
                .map(basis.values().getOrDefault(enterprise.id(), Map.of())::get)
                .map(String::valueOf)
                .orElse("");
    }

    private static Optional<String> fillerIn(FormDefinition enterprise) {
        return enterprise.byPath().values().stream()
                .map(FormComponent::head)
                .filter(head -> "true".equals(head.property(FILLER)))
                .map(FormComponent.Head::path)
                .findFirst();
    }

    /**
     * The workbook to fill in, with what is known of its period in it.
     *
     * @throws Problem where the month cannot be filed or the report cannot be changed now
     */
    public byte[] template(ReportTask task, Locale locale) {
        var basis = intake.basis(task);
        var forms = basis.forms().stream()
                .map(form -> new BookWriter.Filled(
                        sheets(basis, form, locale), basis.contexts().get(form.id()), known(basis, form)))
                .toList();
        var out = new ByteArrayOutputStream();
        try {
            writer.write(task.anchor(), forms, locale, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** What a form begins with where nothing was given yet stands in the template, as it does on the page. */
    private static Map<String, Object> known(Basis basis, FormDefinition form) {
        var values = new LinkedHashMap<String, Object>();
        form.byPath().forEach((path, component) -> {
            if (component instanceof FormComponent.Field field && field.entry().defaultValue() != null) {
                values.put(path, field.entry().defaultValue());
            }
        });
        values.putAll(basis.values().getOrDefault(form.id(), Map.of()));
        return values;
    }

    private List<SheetPlan> sheets(Basis basis, FormDefinition form, Locale locale) {
        return new FormBook(
                        form,
                        views.title(basis.filing(), form).in(locale),
                        basis.contexts().get(form.id()),
                        known(basis, form),
                        texts,
                        locale)
                .sheets();
    }

    /**
     * Takes a workbook: the drafts then hold what it says and nothing else where the template asks, an empty cell empties.
     * Where it is refused, nothing has changed, and a report that was not begun is not begun.
     *
     * @param filler who fills in; blank: as the workbook says
     * @param in the file as sent; not closed
     * @throws Problem for a file that is no filled-in template of this report, and where the report cannot be changed now
     */
    public ImportResult read(ReportTask task, String filler, String fileName, InputStream in, Locale locale) {
        var basis = intake.basis(task);
        var plans = basis.forms().stream()
                .flatMap(form -> sheets(basis, form, locale).stream())
                .toList();
        var book = reader.read(in, SheetLimits.REPORT, plans);
        if (!book.stamps().equals(Set.of(task.anchor()))) {
            throw new Problem(
                    "filing.import.error.other-month",
                    book.stamps().stream().map(stamp -> stamped(stamp, locale)).collect(Collectors.joining("、")),
                    names.of(task, locale));
        }
        var problems = new ArrayList<>(book.problems());
        var given = given(basis, book, filler, problems);
        var name = shortened(fileName);
        if (!problems.isEmpty()) {
            return new ImportResult(task, name, false, 0, problems, book.more(), List.of());
        }
        var outcome =
                intake.take(task, given, check -> refusals(basis, book, check).isEmpty());
        var findings = outcome.check().findings();
        return new ImportResult(
                task,
                name,
                outcome.taken(),
                count(given),
                outcome.taken() ? List.of() : refusals(basis, book, outcome.check()),
                false,
                findings.stream()
                        .filter(finding -> finding.severity() != Severity.MANDATORY)
                        .toList());
    }

    /** @return which report a template was made for, by the words of its scheme; as it stands there where no scheme is known */
    private String stamped(String stamp, Locale locale) {
        var parts = STAMP.matcher(stamp);
        return parts.matches()
                ? schemes.find(parts.group(1))
                        .map(scheme -> names.of(new ReportTask(scheme.key(), YearMonth.parse(parts.group(2))), locale))
                        .orElse(stamp)
                : stamp;
    }

    private Map<String, Map<String, Object>> given(
            Basis basis, FilledBook book, String filler, List<BookProblem> problems) {
        var given = new LinkedHashMap<String, Map<String, Object>>();
        for (var form : basis.forms()) {
            var values = new LinkedHashMap<String, Object>();
            book.sheets().stream()
                    .filter(sheet -> sheet.plan().form().equals(form.id()))
                    .forEach(sheet -> values.putAll(
                            sheet.values(basis.contexts().get(form.id()), codes, problem -> book.place(form, problem)
                                    .ifPresent(problems::add))));
            given.put(form.id(), values);
        }
        var enterprise = basis.forms().get(0);
        if (filler != null && !filler.isBlank()) {
            fillerIn(enterprise).ifPresent(path -> given.get(enterprise.id()).put(path, filler.strip()));
        }
        return given;
    }

    private static int count(Map<String, Map<String, Object>> given) {
        return (int) given.values().stream()
                .flatMap(values -> values.values().stream())
                .filter(value -> value != null)
                .count();
    }

    /** What the template does not ask for, such as an attachment, is no reason: it is filled in afterwards. */
    private static List<BookProblem> refusals(Basis basis, FilledBook book, FilingCheck check) {
        var refusals = new ArrayList<BookProblem>();
        for (var form : basis.forms()) {
            check.problems().getOrDefault(form.id(), List.of()).forEach(problem -> book.place(form, problem)
                    .ifPresent(refusals::add));
        }
        check.findings().stream()
                .filter(finding -> finding.severity() == Severity.MANDATORY)
                .map(finding -> mandatory(basis, book, finding))
                .forEach(refusals::add);
        return refusals;
    }

    private static BookProblem mandatory(Basis basis, FilledBook book, FilingFinding finding) {
        return basis.forms().stream()
                .flatMap(form -> finding.fields().stream()
                        .map(path -> book.place(form, FieldProblem.said(path, finding.message(), finding.messageEn())))
                        .flatMap(java.util.Optional::stream))
                .findFirst()
                .orElseGet(() -> new BookProblem(
                        "", 0, "", null, FieldProblem.said(null, finding.message(), finding.messageEn())));
    }

    private static String shortened(String given) {
        var clean = (given == null ? "" : given).replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > LONGEST_FILE_NAME ? clean.substring(0, LONGEST_FILE_NAME) : clean;
    }
}
