package cn.baosong.filing;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.excel.PlainSheet;
import cn.baosong.excel.PlainSheet.Line;
import cn.baosong.excel.SheetWriter;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Growth;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.NumberText;
import cn.baosong.form.ValueText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A report as a workbook (HIS-12): a sheet for each form. Asks for no role, the service that hands out the report does. */
@Component
public class FilingWorkbook {

    /** What file systems do not take in a name. */
    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}]+");

    private final FilingViews views;
    private final ReportNames names;
    private final Enterprises enterprises;
    private final SheetWriter writer;
    private final CodeLists codes;
    private final Texts texts;

    FilingWorkbook(
            FilingViews views,
            ReportNames names,
            Enterprises enterprises,
            SheetWriter writer,
            CodeLists codes,
            Texts texts) {
        this.views = views;
        this.names = names;
        this.enterprises = enterprises;
        this.writer = writer;
        this.codes = codes;
        this.texts = texts;
    }

    /** @return 企业名称_2026-10_月报, without an ending */
    public String fileName(Filing filing, Locale locale) {
        var name = UNSAFE.matcher(enterprise(filing)).replaceAll("_");
        return name + "_" + UNSAFE.matcher(label(filing, locale)).replaceAll("_");
    }

    /** @return name of the workbook of one form, without an ending */
    public String fileName(Filing filing, String formTitle, Locale locale) {
        return fileName(filing, locale) + "_" + UNSAFE.matcher(formTitle).replaceAll("_");
    }

    /** @param values by form, flat by path */
    public void write(Filing filing, Map<String, Map<String, Object>> values, Locale locale, OutputStream out)
            throws IOException {
        write(filing, values, views.forms(filing), locale, out);
    }

    /**
     * Writes one form alone.
     *
     * @param values by form, flat by path
     * @param form id of the form
     * @throws Problem {@code filing.error.not-found} where the report has no such form
     */
    public void write(
            Filing filing, Map<String, Map<String, Object>> values, String form, Locale locale, OutputStream out)
            throws IOException {
        var only = views.forms(filing).stream()
                .filter(one -> one.id().equals(form))
                .toList();
        if (only.isEmpty()) {
            throw new Problem("filing.error.not-found");
        }
        write(filing, values, only, locale, out);
    }

    private void write(
            Filing filing,
            Map<String, Map<String, Object>> values,
            List<FormDefinition> forms,
            Locale locale,
            OutputStream out)
            throws IOException {
        var sheets = new ArrayList<PlainSheet>();
        for (var form : forms) {
            var title = views.title(filing, form).in(locale);
            var lines = new ArrayList<Line>();
            lines.add(Line.heading(enterprise(filing), names.period(filing), title));
            lines.add(Line.of());
            new Sheet(filing, form, values, locale, lines).fill();
            sheets.add(new PlainSheet(title, lines));
        }
        writer.sheets(sheets, out);
    }

    /** What its scheme calls it; 2026-10_月报 where the scheme does not say. */
    private String label(Filing filing, Locale locale) {
        var name = names.of(filing, locale);
        return name.equals(names.period(filing))
                ? name + "_" + texts.get(locale, views.kind(filing).key("filing.history.report."))
                : name;
    }

    private String enterprise(Filing filing) {
        return enterprises.find(filing.enterprise()).orElseThrow().name();
    }

    /** One form, being written. */
    private final class Sheet {
        private final FormDefinition form;
        private final Locale locale;
        private final List<Line> lines;
        private final FormEvaluation evaluation;
        private final ValueText said;

        Sheet(
                Filing filing,
                FormDefinition form,
                Map<String, Map<String, Object>> values,
                Locale locale,
                List<Line> lines) {
            var context = views.context(filing, form, values);
            this.form = form;
            this.locale = locale;
            this.lines = lines;
            this.evaluation = FormEvaluation.of(form, values.getOrDefault(form.id(), Map.of()), context);
            this.said = new ValueText(context, codes, texts, locale);
        }

        void fill() {
            fill(form.components());
        }

        private void fill(List<FormComponent> components) {
            components.stream()
                    .filter(component -> evaluation.shown(component, ""))
                    .forEach(this::fill);
        }

        private void fill(FormComponent component) {
            if (component instanceof Matrix matrix) {
                matrix(matrix);
            } else if (component instanceof DynamicList list) {
                list(list);
            } else if (component.holdsValue()) {
                lines.add(Line.of(
                        component.name().in(locale),
                        cell(component, evaluation.values().get(component.head().path()), ""),
                        component.head().unit().in(locale)));
            } else if (!component.children().isEmpty()) {
                if (!component.head().label().isEmpty()) {
                    lines.add(Line.heading(component.head().label().in(locale)));
                }
                fill(component.children());
            }
        }

        private void matrix(Matrix matrix) {
            var head =
                    Line.heading(texts.get(locale, "form.matrix.indicator"), texts.get(locale, "filing.history.unit"));
            for (var column : matrix.columns()) {
                var group = column.group().in(locale);
                head.cells()
                        .add((group.isEmpty() ? "" : group + " ")
                                + column.label().in(locale));
            }
            if (matrix.growth() != null) {
                head.cells().add(matrix.growth().label().in(locale) + " (%)");
            }
            lines.add(head);
            for (var row : matrix.rows()) {
                if (evaluation.shown(row, "")) {
                    var line = Line.of(row.name().in(locale), row.head().unit().in(locale));
                    matrix.columns().forEach(column -> line.cells()
                            .add(value(row.cells().get(column.key()))));
                    if (matrix.growth() != null) {
                        line.cells().add(value(row.growth()));
                    }
                    lines.add(line);
                }
            }
        }

        private Object value(FormComponent cell) {
            return cell == null
                    ? null
                    : cell(cell, evaluation.values().get(cell.head().path()), "");
        }

        private void list(DynamicList list) {
            var columns = list.children().stream()
                    .flatMap(this::flat)
                    .filter(FormComponent::holdsValue)
                    .toList();
            lines.add(new Line(
                    true, columns.stream().<Object>map(column -> named(column)).toList()));
            var rows = FormEvaluation.rows(evaluation.values().get(list.head().path()));
            for (var i = 0; i < rows.size(); i++) {
                var prefix = list.head().path() + "[" + i + "].";
                var line = Line.of();
                for (var column : columns) {
                    line.cells()
                            .add(
                                    evaluation.shown(column, prefix)
                                            ? cell(
                                                    column,
                                                    rows.get(i)
                                                            .get(column.head().path()),
                                                    prefix)
                                            : null);
                }
                lines.add(line);
            }
        }

        private String named(FormComponent column) {
            var unit = column.head().unit().in(locale);
            return column.name().in(locale) + (unit.isEmpty() ? "" : " [" + unit + "]");
        }

        private Stream<FormComponent> flat(FormComponent component) {
            return component instanceof DynamicList || component.children().isEmpty()
                    ? Stream.of(component)
                    : component.children().stream().flatMap(this::flat);
        }

        /** A number where a number is asked for, else the words people read; null for nothing. */
        private Object cell(FormComponent component, Object value, String prefix) {
            if (value == null || value.toString().isBlank()) {
                return null;
            }
            if (component instanceof NumberEntry || component instanceof Growth || value instanceof Number) {
                try {
                    return value instanceof Number number
                            ? NumberText.parse(number)
                            : NumberText.parse(value.toString());
                } catch (NumberText.Unreadable typed) {
                    return value.toString();
                }
            }
            return said.of(component, value, evaluation.names(prefix));
        }
    }
}
