package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.check.Models;
import cn.baosong.common.Texts;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.Group;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.FormResult;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.form.TestForms;
import cn.baosong.form.ValueText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The three forms of the monthly report (MON-09, 10, 16, 20, 21, 24, 34 to 37, 47 to 49; CON-02, 11, 12). */
class ReportFormsTest {

    private static final FormDefinition BASIC = SampleReport.BASIC;
    private static final FormDefinition INDICATORS = SampleReport.INDICATORS;
    private static final FormDefinition PRODUCTS = SampleReport.PRODUCTS;
    private static final Matrix MATRIX = (Matrix) INDICATORS.components().get(0);

    static Stream<FormDefinition> forms() {
        return Stream.of(BASIC, INDICATORS, PRODUCTS);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void areReadAndSayEverythingInEnglishToo(FormDefinition form) {
        assertThat(form.id()).isIn("basic-information", "economic-indicators", "products");
        assertThat(form.expressions()).allSatisfy(expression -> assertThat(Models.FEEL.compile(expression))
                .isNotNull());
        assertThat(form.all()).allSatisfy(component -> {
            var head = component.head();
            assertThat(head.label().in(Texts.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            assertThat(head.description().chinese() == null)
                    .isEqualTo(head.description().english() == null);
            assertThat(head.definition().chinese() == null)
                    .isEqualTo(head.definition().english() == null);
            assertThat(head.unit().chinese() == null).isEqualTo(head.unit().english() == null);
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void fillNoRowBeyondItsSixteenColumns(FormDefinition form) {
        form.all()
                .filter(component -> component instanceof Group || component instanceof DynamicList)
                .forEach(group -> assertThat(group.children().stream()
                                .collect(Collectors.groupingBy(
                                        child -> child.head().placement().row(),
                                        Collectors.summingInt(child ->
                                                child.head().placement().columns())))
                                .values())
                        .allMatch(columns -> columns > 0 && columns <= 16));
    }

    @Test
    void basicInformationHasTheFieldsOfTheRegistrationAndWhoFilledItIn() {
        FormDefinition registration = TestForms.form("enterprise-registration/registration-form.form");
        assertThat(BASIC.byPath().keySet())
                .containsAll(registration.byPath().keySet())
                .hasSize(registration.byPath().size() + 2)
                .contains("filler", "industrial");
        assertThat(BASIC.components().get(0).children().get(0).head().path()).isEqualTo("filler");
        registration.byPath().forEach((path, field) -> {
            FormComponent here = BASIC.find(path).orElseThrow();
            assertThat(here.getClass()).isEqualTo(field.getClass());
            assertThat(here.head().label()).isEqualTo(field.head().label());
            if (here instanceof Field filledIn) {
                assertThat(filledIn.entry()).isEqualTo(((Field) field).entry());
            }
        });
        assertThat(((Field) BASIC.find("filler").orElseThrow()).entry().required())
                .isTrue();
        assertThat(((Computed) BASIC.find("scale").orElseThrow()).decision()).isEqualTo("enterprise-scale");
    }

    /** MON-11: what is computed is worked out anew, the rest comes from the last report. */
    @Test
    void carryOverWhatSomebodyFilledIn() {
        BASIC.byPath().forEach((path, component) -> assertThat(
                        "true".equals(component.head().property("carried")))
                .as(path)
                .isEqualTo(!(component instanceof Computed)));
        assertThat(INDICATORS.all())
                .allSatisfy(component ->
                        assertThat(component.head().property("carried")).isNull());
        assertThat(PRODUCTS.all()
                        .filter(component -> "true".equals(component.head().property("carried")))
                        .map(component -> component.head().path()))
                .containsExactly("name", "code", "unit");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"row-2, true, 是", "row-1, false, 否", "row-9, false, 否", "unknown, false, 否", "none, false, 否"})
    void theIndustrySaysWhetherAnEnterpriseIsIndustrial(String industry, boolean industrial, String said) {
        FormContext context = new FormContext(SampleReport::evaluate, Map.of(), Map.of());
        Map<String, Object> given = new HashMap<>();
        given.put("industry", industry);
        given.put("industrial", !industrial);
        FormEvaluation evaluation = FormEvaluation.of(BASIC, given, context);

        assertThat(evaluation.values()).containsEntry("industrial", industrial);
        assertThat(new ValueText(context, TestForms.CODE_LISTS, TestForms.TEXTS, Texts.CHINESE)
                        .of(BASIC.find("industrial").orElseThrow(), industrial, evaluation.names("")))
                .isEqualTo(said);
        given.remove("industry");
        given.remove("industrial");
        assertThat(TestForms.validator()
                        .validate(BASIC, given, context, Mode.SAVE)
                        .values())
                .as("a false value is kept like any other")
                .containsEntry("industrial", false);
    }

    @Test
    void indicatorsAreThoseOfTheRequirements() {
        assertThat(MATRIX.rows())
                .extracting(row -> row.head().path())
                .containsExactlyElementsOf(
                        Indicator.ALL.stream().map(Indicator::key).toList());
        assertThat(MATRIX.rows())
                .extracting(MatrixRow::code)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        for (MatrixRow row : MATRIX.rows()) {
            Indicator expected = Indicator.of(row.head().path());
            assertThat(row.cells().keySet()).containsExactlyElementsOf(expected.columns());
            assertThat(row.growth()).isNotNull();
            assertThat(row.head().definition().in(Texts.CHINESE)).isNotBlank();
            assertThat(row.head().unit().in(Texts.CHINESE)).isIn("千元", "度", "%", "人");
            assertThat(row.cells().values())
                    .as("what must be there, and its sign, is the business of the table")
                    .allSatisfy(cell -> assertThat(cell.entry().required()).isFalse())
                    .allSatisfy(cell -> assertThat(cell.min().number()).isNull());
        }
        assertThat(MATRIX.head().properties())
                .containsEntry("prefill.lastYearMonth", "month")
                .containsEntry("prefill.lastYearCumulative", "cumulative");
    }

    @ParameterizedTest
    @CsvSource({
        "false, 2021, 7, 8",
        "false, 2021, 8, 13",
        "true, 2021, 7, 13",
        "true, 2021, 8, 18",
        "true, 2021, 1, 13",
        "true, 2021, 2, 18",
        "true, 2021, 11, 18",
        "true, 2021, 12, 18",
        "true, 2018, 5, 17",
        "true, 2018, 6, 13",
        "true, 2018, 8, 18",
        "false, 2017, 12, 12"
    })
    void showAsManyIndicatorsAsAreAsked(boolean industrial, int year, int month, long indicators) {
        FormContext context = SampleReport.sound(industrial, year, month).context();
        assertThat(shown(context)).hasSize((int) indicators);
        assertThat(shown(context).stream().map(Indicator::of))
                .allMatch(indicator -> industrial || !indicator.industrial())
                .allMatch(indicator -> List.of(2, 5, 8, 11, 12).contains(month) || !indicator.quarterly());
    }

    @Test
    void withoutPeriodAndEnterpriseOnlyWhatIsAskedAlwaysIsShown() {
        assertThat(shown(new FormContext(SampleReport::evaluate, Map.of(), Map.of())))
                .hasSize(8);
        assertThat(shown(new FormContext(
                        SampleReport::evaluate, Map.of("enterprise", Map.of(), "period", Map.of()), Map.of())))
                .hasSize(8);
    }

    private static List<String> shown(FormContext context) {
        FormEvaluation evaluation = FormEvaluation.of(INDICATORS, Map.of(), context);
        return MATRIX.rows().stream()
                .filter(row -> evaluation.shown(row, ""))
                .map(row -> row.head().path())
                .toList();
    }

    @Test
    void productsMayBeLeftOut() {
        assertThat(products().accepted()).isTrue();
        assertThat(products().values()).isEmpty();
    }

    @Test
    void aProductIsFilledInCompletely() {
        assertThat(products(Map.of()).problems())
                .allSatisfy(problem -> assertThat(problem.key()).isEqualTo("form.error.required"))
                .extracting(FieldProblem::path)
                .containsExactly(
                        "products[0].name",
                        "products[0].unit",
                        "products[0].production.month",
                        "products[0].production.cumulative",
                        "products[0].sales.month",
                        "products[0].sales.cumulative",
                        "products[0].stock.cumulative");
        assertThat(products(complete()).problems()).isEmpty();
        assertThat(PRODUCTS.find("products[3].stock.lastYearCumulative")).containsInstanceOf(NumberEntry.class);
        assertThat(PRODUCTS.find("products[0].stock.month")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "production.cumulative, -0.01, form.error.min",
        "sales.lastYearMonth, -1, form.error.min",
        "stock.cumulative, -1, form.error.min",
        "stock.cumulative, 1.234, form.error.decimals",
        "stock.month, 1, form.error.unknown",
        "code, <b>, form.error.markup"
    })
    void refusesProductsThatCannotBe(String path, String value, String key) {
        Map<String, Object> product = complete();
        product.put(path, value);
        assertThat(products(product).problems()).extracting(FieldProblem::key).containsExactly(key);
    }

    private static Map<String, Object> complete() {
        return new HashMap<>(Map.of(
                "name",
                "钢管",
                "unit",
                "吨",
                "production",
                Map.of("month", 1, "cumulative", 7),
                "sales.month",
                1,
                "sales.cumulative",
                "7.5",
                "stock.cumulative",
                0));
    }

    @SafeVarargs
    private static FormResult products(Map<String, Object>... rows) {
        return TestForms.validator()
                .validate(
                        PRODUCTS,
                        Map.of("products", List.of(rows)),
                        SampleReport.sound(true, 2021, 7).context(),
                        Mode.SUBMIT);
    }
}
