package cn.baosong.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One component of a Camunda form. What holds a value is a {@link Field} (a person fills it in), {@link Computed} or
 * {@link Growth} (the platform works it out) or a {@link DynamicList}; what holds components is a {@link Group}, a
 * {@link Matrix} with its rows, or a {@link DynamicList}; the rest is only shown.
 */
public sealed interface FormComponent {

    Head head();

    /** Whether a row of values stands under the path of this component. */
    default boolean holdsValue() {
        return this instanceof Field
                || this instanceof Computed
                || this instanceof Growth
                || this instanceof DynamicList;
    }

    /** Components inside, none for most. */
    default List<FormComponent> children() {
        return List.of();
    }

    /** How to call this component when speaking to a person. */
    default Bilingual name() {
        return head().label().isEmpty()
                ? new Bilingual(head().path() == null ? head().type() : head().path(), null)
                : head().label();
    }

    /**
     * What every component has.
     *
     * @param id unique in the form
     * @param type as written in the file
     * @param path dotted path of the value, from the form or from the row of the list around it; null if none
     * @param label Markdown or FEEL for a text, the title for a group
     * @param hide FEEL condition with its leading {@code =}; null: always shown
     * @param properties the custom properties of the file
     */
    record Head(
            String id,
            String type,
            String path,
            Bilingual label,
            Bilingual description,
            String hide,
            Placement placement,
            Map<String, String> properties) {

        /** @return null if absent */
        public String property(String name) {
            return properties.get(name);
        }

        /** Unit shown behind a value, in both languages ({@code unit}, {@code unit.en}). */
        public Bilingual unit() {
            return new Bilingual(property("unit"), property("unit.en"));
        }

        /** What the indicator means ({@code definition}, {@code definition.en}). */
        public Bilingual definition() {
            return new Bilingual(property("definition"), property("definition.en"));
        }
    }

    /** @param row components of one row share a line; @param columns 1 to 16, 0: an equal share of what is left */
    record Placement(String row, int columns) {}

    /** A component a person fills in. */
    sealed interface Field extends FormComponent {
        Entry entry();
    }

    /**
     * @param readOnlyWhen FEEL condition, null if none
     * @param defaultValue as in the file; stands for a value that was never given, null if none
     */
    record Entry(boolean required, boolean readOnly, String readOnlyWhen, Object defaultValue) {}

    /** @param prefix shown before, @param suffix shown behind the value; null if none */
    record Appearance(String prefix, String suffix) {}

    /** textfield, textarea. */
    record TextEntry(Head head, Entry entry, boolean multiline, TextRules rules, Appearance appearance)
            implements Field {}

    /**
     * @param maxLength as the file says; {@link CleanText} has the cap where it says nothing
     * @param pattern found anywhere in the value, as form-js does; null if none
     * @param patternMessage what to do when the pattern is not met ({@code pattern.message}, {@code pattern.message.en})
     * @param format {@code email}, {@code phone} or null
     */
    record TextRules(Limit minLength, Limit maxLength, Pattern pattern, Bilingual patternMessage, String format) {}

    /** @param decimals most decimal places, null: up to ten */
    record NumberEntry(Head head, Entry entry, Limit min, Limit max, Integer decimals, Appearance appearance)
            implements Field {}

    /** Values are ISO texts: {@code 2025-03-31}, {@code 09:30}, {@code 2025-03-31T09:30}. */
    record DateEntry(Head head, Entry entry, DateKind kind, int minutesApart, boolean noPast) implements Field {
        /** {@code date}, {@code time} or {@code datetime}, as the file says it. */
        String kindName() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    enum DateKind {
        DATE,
        TIME,
        DATETIME
    }

    /** The value is true or absent. */
    record CheckEntry(Head head, Entry entry) implements Field {}

    /** radio, select: one value; checklist, taglist: a list of values. */
    record ChoiceEntry(Head head, Entry entry, ChoiceStyle style, Options options) implements Field {
        public boolean many() {
            return style == ChoiceStyle.CHECKLIST || style == ChoiceStyle.TAGLIST;
        }
    }

    enum ChoiceStyle {
        RADIO,
        SELECT,
        CHECKLIST,
        TAGLIST
    }

    /**
     * A code list chosen level by level; the value is the code chosen at the deepest level.
     *
     * @param levels 1 to 6
     * @param leafOnly whether only a code with nothing below it will do
     */
    record CodeEntry(Head head, Entry entry, String list, int levels, boolean leafOnly) implements Field {}

