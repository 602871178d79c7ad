package cn.baosong.common.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeelTest {

    private final Feel feel = new Feel(
            new SampleCodeLists("industry", Map.of("0111", Map.of("scaleRow", "1"))),
            Clock.fixed(Instant.parse("2024-02-28T16:30:00Z"), ZoneId.of("Asia/Shanghai")));

    private Object evaluate(String expression, Object... namesAndValues) {
        return feel.compile(expression).evaluate(variables(namesAndValues));
    }

    private static Map<String, Object> variables(Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }

    @Test
    void calculatesWithDecimalsAndNotWithDoubles() {
        assertThat(evaluate("a + b", "a", new BigDecimal("0.1"), "b", new BigDecimal("0.2")))
                .isEqualTo(new BigDecimal("0.3"));
        assertThat(evaluate("a", "a", new BigDecimal("12345678901234567890.12345678")))
                .isEqualTo(new BigDecimal("12345678901234567890.12345678"));
        assertThat(evaluate("0.1 + 0.2 = 0.3")).isEqualTo(true);
        assertThat(evaluate("n * 2", "n", 21)).isEqualTo(new BigDecimal(42));
        assertThat(evaluate("n * 2", "n", 0.1d)).isEqualTo(new BigDecimal("0.2"));
        assertThat(evaluate("n", "n", 9007199254740993L)).isEqualTo(new BigDecimal("9007199254740993"));
    }

    @Test
    void givesPlainJavaValues() {
        assertThat(evaluate("\"企业\"")).isEqualTo("企业");
        assertThat(evaluate("1 < 2")).isEqualTo(true);
        assertThat(evaluate("null")).isNull();
        assertThat(evaluate("date(\"2024-02-29\")")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(evaluate("d", "d", LocalDateTime.of(2024, 1, 2, 3, 4)))
                .isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4));
        assertThat(evaluate("[1, \"a\", null]")).isEqualTo(Arrays.asList(BigDecimal.ONE, "a", null));
        assertThat(evaluate("{a: 1, b: {c: [true]}}"))
                .isEqualTo(Map.of("a", BigDecimal.ONE, "b", Map.of("c", List.of(true))));
        assertThat(evaluate("given", "given", Map.of("list", List.of(1, Map.of("x", "y")))))
                .isEqualTo(Map.of("list", List.of(BigDecimal.ONE, Map.of("x", "y"))));
    }

    @Test
    void readsMapsInsideMaps() {
        Map<String, Object> previous = Map.of("revenue", Map.of("cumulative", new BigDecimal("100.5")));
        assertThat(evaluate("previous.revenue.cumulative > 100", "previous", previous))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing",
                "missing.deeper.still",
                "missing > 1",
                "not(missing)",
                "missing + 1",
                "not(validCreditCode(missing))",
                "not(validOrganizationCode(missing))",
                "codeAttribute(\"industry\", missing, \"scaleRow\")",
                "codeAttribute(\"industry\", \"9999\", \"scaleRow\")",
                "codeAttribute(\"industry\", \"0111\", \"colour\")",
                "codeAttribute(\"region\", \"0111\", \"scaleRow\")",
                "not(matches(missing, \"a\"))",
                "not(starts with(missing, \"http\"))",
                "validCreditCode(5)",
                "1 = \"1\"",
                "\"a\" < 1",
                "1 / 0"
            })
    void isNullWhereValuesAreMissingOrDoNotFit(String expression) {
        assertThat(evaluate(expression)).isNull();
    }

    @Test
    void knowsTheFunctionsOfTheDomain() {
        assertThat(evaluate("validCreditCode(code)", "code", "91350100M000100Y43"))
                .isEqualTo(true);
        assertThat(evaluate("validCreditCode(code)", "code", "91350100M000100Y44"))
                .isEqualTo(false);
        assertThat(evaluate("validOrganizationCode(code: \"PDY00001-X\")")).isEqualTo(true);
        assertThat(evaluate("codeAttribute(\"industry\", industry, \"scaleRow\")", "industry", "0111"))
                .isEqualTo("1");
    }

    @Test
    void asksThePlatformsClockForTheDay() {
        assertThat(evaluate("today()")).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void takesTheEqualsSignOfForms() {
        assertThat(evaluate("=listed = \"yes\"", "listed", "yes")).isEqualTo(true);
        assertThat(feel.compile("= a").text()).isEqualTo("= a");
    }

    @Test
    void holdsOnlyWhereTrue() {
        assertThat(feel.compile("a > 1").holds(Map.of("a", 2))).isTrue();
        assertThat(feel.compile("a > 1").holds(Map.of("a", 1))).isFalse();
        assertThat(feel.compile("a > 1").holds(Map.of())).isFalse();
        assertThat(feel.compile("a").holds(Map.of("a", "true"))).isFalse();
    }

    @Test
    void testsAnInput() {
        assertThat(feel.compileTests("> 5").matches(6, Map.of())).isTrue();
        assertThat(feel.compileTests("> 5").matches(5, Map.of())).isFalse();
        assertThat(feel.compileTests("> 5").matches(null, Map.of())).isFalse();
        assertThat(feel.compileTests("> limit").matches(6, Map.of("limit", 5))).isTrue();
        assertThat(feel.compileTests("[10..20[").matches(20, Map.of())).isFalse();
        assertThat(feel.compileTests("[10..20[").matches(10, Map.of())).isTrue();
        assertThat(feel.compileTests("\"a\", \"b\"").matches("b", Map.of())).isTrue();
        assertThat(feel.compileTests("not(\"a\", \"b\")").matches("b", Map.of()))
                .isFalse();
        assertThat(feel.compileTests("").matches("anything", Map.of())).isTrue();
        assertThat(feel.compileTests("-").matches(null, Map.of())).isTrue();
        assertThat(feel.compileTests("null").matches(null, Map.of())).isTrue();
        assertThat(feel.compileTests("starts with(?, \"http\")").matches("http://a", Map.of()))
                .isTrue();
        assertThat(feel.compileTests("every x in [1, 2] satisfies ? > x").matches(3, Map.of()))
                .isTrue();
        assertThat(feel.compileTests("every x in [1, 2] satisfies ? > x").matches(2, Map.of()))
                .isFalse();
        assertThat(feel.compileTests("a > 1").matches(true, Map.of("a", 2))).isTrue();
        assertThat(feel.compileTests("a > 1").matches(true, Map.of("a", 1))).isFalse();
        assertThat(feel.compileTests("a > 1").matches(true, Map.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a.b + c                                            | a.b, c",
                "previous.revenue.cumulative > 1                    | previous.revenue.cumulative",
                "if x then y.z else \"w\"                           | x, y.z",
                "for p in products return p.price                   | products, products.price",
                "some p in a.list satisfies p.x > limit             | a.list, a.list.x, limit",
                "every i in 1..n satisfies i > 0                    | n",
                "list[price > 5]                                    | list",
                "list[item.price > 5]                               | list, list.price",
                "list[1].name                                       | list.name",
                "{a: x, b: a + y}.b                                 | x, y",
                "(function(v) v + w)                                | w",
                "x in [low..high]                                   | x, low, high",
                "validCreditCode(code)                              | code",
                "date(d).year                                       | d",
                "企业 > 1 and `a b` = 2                              | 企业, a b",
                "for x in xs return partial                         | xs",
            })
    void namesWhatItReads(String expression, String names) {
        assertThat(feel.compile(expression).names()).containsExactlyInAnyOrder(names.split(",\\s*"));
    }

    @Test
    void namesWhatTestsRead() {
        assertThat(feel.compileTests("> limit, other.limit").names()).containsExactlyInAnyOrder("limit", "other.limit");
        assertThat(feel.compileTests("-").names()).isEmpty();
        assertThat(feel.compileTests("contains(?, word)").names()).containsExactly("word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "=",
                "1 +",
                "a >",
                "(1",
                "1)",
                "if a then b",
                "\"open",
                "a ==== b",
                "for x in return x",
                "nosuch(1)",
                "validCreditCode()",
                "validCreditCode(1, 2)",
                "validCreditCode(text: 1)",
                "upper case()",
                "`#value`(1)",
                "function() external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}",
                "(function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}})(1)",
            })
    void refusesWhatCannotBeRead(String expression) {
        assertThatExceptionOfType(FeelException.class).isThrownBy(() -> feel.compile(expression));
    }

    @Test
    void saysWhereReadingStopped() {
        FeelException refused = catchThrowableOfType(FeelException.class, () -> feel.compile("a = 1 and\n  b = ;"));
        assertThat(refused.position()).isBetween(9, 17);
        assertThat(refused).hasMessageContaining("b = ;");
        assertThat(catchThrowableOfType(FeelException.class, () -> feel.compile("nosuch(1)")))
                .hasMessageContaining("nosuch");
    }

    @Test
    void refusesObjectsThatAreNoPlainValues() {
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> evaluate("o.name", "o", new Thread("secret")))
                .withMessageContaining("java.lang.Thread");
        assertThatExceptionOfType(FeelException.class).isThrownBy(() -> evaluate("function(x) x"));
        assertThatExceptionOfType(FeelException.class).isThrownBy(() -> evaluate("n", "n", Double.NaN));
    }

    @Test
    void evaluatesTheSameExpressionInManyThreads() throws Exception {
        FeelExpression plain = feel.compile("a * 2 + b.c");
        FeelExpression guarded = feel.compile("sum(for i in 1..a return i) + b.c");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int n = 1; n <= 400; n++) {
                int a = n % 50 + 1;
                Map<String, Object> variables = Map.of("a", a, "b", Map.of("c", n));
                BigDecimal doubled = BigDecimal.valueOf(a * 2L + n);
                BigDecimal summed = BigDecimal.valueOf(a * (a + 1L) / 2 + n);
                tasks.add(() -> plain.evaluate(variables).equals(doubled)
                        && guarded.evaluate(variables).equals(summed));
            }
            for (Future<Boolean> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
