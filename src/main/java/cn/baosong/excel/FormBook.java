package cn.baosong.excel;

import cn.baosong.common.Texts;
import cn.baosong.excel.SheetPlan.Column;
import cn.baosong.excel.SheetPlan.Line;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.FileEntry;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormEvaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form as sheets to fill in: its plain fields, each matrix, each dynamic list. What the form hides for good is left
 * out; what it hides because of another of its own values is there, for that value may change in the workbook. Growth,
 * computed values, attachments and what may only be read are not asked.
 */
public final class FormBook {

    private static final String VALUE = "value";

    private final FormDefinition form;
    private final String title;
    private final FormContext context;
    private final Texts texts;
    private final Locale locale;
    private final Map<String, Object> names;
    private final Pattern ownNames;

    /**
     * @param title what people call the form
     * @param values of the form as they stand, flat by path
     */
    public FormBook(
            FormDefinition form,
            String title,
            FormContext context,
            Map<String, Object> values,
            Texts texts,
            Locale locale) {
        this.form = form;
        this.title = title;
        this.context = context;
        this.texts = texts;
        this.locale = locale;
        this.names = FormEvaluation.of(form, values, context).names("");
        this.ownNames = form.byPath().isEmpty()
                ? null
                : Pattern.compile(form.byPath().keySet().stream()
                        .map(path -> Pattern.quote(path.split("\\.", 2)[0]))
                        .distinct()
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}_.])(?:", ")(?![\\p{L}\\p{N}_])")));
    }

    /** @return in the order of the form, plain fields first */
    public List<SheetPlan> sheets() {
        var offered = offered(form.components()).toList();
        var plans = new ArrayList<SheetPlan>();
        var fields = offered.stream()
                .filter(component -> component instanceof Field field && fillable(field))
                .map(Field.class::cast)
                .toList();
        if (!fields.isEmpty()) {
            plans.add(plain(fields));
        }
        for (var component : offered) {
            if (component instanceof Matrix matrix) {
                plans.add(matrix(matrix));
            } else if (component instanceof DynamicList list) {
                plans.add(list(list));
            }
        }
        return plans.stream()
                .map(plan -> new SheetPlan(
                        plan.key(),
                        plan.form(),
                        plans.size() == 1 || plan.name().isEmpty() ? title : title + " " + plan.name(),
                        plan.columns(),
                        plan.lines(),
                        plan.list()))
                .toList();
    }

    /** Groups opened, matrices and lists not. */
    private Stream<FormComponent> offered(List<FormComponent> components) {
        return components.stream()
                .filter(this::offered)
                .flatMap(component -> component instanceof Matrix || component instanceof DynamicList
                        ? Stream.of(component)
                        : Stream.concat(Stream.of(component), offered(component.children())));
    }

    private boolean offered(FormComponent component) {
        var hide = component.head().hide();
        return hide == null
                || !context.expressions().holds(hide, names)
                || ownNames != null && ownNames.matcher(hide).find();
    }

    private boolean fillable(Field field) {
        return !(field instanceof FileEntry)
                && !field.entry().readOnly()
                && !context.expressions().holds(field.entry().readOnlyWhen(), names);
    }

    private SheetPlan plain(List<Field> fields) {
        var columns = List.of(
                words("label", "excel.book.label"),
                new Column(VALUE, texts.get(locale, "excel.book.value"), "", "", true, null),
                words("note", "excel.book.note"));
        var lines = fields.stream()
                .map(field -> new Line(
                        field.head().path(),
                        Map.of("label", called(field), "note", unitAndNote(field)),
                        Map.of(VALUE, field),
                        note(field)))
                .toList();
        return new SheetPlan(form.id() + "/fields", form.id(), "", columns, lines, null);
    }

    private SheetPlan matrix(Matrix matrix) {
        var columns = new ArrayList<>(List.of(
                words("label", "excel.book.indicator"),
                words("code", "excel.book.code"),
                words("unit", "excel.book.unit")));
        matrix.columns()
                .forEach(column -> columns.add(new Column(
                        column.key(), column.label().in(locale), column.group().in(locale), "", true, null)));
        var lines = matrix.rows().stream()
                .filter(this::offered)
                .map(this::indicator)
                .toList();
        return new SheetPlan(
                form.id() + "/" + matrix.head().id(), form.id(), matrix.name().in(locale), columns, lines, null);
    }

    private Line indicator(MatrixRow row) {
        var cells = new LinkedHashMap<String, Field>();
        row.cells().forEach((column, cell) -> {
            if (fillable(cell)) {
                cells.put(column, cell);
            }
        });
        return new Line(
                row.head().path(),
                Map.of(
                        "label",
                        row.name().in(locale),
                        "code",
                        row.code() == null ? "" : row.code(),
                        "unit",
                        row.head().unit().in(locale)),
                cells,
                note(row));
    }

    private SheetPlan list(DynamicList list) {
        var columns = inRow(list.children())
                .filter(this::fillable)
                .map(field ->
                        new Column(field.head().path(), called(field) + unit(field), "", note(field), true, field))
                .toList();
        return new SheetPlan(
                form.id() + "/" + list.head().id(), form.id(), list.name().in(locale), columns, List.of(), list);
    }

    private static Stream<Field> inRow(List<FormComponent> components) {
        return components.stream()
                .flatMap(component -> component instanceof DynamicList
                        ? Stream.empty()
                        : component instanceof Field field ? Stream.of(field) : inRow(component.children()));
    }

    private Column words(String key, String title) {
        return new Column(key, texts.get(locale, title), "", "", false, null);
    }

    private String called(Field field) {
        return field.name().in(locale) + (field.entry().required() ? " *" : "");
    }

    private String unit(FormComponent component) {
        var unit = component.head().unit().in(locale);
        return unit.isEmpty() ? "" : Texts.pick(locale, "（" + unit + "）", " (" + unit + ")");
    }

    private String unitAndNote(FormComponent component) {
        return Stream.of(component.head().unit().in(locale), note(component))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(Texts.pick(locale, "；", "; ")));
    }

    private String note(FormComponent component) {
        return Stream.of(component.head().description(), component.head().definition())
                .map(text -> text.in(locale))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
