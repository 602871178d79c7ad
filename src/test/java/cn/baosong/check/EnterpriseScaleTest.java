package cn.baosong.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The decision against the standard, written down once more and worked out the other way: each indicator has a class of
 * its own, and the enterprise the lowest of them.
 */
class EnterpriseScaleTest {

    private static final List<String> CLASSES = List.of("micro", "small", "medium", "large");

    /** Lower limits of small, medium and large; employees, revenue and assets in 万元; null where not asked for. */
    private record Standard(int row, int[] employees, int[] revenue, int[] assets) {

        int[][] limits() {
            return new int[][] {employees, revenue, assets};
        }
    }

    private static int[] from(int small, int medium, int large) {
        return new int[] {small, medium, large};
    }

    private static final List<Standard> STANDARDS = List.of(
            new Standard(1, null, from(50, 500, 20_000), null),
            new Standard(2, from(20, 300, 1_000), from(300, 2_000, 40_000), null),
            new Standard(3, null, from(300, 6_000, 80_000), from(300, 5_000, 80_000)),
            new Standard(4, from(5, 20, 200), from(1_000, 5_000, 40_000), null),
            new Standard(5, from(10, 50, 300), from(100, 500, 20_000), null),
            new Standard(6, from(20, 300, 1_000), from(200, 3_000, 30_000), null),
            new Standard(7, from(20, 100, 200), from(100, 1_000, 30_000), null),
            new Standard(8, from(20, 300, 1_000), from(100, 2_000, 30_000), null),
            new Standard(9, from(10, 100, 300), from(100, 2_000, 10_000), null),
            new Standard(10, from(10, 100, 300), from(100, 2_000, 10_000), null),
            new Standard(11, from(10, 100, 2_000), from(100, 1_000, 100_000), null),
            new Standard(12, from(10, 100, 300), from(50, 1_000, 10_000), null),
            new Standard(13, null, from(100, 1_000, 200_000), from(2_000, 5_000, 10_000)),
            new Standard(14, from(100, 300, 1_000), from(500, 1_000, 5_000), null),
            new Standard(15, from(10, 100, 300), null, from(100, 8_000, 120_000)),
            new Standard(16, from(10, 100, 300), null, null));

    private static final byte[] DMN = Models.registration("enterprise-scale.dmn");
    private static final DecisionTable TABLE =
            DecisionTable.parse("enterprise-scale.dmn", DMN, "enterprise-scale", Models.FEEL);

    /** @param figures employees, revenue and assets in 万元; null where missing */
    private static Object scale(String industry, BigDecimal... figures) {
        return TABLE.evaluate(variables(industry, figures)).get("scale");
    }

