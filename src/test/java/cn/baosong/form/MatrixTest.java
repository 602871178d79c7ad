package cn.baosong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.Growth;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormValidator.Mode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix of a form: read, worked out, held to its rules (MON-16, MON-17, MON-37). */
class MatrixTest {

    private static final FormDefinition FORM = TestForms.form("matrix.form");
    private static final List<String> COLUMNS = List.of("month", "cumulative", "lastYearMonth", "lastYearCumulative");
    private static final String ROW = "{'type':'number','id':'r','key':'a','label':'甲'}";

    private final FormContext industrial = context(true);

    private static FormContext context(boolean industrial) {
        return new FormContext(TestForms.EXPRESSIONS, Map.of("enterprise", Map.of("industrial", industrial)), Map.of());
    }

    private FormResult validate(Map<String, Object> raw, Mode mode) {
        return TestForms.validator().validate(FORM, raw, industrial, mode);
    }

    private static FormDefinition matrix(String properties, String... rows) {
        return TestForms.of("{'type':'group','id':'m','label':'表','properties':{'layout':'matrix'," + properties
                + "},'components':[" + String.join(",", rows) + "]}");
    }

    @Test
    void readsColumnsRowsAndGrowth() {
        Matrix matrix = (Matrix) FORM.components().get(0);

        assertThat(matrix.columns()).extracting(Matrix.Column::key).containsExactlyElementsOf(COLUMNS);
        assertThat(matrix.columns().get(2).group().in(Texts.ENGLISH)).isEqualTo("Last year");
        assertThat(matrix.growth().label().in(Texts.CHINESE)).isEqualTo("累计同比增长");
        assertThat(matrix.rows()).hasSize(18);
        MatrixRow revenue = matrix.rows().get(4);
        assertThat(revenue.code()).isEqualTo("05");
        assertThat(revenue.cells()).containsOnlyKeys("cumulative", "lastYearCumulative");
        assertThat(revenue.cells().get("cumulative").entry().required()).isTrue();
        assertThat(revenue.cells().get("lastYearCumulative").entry().required()).isFalse();
        assertThat(FORM.byPath())
                .containsKeys("revenue.cumulative", "revenue.growth", "output.month")
                .doesNotContainKeys("revenue", "revenue.month", "month");
        NumberEntry cell = (NumberEntry) FORM.find("output.month").orElseThrow();
        assertThat(cell.name().in(Texts.CHINESE)).isEqualTo("工业总产值（本年本月）");
        assertThat(cell.name().in(Texts.ENGLISH)).isEqualTo("Gross industrial output (This year, month)");
        assertThat(cell.head().unit().in(Texts.CHINESE)).isEqualTo("千元");
        assertThat(FORM.find("output.growth")).containsInstanceOf(Growth.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'columns':''                                              | ROW | form.file.matrix.noColumns
                    'columns':' , '                                           | ROW | form.file.matrix.noColumns
                    'columns':'a,b,c,d,e,f,g,h,i'                             | ROW | form.file.matrix.tooManyColumns
                    'columns':'a,b,a'                                         | ROW | form.file.matrix.columnTwice
                    'columns':'a,1b'                                          | ROW | form.file.badKey
                    'columns':'a,b.c'                                         | ROW | form.file.badKey
                    'columns':'a,growth','growth':'true','growth.of':'a','growth.base':'a' | ROW | form.file.matrix.columnTwice
                    'columns':'a,b','growth':'true'                           | ROW | form.file.matrix.unknownColumn
                    'columns':'a,b','growth':'on','growth.of':'a','growth.base':'c' | ROW | form.file.matrix.unknownColumn
                    'columns':'a,b' | {'type':'textfield','key':'x','label':'文字'} | form.file.matrix.row
                    'columns':'a,b' | {'type':'text','text':'文字'} | form.file.matrix.row
                    'columns':'a,b' | {'type':'number','key':'x','properties':{'decision':'scale'}} | form.file.matrix.row
                    'columns':'a,b' | {'type':'number','key':'x','properties':{'closed':'a,z'}} | form.file.matrix.unknownColumn
                    'columns':'a,b' | {'type':'number','key':'x','properties':{'required.columns':'z'}} | form.file.matrix.unknownColumn
                    'columns':'a,b' | {'type':'number','key':'x','properties':{'closed':'a','required.columns':'a'}} | form.file.matrix.requiredClosed
                    'columns':'a,b' | {'type':'number','key':'x'},{'type':'number','key':'x'} | form.file.keyTwice
                    'columns':'a,b' | {'type':'number','key':'x.a'},{'type':'number','key':'x'} | form.file.keyTwice
                    """)
    void refusesWhatDoesNotFit(String properties, String rows, String key) {
        assertThatExceptionOfType(FormException.class)
                .isThrownBy(() -> matrix(properties, rows.replace("ROW", ROW)))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key))
                .satisfies(refusal -> assertThat(TestForms.TEXTS.get(Texts.CHINESE, refusal))
                        .contains("请")
                        .doesNotContain("{"));
    }

    @Test
    void worksWithoutGrowthAndLabels() {
        FormDefinition form = matrix("'columns':'a，b'", ROW);
        assertThat(form.byPath()).containsOnlyKeys("a.a", "a.b");
        assertThat(form.find("a.b").orElseThrow().name().in(Texts.ENGLISH)).isEqualTo("甲 (b)");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 12, -16.67",
        "100, 12, 733.33",
        "12, 12, 0",
        "0, 12, -100",
        "-6, 12, -150",
        "1.00005, 1, 0.01",
        "1.00004, 1, 0",
        "0.99995, 1, -0.01",
        "200.25, 100, 100.25",
        "1, 3, -66.67",
        "10, 0, ",
        "10, -5, ",
        "10, , ",
        ", 12, ",
        ", , ",
        "99999999999999999999, 0.0000000001, 99999999999999999999000000000000",
    })
    void growsInPercentToTwoPlaces(BigDecimal value, BigDecimal base, BigDecimal growth) {
        Map<String, Object> values = new HashMap<>();
        values.put("revenue.cumulative", value);
        values.put("revenue.lastYearCumulative", base);
        // More than thirty digits are a number nobody can mean.
        BigDecimal expected = growth != null && growth.precision() > 30 ? null : growth;

        assertThat(FormEvaluation.of(FORM, values, industrial).values().get("revenue.growth"))
                .isEqualTo(expected);
    }

    @Test
    void leavesGrowthOutWhereAColumnOfItIsClosed() {
        FormDefinition form = matrix(
                "'columns':'a,b','growth':'true','growth.of':'a','growth.base':'b'",
                "{'type':'number','key':'x','properties':{'closed':'b'}}",
                "{'type':'number','key':'y'}");
        assertThat(form.byPath()).containsOnlyKeys("x.a", "y.a", "y.b", "y.growth");
    }

    @Test
    void hidesRowsByConditionAndClearsThem() {
        Map<String, Object> raw = Map.of(
                "output", Map.of("month", 1, "cumulative", 2, "lastYearCumulative", 1), "revenue.cumulative", "1,000");

        FormEvaluation seen = FormEvaluation.of(FORM, Map.of("output.month", BigDecimal.ONE), context(false));
        assertThat(seen.values()).isEmpty();
        FormResult elsewhere = TestForms.validator().validate(FORM, raw, context(false), Mode.SUBMIT);
        assertThat(elsewhere.problems()).extracting(FieldProblem::path).doesNotContain("output.month", "output");
        assertThat(elsewhere.values())
                .containsOnly(
                        Map.entry("revenue.cumulative", new BigDecimal("1000")),
                        Map.entry("doubled", new BigDecimal("2000")));

        assertThat(validate(raw, Mode.SAVE).values())
                .containsEntry("output.cumulative", new BigDecimal("2"))
                .doesNotContainKey("output.growth");
    }

    @Test
    void givesExpressionsAndChecksOneContextARow() {
        Map<String, Object> raw = Map.of("revenue", Map.of("cumulative", 100, "lastYearCumulative", 12));
        FormResult result = validate(raw, Mode.SAVE);

        assertThat(result.nested())
                .containsEntry(
                        "revenue",
                        Map.of("cumulative", new BigDecimal("100"), "lastYearCumulative", new BigDecimal("12")));
        assertThat(TestForms.EXPRESSIONS.evaluate("=revenue.growth > 300", FormValues.compared(FORM, result.values())))
                .isEqualTo(true);
        assertThat(TestForms.EXPRESSIONS.evaluate(
                        "=revenue.growth = 733.33",
                        FormEvaluation.of(FORM, result.values(), industrial).names("")))
                .isEqualTo(true);
    }

    @Test
    void takesNoGrowthFromOutside() {
        FormResult result = validate(
                Map.of("revenue", Map.of("cumulative", 10, "lastYearCumulative", 12, "growth", 900), "cost.growth", 1),
                Mode.SAVE);

        assertThat(result.problems()).isEmpty();
        assertThat(result.values()).containsOnlyKeys("revenue.cumulative", "revenue.lastYearCumulative", "doubled");
        assertThat(FormValues.at(FormValues.compared(FORM, result.values()), "revenue.growth"))
                .isEqualTo(new BigDecimal("-16.67"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"revenue.month", "capacity.lastYearMonth", "revenue", "revenue.nextYear", "month"})
    void refusesClosedCellsAndUnknownColumns(String path) {
        FormResult result = validate(Map.of(path, 5), Mode.SAVE);

        assertThat(result.values()).isEmpty();
        assertThat(result.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("form.error.unknown"))
                .satisfies(problem -> assertThat(problem.args()).containsExactly(path));
    }

    @ParameterizedTest
    @CsvSource({
        "staff.month, 1.5, form.error.whole",
        "output.month, 1.234, form.error.decimals",
        "output.month, -1, form.error.min",
        "capacity.cumulative, 100.01, form.error.max",
        "output.month, 1e999, form.error.type.number",
        "output.month, 1e9, form.error.type.number",
        "output.month, 1234567890123456789012345678901234567890, form.error.type.number",
        "staff.month, 5人, form.error.type.number",
        "output.month, =1+1, form.error.type.number",
        "output.month, <b>1</b>, form.error.type.number",
    })
    void holdsEveryCellToTheRulesOfItsRow(String path, String value, String key) {
        FormResult result = validate(Map.of(path, value), Mode.SAVE);

        assertThat(result.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo(path))
                .satisfies(problem -> assertThat(problem.key()).isEqualTo(key));
        assertThat(result.values()).isEmpty();
    }

    @Test
    void asksForTheColumnsThatMustBeThere() {
        assertThat(validate(Map.of(), Mode.SUBMIT).problems())
                .allSatisfy(problem -> assertThat(problem.key()).isEqualTo("form.error.required"))
                .extracting(FieldProblem::path)
                .containsExactly(
                        "output.month",
                        "output.cumulative",
                        "output.lastYearMonth",
                        "output.lastYearCumulative",
                        "electricity.month",
                        "electricity.cumulative",
                        "electricity.lastYearMonth",
                        "electricity.lastYearCumulative",
                        "revenue.cumulative",
                        "cost.cumulative",
                        "cost.lastYearCumulative");
        assertThat(validate(Map.of(), Mode.SAVE).problems()).isEmpty();
    }
}
