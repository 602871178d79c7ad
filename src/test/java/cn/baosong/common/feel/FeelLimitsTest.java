package cn.baosong.common.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile expressions end with an exception; without the limits most of these end the machine. */
@Timeout(60)
class FeelLimitsTest {

    private final Feel feel = new Feel(new SampleCodeLists("industry", Map.of()), Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000000000 return i",
                "for i in 1000000000..1 return i",
                "for i in 1..n return i",
                "count(for i in 1..5000, j in 1..5000 return i)",
                "count(for i in 1..5000 return count(for j in 1..5000 return count(for k in 1..5000 return k)))",
                "some a in 1..5000 satisfies some b in 1..5000 satisfies some c in 1..5000 satisfies a + b + c < 0",
                "every a in big satisfies every b in big satisfies every c in big satisfies a + b + c > 0",
                "some a in big, b in big, c in big satisfies false",
                "some a in big, b in big, c in big, d in big satisfies false",
                "count(big[count(big[item = 7]) > 0])",
                "count(for i in big return big[count(big[item = 7]) > 0])",
                "for i in 1..60 return if count(partial) = 0 then \"xx\" else partial[-1] + partial[-1]",
                "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
                "for i in 1..60 return [partial, partial]",
                "count(flatten(for i in 1..60 return [partial, partial]))",
                "string(for i in 1..60 return [partial, partial])",
                "{a: \"xxxxxxxx\", b: a+a+a+a, c: b+b+b+b, d: c+c+c+c, e: d+d+d+d, f: e+e+e+e, g: f+f+f+f, h: g+g+g+g,"
                        + " i: h+h+h+h, j: i+i+i+i, k: j+j+j+j, l: k+k+k+k, m: l+l+l+l}.m",
                "{a: [1], b: [a,a,a,a], c: [b,b,b,b], d: [c,c,c,c], e: [d,d,d,d], f: [e,e,e,e], g: [f,f,f,f],"
                        + " h: [g,g,g,g], i: [h,h,h,h], j: [i,i,i,i], k: [j,j,j,j]}",
                "{a: [1], b: [a,a,a,a], c: [b,b,b,b], d: [c,c,c,c], e: [d,d,d,d], f: [e,e,e,e], g: [f,f,f,f],"
                        + " h: [g,g,g,g], i: [h,h,h,h], j: [i,i,i,i], k: [j,j,j,j], l: k = k}.l",
                "matches(long, \"(a|aa)+\\\\1b\")",
                "matches(input: long, pattern: \"(a|aa)+\\\\1b\", flags: \"i\")",
                "replace(long, \"(a|aa)+\\\\1b\", \"\")",
                "split(long, \"(a|aa)+\\\\1b\")",
                "extract(long, \"(a|aa)+\\\\1b\")",
                "if matches(long, \"(a|aa)+\\\\1b\") then 1 else 2",
                "replace(replace(replace(long, \"a\", long), \"a\", long), \"a\", long)",
                "matches(string join(for i in 1..4900 return \"abababab\", \"\"), \"^(a|b)*c$\")",
                "string join(for i in 1..5000 return \"x\", long)",
                "decimal(1, 1000000000)",
                "decimal(n: 1, scale: 1000000000)",
                "round up(1, 1000000000)",
                "10 ** 1000000000",
                "10 ** n",
                "((10 ** 100) ** 100) ** 100",
                "number(\"1e999999999\")",
                "floor(number(\"1e999999999\"))",
                "string(number(\"1e-999999999\"))",
                "sort(big, function(x, y) count(big[item = x]) > count(big[item = y]))",
            })
    void endsWhatExplodes(String expression) {
        Map<String, Object> variables = Map.of(
                "n", 1_000_000_000, "long", "a".repeat(40) + "!", "big", java.util.Collections.nCopies(4_000, 7));
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> feel.compile(expression).evaluate(variables));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches(?, \"(a|aa)+\\\\1b\")",
                "some a in 1..5000 satisfies some b in 1..5000 satisfies some c in 1..5000 satisfies a + b + c < 0",
            })
    void endsWhatExplodesInTests(String tests) {
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> feel.compileTests(tests).matches("a".repeat(40) + "!", Map.of()));
    }

    @Test
    void boundsTheTextItself() {
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> feel.compile("1" + " + 1".repeat(2_000)))
                .withMessageContaining("characters");
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> feel.compile("(".repeat(400) + "1" + ")".repeat(400)))
                .withMessageContaining("deep");
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> feel.compile("(".repeat(400) + "1"))
                .withMessageContaining("deep");
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> feel.compile("for x in [1] return ".repeat(30) + "x"))
                .withMessageContaining("loops");
        assertThatExceptionOfType(FeelException.class)
                .isThrownBy(() -> feel.compileTests("[".repeat(400) + "1" + "]".repeat(400)));
    }

    @Test
    void countsNoBracketsAndLoopsInsideTexts() {
        assertThat(feel.compile("\"" + "(".repeat(100) + " for some every for some every for some\"")
                        .evaluate(Map.of()))
                .isEqualTo("(".repeat(100) + " for some every for some every for some");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sum(for i in 1..1000 return i) = 500500                                   | true",
                "for i in 3..1 return i                                                    | [3, 2, 1]",
                "for a in [1, 2], b in [10, 20] return a + b                               | [11, 21, 12, 22]",
                "for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]        | [1, 1, 2, 3, 5]",
                "[1, 2, 3, 4][item > 2]                                                    | [3, 4]",
                "[1, 2, 3, 4][-1]                                                          | 4",
                "[1, 2, 3, 4][even(item)]                                                  | [2, 4]",
                "[{a: 1}, {a: 2}][a = 2].a                                                 | [2]",
                "sort([3, 1, 2], function(x, y) x < y)                                     | [1, 2, 3]",
                "some x in [1, 2] satisfies x > 1                                          | true",
                "every x in [1, 2] satisfies x > 1                                         | false",
                "some x in missing satisfies x > 1                                         | null",
                "for x in 1..missing return x                                              | null",
                "2 ** 10                                                                   | 1024",
                "decimal(2.345, 2)                                                         | 2.34",
                "concatenate([1], [2, 3])                                                  | [1, 2, 3]",
                "string join([\"a\", \"b\"], \", \")                                       | a, b",
                "{a: 1, b: a + 1}.b                                                        | 2",
                "matches(\"0571-88886666\", \"^0[0-9]{2,3}-[0-9]{7,8}$\")                  | true",
                "matches(\"ABC\", \"b\")                                                   | false",
                "matches(\"ABC\", \"b\", \"i\")                                            | true",
                "matches(\"abc\", \"(\")                                                   | null",
                "replace(\"a-b-c\", \"-\", \"+\")                                          | a+b+c",
                "replace(\"banana\", \"a(n)\", \"$1\")                                     | bnna",
                "replace(\"banana\", \"a\", \"$1\")                                        | null",
                "split(\"a, b,c\", \",\\s*\")                                              | [a, b, c]",
                "split(\",a,\", \",\")                                                     | [, a, ]",
                "split(\"abc\", \"\")                                                      | [a, b, c, ]",
                "extract(\"a1b22\", \"[0-9]+\")                                            | [1, 22]",
                "is defined(missing)                                                       | false",
                "count(concatenate([1, 2, 3], [4]))                                        | 4",
            })
    void changesNothingOfWhatStaysWithin(String expression, String result) {
        assertThat(String.valueOf(feel.compile(expression).evaluate(Map.of()))).isEqualTo(result);
    }

    @Test
    void leavesTheThreadAsItWas() {
        Thread.currentThread().interrupt();
        try {
            assertThat(feel.compile("a > 1").evaluate(Map.of("a", 2))).isEqualTo(true);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void takesLongListsFromOutsideWithoutIteratingOverThem() {
        assertThat(feel.compile("count(rows) > 5").evaluate(Map.of("rows", java.util.Collections.nCopies(20_000, 1))))
                .isEqualTo(true);
        assertThat(feel.compile("rows[1]").evaluate(Map.of("rows", List.of("first"))))
                .isEqualTo("first");
    }
}