    private static Map<String, Object> variables(String industry, BigDecimal... figures) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("industry", industry);
        variables.put("lastYearEmployees", figures[0]);
        variables.put("lastYearRevenue", thousands(figures[1]));
        variables.put("lastYearAssets", thousands(figures[2]));
        return variables;
    }

    /** The form asks for 千元 (CON-06). */
    private static BigDecimal thousands(BigDecimal tenThousands) {
        return tenThousands == null ? null : tenThousands.multiply(BigDecimal.TEN);
    }

    private static String expected(Standard standard, BigDecimal... figures) {
        int lowest = CLASSES.size() - 1;
        for (int i = 0; i < figures.length; i++) {
            int[] limits = standard.limits()[i];
            if (limits != null) {
                int reached = 0;
                for (int limit : limits) {
                    reached += figures[i].compareTo(BigDecimal.valueOf(limit)) >= 0 ? 1 : 0;
                }
                lowest = Math.min(lowest, reached);
            }
        }
        return CLASSES.get(lowest);
    }

    static Stream<Standard> standards() {
        return STANDARDS.stream();
    }

    @ParameterizedTest
    @MethodSource("standards")
    void keepsEveryLimitOfTheStandard(Standard standard) {
        String industry = "row-" + standard.row();
        BigDecimal plenty = BigDecimal.valueOf(10_000_000);
        for (int indicator = 0; indicator < 3; indicator++) {
            int[] limits = standard.limits()[indicator];
            for (int i = 0; limits != null && i < limits.length; i++) {
                // Employees are counted whole; money in 千元, three decimals below 万元.
                BigDecimal justBelow = indicator == 0 ? BigDecimal.ONE : new BigDecimal("0.001");
                BigDecimal limit = BigDecimal.valueOf(limits[i]);
                BigDecimal[] figures = {plenty, plenty, plenty};
                figures[indicator] = limit.subtract(justBelow);
                assertThat(scale(industry, figures)).as("just below %s", limit).isEqualTo(CLASSES.get(i));
                figures[indicator] = limit;
                assertThat(scale(industry, figures)).as("at %s", limit).isEqualTo(CLASSES.get(i + 1));
                figures[indicator] = limit.add(justBelow);
                assertThat(scale(industry, figures)).as("just above %s", limit).isEqualTo(CLASSES.get(i + 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 300, 2000, 0, medium",
        "2, 1000, 39999, 0, medium",
        "2, 999, 40000, 0, medium",
        "2, 20, 299, 0, micro",
        "2, 19, 50000, 0, micro",
        "2, 1500, 300, 0, small",
        "3, 0, 80000, 5000, medium",
        "1, 0, 499.99, 0, small",
        "12, 10, 50, 0, small",
        "15, 300, 0, 119999, medium",
        "13, 0, 200000, 9999, medium",
        "16, 9, 0, 0, micro",
        "16, 0, 0, 0, micro"
    })
    void classifiesWorkedExamples(int row, BigDecimal employees, BigDecimal revenue, BigDecimal assets, String scale) {
        assertThat(scale("row-" + row, employees, revenue, assets)).isEqualTo(scale);
    }

    @ParameterizedTest
    @MethodSource("standards")
    void givesNoResultWhereANeededFigureIsMissing(Standard standard) {
        for (int missing = 0; missing < 3; missing++) {
            for (BigDecimal others : List.of(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))) {
                BigDecimal[] figures = {others, others, others};
                figures[missing] = null;
                Object scale = scale("row-" + standard.row(), figures);
                if (standard.limits()[missing] == null) {
                    assertThat(scale).isNotNull();
                } else {
                    assertThat(scale).isNull();
                }
            }
        }
    }

    @Test
    void classifiesNothingThatTheStandardDoesNotName() {
        assertThat(scale("53", null, null, null)).isEqualTo("none");
        assertThat(scale("53", BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN)).isEqualTo("none");
        assertThat(scale("no such code", BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN))
                .isEqualTo("none");
        assertThat(scale(null, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN)).isNull();
    }

    @Test
    void readsTheFormsFieldsOnly() {
        assertThat(TABLE.names())
                .containsExactlyInAnyOrder("industry", "lastYearEmployees", "lastYearRevenue", "lastYearAssets");
    }

    /** Figures near the limits, where mistakes would be, and anywhere else. */
    @Provide
    Arbitrary<BigDecimal> figures() {
        List<Integer> limits = new ArrayList<>();
        STANDARDS.forEach(standard -> Stream.of(standard.limits())
                .filter(indicator -> indicator != null)
                .forEach(indicator -> {
                    for (int limit : indicator) {
                        limits.add(limit);
                    }
                }));
        limits.sort(Comparator.naturalOrder());
        return Arbitraries.oneOf(
                Arbitraries.of(limits).map(BigDecimal::valueOf),
                Arbitraries.of(limits).map(limit -> BigDecimal.valueOf(limit).subtract(BigDecimal.ONE)),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(300_000))
                        .ofScale(3));
    }

    @Property(tries = 2_000)
    void isTheLowestOfTheClassesOfTheIndicators(
            @ForAll @IntRange(min = 1, max = 16) int row,
            @ForAll("figures") BigDecimal employees,
            @ForAll("figures") BigDecimal revenue,
            @ForAll("figures") BigDecimal assets) {
        assertThat(scale("row-" + row, employees, revenue, assets))
                .isEqualTo(expected(STANDARDS.get(row - 1), employees, revenue, assets));
    }

    @Property(tries = 150)
    void isTheSameInCamundasEngineRowByRow(
            @ForAll @IntRange(min = 0, max = 16) int row,
            @ForAll("figures") BigDecimal employees,
            @ForAll("figures") BigDecimal revenue,
            @ForAll("figures") BigDecimal assets,
            @ForAll @IntRange(max = 5) int missing) {
        BigDecimal[] figures = {employees, revenue, assets};
        if (missing < 3) {
            figures[missing] = null;
        }
        Map<String, Object> variables = variables(row == 0 ? "53" : "row-" + row, figures);
        assertThat(AllRows.OURS.evaluate(variables).getOrDefault("scale", List.of()))
                .isEqualTo(AllRows.CAMUNDA.evaluate(AllRows.THEIRS, variables).stream()
                        .map(result -> result.get("scale"))
                        .toList());
    }

    /** The same table, but every row that applies shows, and not the first alone. */
    private static final class AllRows {
        private static final byte[] DMN = new String(EnterpriseScaleTest.DMN, java.nio.charset.StandardCharsets.UTF_8)
                .replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        private static final DecisionTable OURS = DecisionTable.parse(DMN, "enterprise-scale", Models.FEEL);
        private static final CamundaTables CAMUNDA = new CamundaTables(Models.INDUSTRIES);
        private static final DmnDecision THEIRS = CAMUNDA.parse(DMN, "enterprise-scale");
    }
}