    /** The value is a list of attachment ids. */
    record FileEntry(Head head, Entry entry, boolean many, String accept) implements Field {}

    /**
     * A value nobody types: {@code properties.decision} of any field, or an {@code expression} component.
     *
     * @param decision key in {@link FormContext#decisions()}, null if {@code expression} says it
     * @param options labels of the values that may come out
     */
    record Computed(Head head, String decision, String expression, Options options, Integer decimals)
            implements FormComponent {}

    /** @param outline whether a frame is drawn around */
    record Group(Head head, List<FormComponent> children, boolean outline) implements FormComponent {}

    /**
     * A group with {@code layout: matrix}: indicators by columns. The values are those of the cells, flat by path:
     * {@code revenue.cumulative}.
     *
     * @param growth null where none is shown
     */
    record Matrix(Head head, List<Column> columns, GrowthColumn growth, List<MatrixRow> rows) implements FormComponent {
        @Override
        public List<FormComponent> children() {
            return List.copyOf(rows);
        }

        /** @param group heading shared with the columns beside it, empty for none */
        public record Column(String key, Bilingual label, Bilingual group) {}

        /** @param of,base keys of the columns that are compared */
        public record GrowthColumn(String of, String base, Bilingual label) {}
    }

    /**
     * One indicator of a matrix; holds no value itself.
     *
     * @param cells by column, in the order of the columns; a closed column has none
     * @param growth null where the matrix has none, or this row lacks one of the columns compared
     */
    record MatrixRow(Head head, Map<String, NumberEntry> cells, Growth growth) implements FormComponent {
        @Override
        public List<FormComponent> children() {
            return Stream.<FormComponent>concat(cells.values().stream(), Stream.ofNullable(growth))
                    .toList();
        }

        /** What the statistical system calls this indicator; null if the file does not say. */
        public String code() {
            return head.property("code");
        }
    }

    /**
     * Growth of one value over another, in percent: worked out whenever it is looked at, never stored.
     *
     * @param of,base paths of the values compared
     */
    record Growth(Head head, String of, String base) implements FormComponent {

        /** Decimal places shown. */
        static final int DECIMALS = 2;

        /**
         * @param flat values by path
         * @return (of / base - 1) × 100, to two places; null where a value is missing or the base is not above zero
         */
        BigDecimal over(Map<String, Object> flat) {
            BigDecimal value = NumberText.orNull(flat.get(of));
            BigDecimal compared = NumberText.orNull(flat.get(base));
            return value == null || compared == null || compared.signum() <= 0
                    ? null
                    : NumberText.orNull(value.subtract(compared)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(compared, DECIMALS, RoundingMode.HALF_UP));
        }
    }

    /**
     * The value is a list of rows, each a map from the paths of the components inside.
     *
     * @param byPath components that hold a value of a row, by path in the row
     */
    record DynamicList(
            Head head, List<FormComponent> children, int initialRows, boolean fixed, Map<String, FormComponent> byPath)
            implements FormComponent {

        DynamicList(Head head, List<FormComponent> children, int initialRows, boolean fixed) {
            this(head, children, initialRows, fixed, FormDefinition.valuesAmong(children));
        }
    }

    /** text (Markdown) or html; may be FEEL, may hold {@code {{FEEL}}}. */
    record TextBlock(Head head, Bilingual text, boolean html) implements FormComponent {}

    /** @param source address, or FEEL that gives one */
    record Image(Head head, String source, Bilingual alternative) implements FormComponent {}

    /** @param source FEEL that gives the rows; @param columnsExpression FEEL that gives the columns, null if fixed */
    record Table(Head head, String source, List<Column> columns, String columnsExpression) implements FormComponent {
        public record Column(String key, String label) {}
    }

    record Separator(Head head) implements FormComponent {}

    /** @param height pixels */
    record Spacer(Head head, int height) implements FormComponent {}

    /** @param action {@code submit} or {@code reset}; the page around decides what they do, so nothing is rendered */
    record Button(Head head, String action) implements FormComponent {}

    /** An iframe, shown as a link. @param address or FEEL that gives one */
    record Link(Head head, String address) implements FormComponent {}

    /** Anything this platform does not know: shown as a notice. */
    record UnknownComponent(Head head) implements FormComponent {}
}
