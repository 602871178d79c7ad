package cn.baosong.filing.batch;

import cn.baosong.check.Severity;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.excel.FormCells;
import cn.baosong.filing.Explanation;
import cn.baosong.filing.FilingCheck;
import cn.baosong.filing.FilingFinding;
import cn.baosong.filing.FilingIntake;
import cn.baosong.filing.FilingOnBehalf;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormDefinition;
import cn.baosong.upload.RowProblem;
import cn.baosong.upload.UploadedRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One enterprise's line as values of its report, and everything that stands against it, each at its place. */
final class BatchValues {

    private static final Pattern IN_LIST = Pattern.compile("(.+)\\[(\\d+)]\\.(.+)");

    private final FilingIntake.Basis basis;
    private final UploadedRow row;
    private final BatchCells cells;
    private final SheetPlaces places;
    private final CodeLists codes;
    private final Texts texts;
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, Map<String, Object>> given = new LinkedHashMap<>();

    BatchValues(FilingIntake.Basis basis, UploadedRow row, SheetPlaces places, CodeLists codes, Texts texts) {
        this.basis = basis;
        this.row = row;
        this.cells = BatchCells.read(row.cells());
        this.places = places;
        this.codes = codes;
        this.texts = texts;
        basis.forms().forEach(this::read);
    }

    /** @return raw values by form, for the forms' own rules */
    Map<String, Map<String, Object>> given() {
        return given;
    }

    String explanation() {
        return cells.explanation();
    }

    private void read(FormDefinition form) {
        var values = new LinkedHashMap<String, Object>();
        var typed = new LinkedHashMap<String, String>();
        var prefix = form.id() + "/";
        cells.fields().forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                typed.put(key.substring(prefix.length()), text);
            }
        });
        values.putAll(reader(form, fields(form.byPath())).values(typed, problem -> add(form, problem)));
        form.byPath().values().stream()
                .filter(DynamicList.class::isInstance)
                .map(DynamicList.class::cast)
                .forEach(list -> values.put(list.head().path(), lines(form, list)));
        given.put(form.id(), values);
    }

    /** The sheet is complete: an enterprise without a line in it has none. */
    private List<Map<String, Object>> lines(FormDefinition form, DynamicList list) {
        var path = list.head().path();
        var reader = reader(form, fields(list.byPath()));
        var lines = new ArrayList<Map<String, Object>>();
        for (var line : cells.lists().getOrDefault(BatchSheets.key(form, path), List.of())) {
            var stem = path + "[" + lines.size() + "].";
            lines.add(reader.values(
                    line.cells(),
                    problem -> add(form, new FieldProblem(stem + problem.path(), problem.key(), problem.args()))));
        }
        return lines.isEmpty() ? null : lines;
    }

    private FormCells reader(FormDefinition form, Map<String, Field> fields) {
        return new FormCells(fields, basis.contexts().get(form.id()), codes);
    }

    private static Map<String, Field> fields(Map<String, FormComponent> byPath) {
        var fields = new LinkedHashMap<String, Field>();
        byPath.forEach((path, component) -> {
            if (component instanceof Field field) {
                fields.put(path, field);
            }
        });
        return fields;
    }

    /** @return everything that keeps the report from being filed, none where it may be */
    List<RowProblem> against(FilingCheck check) {
        var unread = occupied();
        for (var form : basis.forms()) {
            check.problemsOf(form.id()).stream()
                    .map(problem -> said(form, problem))
                    .filter(problem -> !unread.contains(problem.place()))
                    .forEach(problems::add);
            problems.addAll(notAsked(form, check));
        }
        // What a form refuses is missing to the checks; that is no second mistake.
        var refused = occupied();
        for (var finding : check.findings()) {
            if (finding.severity() == Severity.WARNING && cells.explanation() != null) {
                explained(finding);
            } else if (finding.severity() != Severity.HINT) {
                var key = finding.severity() == Severity.MANDATORY
                        ? "filing.batch.error.mandatory"
                        : "filing.batch.error.warning";
                var problem = found(finding, key);
                if (!refused.contains(problem.place())) {
                    problems.add(problem);
                }
            }
        }
        return List.copyOf(problems);
    }

    /** @return the places something is said about already */
    private Set<String> occupied() {
        return problems.stream()
                .map(RowProblem::place)
                .filter(place -> !place.isEmpty())
                .collect(Collectors.toSet());
    }

    private void explained(FilingFinding finding) {
        try {
            Explanation.checked(cells.explanation(), FilingOnBehalf.messages(finding));
        } catch (Problem wrong) {
            var at = places.at(BatchSheets.MAIN, BatchSheets.EXPLANATION, row.number());
            if (problems.stream().noneMatch(problem -> problem.place().equals(at))) {
                problems.add(RowProblem.of(at, wrong, texts));
            }
        }
    }

    /** What was typed where this enterprise has nothing to fill in is not dropped without a word. */
    private List<RowProblem> notAsked(FormDefinition form, FilingCheck check) {
        var kept = check.values().getOrDefault(form.id(), Map.of());
        return cells.fields().keySet().stream()
                .filter(key -> key.startsWith(form.id() + "/"))
                .map(key -> key.substring(form.id().length() + 1))
                .filter(path -> !kept.containsKey(path))
                .filter(path -> check.problemsOf(form.id()).stream().noneMatch(problem -> path.equals(problem.path())))
                .map(path -> said(form, new FieldProblem(path, "filing.batch.error.not-asked", List.of())))
                .filter(problem -> !occupied().contains(problem.place()))
                .toList();
    }

    private void add(FormDefinition form, FieldProblem problem) {
        problems.add(said(form, problem));
    }

    private RowProblem said(FormDefinition form, FieldProblem problem) {
        var label = problem.path() == null ? null : form.find(problem.path()).orElse(null);
        return new RowProblem(
                place(form, problem.path()),
                labelled(label, problem.message(texts, Texts.CHINESE), Texts.CHINESE),
                labelled(label, problem.message(texts, Texts.ENGLISH), Texts.ENGLISH));
    }

    private static String labelled(FormComponent component, String message, Locale locale) {
        var label = component == null ? "" : component.name().in(locale);
        return label.isEmpty() || message.contains(label) ? message : label + Texts.pick(locale, "：", ": ") + message;
    }

    private RowProblem found(FilingFinding finding, String key) {
        var path = finding.fields().isEmpty() ? null : finding.fields().get(0);
        var place = basis.forms().stream()
                .filter(form -> form.id().equals(finding.form()))
                .findFirst()
                .map(form -> place(form, path))
                .orElse("");
        return new RowProblem(
                place,
                texts.get(Texts.CHINESE, key, finding.message()),
                texts.get(Texts.ENGLISH, key, Texts.pick(Texts.ENGLISH, finding.message(), finding.messageEn())));
    }

    private String place(FormDefinition form, String path) {
        if (path == null) {
            return "";
        }
        var inList = IN_LIST.matcher(path);
        if (inList.matches()) {
            var sheet = BatchSheets.key(form, inList.group(1));
            var lines = cells.lists().getOrDefault(sheet, List.of());
            var index = Integer.parseInt(inList.group(2));
            return index < lines.size()
                    ? places.at(sheet, inList.group(3), lines.get(index).row())
                    : "";
        }
        return places.at(BatchSheets.MAIN, form.id() + "/" + path, row.number());
    }
}
