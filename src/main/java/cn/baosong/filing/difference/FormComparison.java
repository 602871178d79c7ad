package cn.baosong.filing.difference;

import cn.baosong.common.Texts;
import cn.baosong.filing.PeriodKind;
import cn.baosong.filing.difference.DifferenceReader.Found;
import cn.baosong.filing.difference.DifferenceReader.Side;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Growth;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.ValueText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares one form of a report with the same form of the earlier reports, component by component. */
final class FormComparison {

    /** Property of a matrix: columns that count from January on, and begin anew with each year. */
    private static final String SINCE_JANUARY = "sinceJanuary";

    /** Property of an indicator: {@code true} for what holds on the last day of the period, and never begins anew. */
    private static final String POINT_IN_TIME = "pointInTime";

    /** Property of an indicator: {@code false} where the sum over enterprises means nothing, such as for a ratio. */
    private static final String ADDITIVE = "additive";

    /** Property of a matrix, with a column behind it: that column comes from last year's report already. */
    private static final String PREFILL = "prefill.";

    /** Property of a matrix, with a column behind it: the column in which the enterprise says last year's figure of it. */
    private static final String LAST_YEAR = "lastYear.";

    private final String form;
    private final String title;
    private final PeriodKind kind;
    private final ValueText text;
    private final Found found;
    private final Texts texts;
    private final Locale locale;

    FormComparison(
            String form, String title, PeriodKind kind, ValueText text, Found found, Texts texts, Locale locale) {
        this.form = form;
        this.title = title;
        this.kind = kind;
        this.text = text;
        this.found = found;
        this.texts = texts;
        this.locale = locale;
    }

    /** @param now values of the form, flat by path */
    void compare(List<FormComponent> components, Map<String, Object> now) {
        var place = new Place(
                "", now, found.previous().values(form), found.lastYear().values(form), false);
        compare(components, place);
    }

    private void compare(List<FormComponent> components, Place place) {
        for (var component : components) {
            if (component instanceof Matrix matrix) {
                matrix.rows().forEach(row -> indicator(matrix, row, place));
            } else if (component instanceof DynamicList list) {
                rows(list, place);
            } else if (component instanceof NumberEntry number) {
                figure(number, place);
            } else if (component.holdsValue() && !(component instanceof Growth)) {
                word(component, place);
            } else {
                compare(component.children(), place);
            }
        }
    }

    private void indicator(Matrix matrix, MatrixRow row, Place place) {
        var restarting = listed(matrix.head().property(SINCE_JANUARY));
        var lasting = "true".equals(row.head().property(POINT_IN_TIME));
        var additive = !"false".equals(row.head().property(ADDITIVE));
        var said = lastYears(matrix);
        var index = 0;
        for (var column : matrix.columns()) {
            if (row.cells().containsKey(column.key())
                    && matrix.head().property(PREFILL + column.key()) == null
                    && !said.containsValue(column)) {
                var path = row.head().path() + "." + column.key();
                var detail = lasting ? "" : column.label().in(locale);
                add(
                        place,
                        new Figure(row, row.head().path(), path, index, detail, additive, said.get(column.key())),
                        !lasting && restarting.contains(column.key()));
            }
            index++;
        }
    }

    /** @return by the key of a column, the one in which last year's figure of it is said */
    private static Map<String, Matrix.Column> lastYears(Matrix matrix) {
        var said = new HashMap<String, Matrix.Column>();
        for (var column : matrix.columns()) {
            var named = matrix.head().property(LAST_YEAR + column.key());
            matrix.columns().stream()
                    .filter(other -> other.key().equals(named))
                    .findFirst()
                    .ifPresent(other -> said.put(column.key(), other));
        }
        return said;
    }

    private void figure(NumberEntry number, Place place) {
        var path = number.head().path();
        add(place, new Figure(number, path, path, 0, "", true, null), false);
    }

    /**
     * Where a figure stands.
     *
     * @param indicator path by which totals know it
     * @param path of the value itself
     * @param column of its matrix, from 0
     * @param additive whether the region's total of it means anything
     * @param said the column of its matrix in which the enterprise says what it was last year, null for none
     */
    private record Figure(
            FormComponent component,
            String indicator,
            String path,
            int column,
            String detail,
            boolean additive,
            Matrix.Column said) {

        /** @return what the enterprise says it was last year, null for nothing */
        BigDecimal saidLastYear(Map<String, Object> values) {
            return said == null ? null : number(values.get(indicator + "." + said.key()));
        }
    }

