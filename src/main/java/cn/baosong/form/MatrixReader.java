package cn.baosong.form;

import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.Entry;
import cn.baosong.form.FormComponent.Growth;
import cn.baosong.form.FormComponent.Head;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormComponent.NumberEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a matrix of a group with the property {@code layout: matrix}: every number inside is an indicator, every open
 * column of it a number of its own with the rules of the indicator.
 */
final class MatrixReader {

    private static final int MOST_COLUMNS = 8;
    private static final String GROWTH = "growth";
    private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,59}");

    private final Head head;
    private final ComponentReader components;

    MatrixReader(Head head, ComponentReader components) {
        this.head = head;
        this.components = components;
    }

    /** @throws FormException where the properties of the group or of a row do not fit each other */
    Matrix read(List<FormComponent> inside) {
        Map<String, Matrix.Column> columns = columns();
        Matrix.GrowthColumn growth = growth(columns);
        List<MatrixRow> rows = new ArrayList<>();
        for (FormComponent component : inside) {
            if (!(component instanceof NumberEntry number)) {
                throw new FormException("form.file.matrix.row", called(head), called(component.head()));
            }
            rows.add(row(number, columns, growth));
        }
        return new Matrix(head, List.copyOf(columns.values()), growth, List.copyOf(rows));
    }

    private Map<String, Matrix.Column> columns() {
        List<String> keys = listed(head, "columns");
        if (keys.isEmpty()) {
            throw new FormException("form.file.matrix.noColumns", called(head));
        }
        if (keys.size() > MOST_COLUMNS) {
            throw new FormException("form.file.matrix.tooManyColumns", called(head), MOST_COLUMNS);
        }
        Map<String, Matrix.Column> columns = new LinkedHashMap<>();
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new FormException("form.file.badKey", called(head), key);
            }
            String name = "column." + key;
            Bilingual label = words(name, key);
            Bilingual group = new Bilingual(head.property(name + ".group"), head.property(name + ".group.en"));
            if (columns.put(key, new Matrix.Column(key, label, group)) != null) {
                throw new FormException("form.file.matrix.columnTwice", called(head), key);
            }
        }
        return columns;
    }

    private Bilingual words(String property, String otherwise) {
        return new Bilingual(head.properties().getOrDefault(property, otherwise), head.property(property + ".en"));
    }

    private Matrix.GrowthColumn growth(Map<String, Matrix.Column> columns) {
        if (!Set.of("true", "on").contains(head.properties().getOrDefault(GROWTH, ""))) {
            return null;
        }
        if (columns.containsKey(GROWTH)) {
            throw new FormException("form.file.matrix.columnTwice", called(head), GROWTH);
        }
        return new Matrix.GrowthColumn(
                compared("growth.of", columns), compared("growth.base", columns), words("growth.label", GROWTH));
    }

    private String compared(String property, Map<String, Matrix.Column> columns) {
        String key = head.properties().getOrDefault(property, "").strip();
        if (!columns.containsKey(key)) {
            throw new FormException("form.file.matrix.unknownColumn", called(head), property, key);
        }
        return key;
    }

    private MatrixRow row(NumberEntry number, Map<String, Matrix.Column> columns, Matrix.GrowthColumn growth) {
        Head row = number.head();
        Set<String> closed = known(row, "closed", columns);
        Set<String> required = known(row, "required.columns", columns);
        required.stream().filter(closed::contains).findFirst().ifPresent(key -> {
            throw new FormException("form.file.matrix.requiredClosed", called(row), key);
        });
        Map<String, NumberEntry> cells = new LinkedHashMap<>();
        columns.forEach((key, column) -> {
            if (!closed.contains(key)) {
                boolean must = required.isEmpty() ? number.entry().required() : required.contains(key);
                cells.put(key, cell(number, column, must));
            }
        });
        boolean comparable = growth != null && cells.containsKey(growth.of()) && cells.containsKey(growth.base());
        return new MatrixRow(row, Collections.unmodifiableMap(cells), comparable ? growth(row, growth) : null);
    }

    private NumberEntry cell(NumberEntry row, Matrix.Column column, boolean required) {
        Entry entry = row.entry();
        Function<Locale, String> said = locale -> {
            String group = column.group().in(locale);
            String label = column.label().in(locale);
            return group.isEmpty() ? label : group + Texts.pick(locale, "", ", ") + label;
        };
        return new NumberEntry(
                inside(row.head(), column.key(), said),
                new Entry(required, entry.readOnly(), entry.readOnlyWhen(), entry.defaultValue()),
                row.min(),
                row.max(),
                row.decimals(),
                row.appearance());
    }

    private Growth growth(Head row, Matrix.GrowthColumn growth) {
        return new Growth(
                inside(row, GROWTH, growth.label()::in),
                row.path() + "." + growth.of(),
                row.path() + "." + growth.base());
    }

    /** What one cell is called: the indicator, and its column in brackets. */
    private Head inside(Head row, String key, Function<Locale, String> column) {
        String path = row.path() + "." + key;
        components.take(path);
        Bilingual name = row.label().isEmpty() ? new Bilingual(row.path(), null) : row.label();
        return new Head(
                components.freeId(row.id() + "-" + key),
                row.type(),
                path,
                new Bilingual(
                        name.in(Texts.CHINESE) + "（" + column.apply(Texts.CHINESE) + "）",
                        name.in(Texts.ENGLISH) + " (" + column.apply(Texts.ENGLISH) + ")"),
                Bilingual.NONE,
                null,
                row.placement(),
                row.properties());
    }

    private static Set<String> known(Head row, String property, Map<String, Matrix.Column> columns) {
        List<String> keys = listed(row, property);
        for (String key : keys) {
            if (!columns.containsKey(key)) {
                throw new FormException("form.file.matrix.unknownColumn", called(row), property, key);
            }
        }
        return new HashSet<>(keys);
    }

    private static List<String> listed(Head of, String property) {
        return Stream.of(of.properties().getOrDefault(property, "").split("[,，]"))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static String called(Head component) {
        return component.label().isEmpty() ? component.id() : component.label().in(Texts.CHINESE);
    }
}
