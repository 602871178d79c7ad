package cn.baosong.common.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written, it is evaluated or refused, and nothing else happens. */
class FeelPropertiesTest {

    private static final List<String> WORDS = List.of(
            "a",
            "b.c",
            "list",
            "missing",
            "1",
            "0",
            "-",
            "2.5",
            "\"x\"",
            "\"(a+)+\"",
            "(",
            ")",
            "[",
            "]",
            "{k:",
            "}",
            ",",
            "+",
            "-",
            "*",
            "/",
            "**",
            "=",
            "!=",
            "<",
            ">=",
            "and",
            "or",
            "not(",
            "if",
            "then",
            "else",
            "for x in",
            "return",
            "some y in",
            "every y in",
            "satisfies",
            "x",
            "y",
            "..",
            "between",
            "in",
            "instance of",
            "number",
            "null",
            "true",
            "false",
            "?",
            "count(",
            "sum(",
            "matches(",
            "string(",
            "date(",
            "\"2024-02-29\"",
            ".year",
            "[item > 1]",
            "[1]",
            "today()",
            "function(x)",
            "validCreditCode(",
            "partial",
            "concatenate(",
            ":",
            "@",
            "企业");

    private final Feel feel = new Feel(new SampleCodeLists("industry", Map.of()), Clock.systemUTC());

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(14).map(words -> String.join(" ", words));
    }

    @Property(tries = 3_000)
    void evaluatesOrRefusesSentences(@ForAll("sentences") String sentence) {
        run(sentence);
    }

    @Property
    void evaluatesOrRefusesAnyText(@ForAll String text) {
        run(text);
    }

    private void run(String text) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("a", 3);
        variables.put("b", Map.of("c", "text"));
        variables.put("list", List.of(1, 2, 3));
        try {
            FeelExpression expression = feel.compile(text);
            assertThat(expression.text()).isEqualTo(text);
            assertThat(expression.names()).doesNotContainNull();
            expression.evaluate(variables);
        } catch (FeelException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
        try {
            feel.compileTests(text).matches(3, variables);
        } catch (FeelException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }
}