    private void add(Place place, Figure figure, boolean restarts) {
        var now = number(place.now().get(figure.path()));
        if (now == null && !place.inRow() && figure.component().head().hide() != null) {
            // Not every month asks for it.
            return;
        }
        var previous = found.january() && restarts
                ? Comparison.NONE
                : compared(now, place.previous(), found.previous(), figure, place);
        var name = place.prefix() + figure.component().name().in(locale);
        add(place, new FigureLine(name, detail(figure, figure.detail()), now, previous, lastYear(now, figure, place)));
        var said = figure.saidLastYear(place.now());
        var accepted = number(place.lastYear().get(figure.path()));
        if (said != null && accepted != null && said.compareTo(accepted) != 0) {
            var column = figure.said();
            var words = Stream.of(column.group().in(locale), column.label().in(locale))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            add(
                    place,
                    new FigureLine(
                            name, detail(figure, words), said, Comparison.NONE, Comparison.of(said, accepted, null)));
        }
    }

    private void add(Place place, FigureLine line) {
        if (place.inRow()) {
            found.product(line);
        } else {
            found.indicator(line);
        }
    }

    private String detail(Figure figure, String column) {
        return Stream.of(column, figure.component().head().unit().in(locale))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Last year's accepted report tells; where it says nothing of the figure, what the enterprise says it was. */
    private Comparison lastYear(BigDecimal now, Figure figure, Place place) {
        var said = figure.saidLastYear(place.now());
        var told = found.comparable() && said != null && place.lastYear().get(figure.path()) == null;
        return told ? Comparison.of(now, said, null) : compared(now, place.lastYear(), found.lastYear(), figure, place);
    }

    private Comparison compared(BigDecimal now, Map<String, Object> before, Side side, Figure figure, Place place) {
        if (!side.there()) {
            return Comparison.NONE;
        }
        var total =
                place.inRow() || !figure.additive() ? null : side.total().of(form, figure.indicator(), figure.column());
        return Comparison.of(now, number(before.get(figure.path())), total);
    }

    private void word(FormComponent component, Place place) {
        if (!found.nearest().there()) {
            return;
        }
        var path = component.head().path();
        var earlier = found.previous().there() ? place.previous() : place.lastYear();
        if (place.inRow() && (earlier.isEmpty() || place.now().isEmpty())) {
            return;
        }
        var old = earlier.get(path);
        var now = place.now().get(path);
        if (!Objects.equals(old, now) && !Objects.toString(old, "").equals(Objects.toString(now, ""))) {
            found.word(new WordLine(
                    title,
                    place.prefix() + component.name().in(locale),
                    text.of(component, old, Map.of()),
                    text.of(component, now, Map.of())));
        }
    }

    /** A row of this month, with what it was; then rows that are not reported any more. */
    private void rows(DynamicList list, Place place) {
        var rows = new ListRows(list);
        var path = list.head().path();
        var now = FormEvaluation.rows(place.now().get(path));
        var previous = FormEvaluation.rows(place.previous().get(path));
        var lastYear = FormEvaluation.rows(place.lastYear().get(path));
        for (var row : now) {
            var before = rows.alike(previous, row);
            var name = found.previous().there() && before.isEmpty()
                    ? texts.get(locale, "filing.difference.new", rows.name(row))
                    : rows.name(row);
            row(list, name, row, before, rows.alike(lastYear, row));
        }
        for (var row : previous) {
            if (rows.alike(now, row).isEmpty()) {
                var name = texts.get(locale, kind.key("filing.difference.gone."), rows.name(row));
                row(list, name, Map.of(), row, rows.alike(lastYear, row));
            }
        }
    }

    private void row(
            DynamicList list,
            String name,
            Map<String, Object> now,
            Map<String, Object> previous,
            Map<String, Object> lastYear) {
        compare(list.children(), new Place(name + " · ", now, previous, lastYear, true));
    }

    private static Set<String> listed(String property) {
        return property == null
                ? Set.of()
                : Arrays.stream(property.split("[,，\\s]+")).collect(Collectors.toSet());
    }

    private static BigDecimal number(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    /**
     * The values compared: of the form, or of one row of a list.
     *
     * @param prefix stands in front of a name
     * @param inRow whether it is a row
     */
    private record Place(
            String prefix,
            Map<String, Object> now,
            Map<String, Object> previous,
            Map<String, Object> lastYear,
            boolean inRow) {}
}
