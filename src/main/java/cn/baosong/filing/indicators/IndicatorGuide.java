package cn.baosong.filing.indicators;

import cn.baosong.common.Texts;
import cn.baosong.common.feel.Feel;
import cn.baosong.filing.FilingModel;
import cn.baosong.filing.FilingModels;
import cn.baosong.filing.Periods;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.indicators.Explained.Line;
import cn.baosong.filing.indicators.Explained.Sheet;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes the explanation of the report as the process owner's files have it (HOME-15). Nothing here knows an indicator. */
@Component
public class IndicatorGuide {

    private final FilingModels models;
    private final Schemes schemes;
    private final Periods periods;
    private final Feel feel;
    private final Expressions expressions;
    private final Texts texts;

    IndicatorGuide(
            FilingModels models, Schemes schemes, Periods periods, Feel feel, Expressions expressions, Texts texts) {
        this.models = models;
        this.schemes = schemes;
        this.periods = periods;
        this.feel = feel;
        this.expressions = expressions;
        this.texts = texts;
    }

    /**
     * @param scheme key of a scheme of reports
     * @return every indicator and field of every form, each once, as they hold for its current period
     * @throws cn.baosong.common.Problem {@code filing.error.no-scheme}
     */
    public Explained current(String scheme, Locale locale) {
        var kind = schemes.get(scheme).kind();
        var month = periods.current(kind);
        var revision = models.newest(scheme, month);
        var model = models.of(revision.id());
        return new Explained(
                model.title().in(locale),
                kind.label(month, texts, locale),
                revision.number(),
                model.forms().stream().map(form -> sheet(model, form, locale)).toList());
    }

    private Sheet sheet(FilingModel model, FormDefinition form, Locale locale) {
        var checks = new CheckWords(model.checks(), texts, locale);
        var asked = new AskedWhen(model, form, feel, expressions, texts, locale);
        var lines = new ArrayList<Line>();
        form.components().forEach(component -> walk(form, component, List.of(), null, checks, asked, lines, locale));
        var lists = form.all()
                .filter(DynamicList.class::isInstance)
                .map(list -> list.head().path())
                .collect(Collectors.toSet());
        return new Sheet(
                form.id(), model.titles().get(form.id()).in(locale), lines, checks.of(lists::contains, Set.of()));
    }

    private void walk(
            FormDefinition form,
            FormComponent component,
            List<FormComponent> around,
            Matrix matrix,
            CheckWords checks,
            AskedWhen asked,
            List<Line> lines,
            Locale locale) {
        if (component instanceof MatrixRow || component instanceof Field || component instanceof Computed) {
            var head = component.head();
            var section = around.isEmpty()
                    ? ""
                    : around.get(around.size() - 1).head().label().in(locale);
            var inList = around.stream().anyMatch(DynamicList.class::isInstance);
            lines.add(new Line(
                    form.id() + "-" + head.id(),
                    section,
                    Objects.toString(head.property("code"), ""),
                    component.name().in(locale),
                    head.unit().in(locale),
                    head.definition().isEmpty()
                            ? head.description().in(locale)
                            : head.definition().in(locale),
                    component instanceof Computed
                            ? texts.get(locale, "filing.indicators.asked.computed")
                            : asked.of(Stream.concat(around.stream(), Stream.of(component))
                                    .map(one -> one.head().hide())
                                    .filter(Objects::nonNull)
                                    .toList()),
                    component instanceof MatrixRow row
                            ? columns(matrix, row.cells().keySet(), locale)
                            : "",
                    checks.of(component, matrix, inList)));
            return;
        }
        var inside = Stream.concat(around.stream(), Stream.of(component)).toList();
        var table = component instanceof Matrix found ? found : matrix;
        component.children().forEach(child -> walk(form, child, inside, table, checks, asked, lines, locale));
    }

    static String columns(Matrix matrix, Set<String> keys, Locale locale) {
        return matrix.columns().stream()
                .filter(column -> keys.contains(column.key()))
                .map(column -> {
                    var group = column.group().in(locale);
                    var label = column.label().in(locale);
                    return group.isEmpty() ? label : group + Texts.pick(locale, "", " ") + label;
                })
                .collect(Collectors.joining(Texts.pick(locale, "、", ", ")));
    }
}
