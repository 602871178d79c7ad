package cn.baosong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.Growth;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormValidator.Mode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent for a matrix, what comes out fits; growth is the percentage at every scale (MON-17). */
class MatrixPropertyTest {

    private static final FormDefinition FORM = TestForms.form("matrix.form");
    private static final List<String> COLUMNS = List.of("month", "cumulative", "lastYearMonth", "lastYearCumulative");
    private static final FormContext INDUSTRIAL =
            new FormContext(TestForms.EXPRESSIONS, Map.of("enterprise", Map.of("industrial", true)), Map.of());

    @Provide
    Arbitrary<Map<String, Object>> sheets() {
        Arbitrary<String> paths = Arbitraries.oneOf(
                Arbitraries.of(List.copyOf(FORM.byPath().keySet())),
                Arbitraries.of("revenue", "revenue.month", "staff", "x", ""));
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.bigDecimals().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.strings().ofMaxLength(20).map(Object.class::cast),
                Arbitraries.of("1,234", "１２", "-", "1e999", "", "NaN").map(Object.class::cast),
                Arbitraries.maps(Arbitraries.of(COLUMNS), Arbitraries.of((Object) 1, "x", -2, List.of()))
                        .map(Object.class::cast),
                Arbitraries.just(null));
        return Arbitraries.maps(paths, values).ofMaxSize(20);
    }

    @Property(tries = 400)
    void answersWhateverIsSentWithValuesThatFit(@ForAll("sheets") Map<String, Object> raw, @ForAll Mode mode) {
        FormResult result = TestForms.validator().validate(FORM, raw, INDUSTRIAL, mode);

        result.values().forEach((path, value) -> {
            assertThat(FORM.byPath().get(path)).isNotNull().isNotInstanceOf(Growth.class);
            assertThat(value).isInstanceOf(BigDecimal.class);
            if (FORM.byPath().get(path) instanceof NumberEntry cell) {
                assertThat(((BigDecimal) value).scale()).isLessThanOrEqualTo(cell.decimals());
            }
        });
        result.problems().forEach(problem -> assertThat(problem.message(TestForms.TEXTS, Texts.CHINESE))
                .doesNotStartWith("!")
                .doesNotContain("{0}"));
        Map<String, Object> good = new LinkedHashMap<>(result.values());
        // Works with what was refused too: not what this is about.
        good.remove("doubled");
        FormResult again = TestForms.validator().validate(FORM, good, INDUSTRIAL, Mode.SAVE);
        assertThat(again.problems()).isEmpty();
        assertThat(again.values()).containsAllEntriesOf(good);
    }

    @Property(tries = 400)
    void growthIsThePercentageAtEveryScale(@ForAll int value, @ForAll int base) {
        Map<String, Object> values = Map.of(
                "cost.cumulative",
                BigDecimal.valueOf(value, 2),
                "cost.lastYearCumulative",
                BigDecimal.valueOf(base, 2));
        Object growth = FormEvaluation.of(FORM, values, INDUSTRIAL).values().get("cost.growth");

        if (base <= 0) {
            assertThat(growth).isNull();
        } else {
            double exact = ((double) value / base - 1) * 100;
            assertThat(((BigDecimal) growth).doubleValue()).isCloseTo(exact, offset(0.00501 + Math.abs(exact) * 1e-9));
            assertThat(((BigDecimal) growth).scale()).isBetween(0, 2);
        }
    }
}
