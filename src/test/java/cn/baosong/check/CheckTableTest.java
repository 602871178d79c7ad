package cn.baosong.check;

import static cn.baosong.check.TableText.dmn;
import static cn.baosong.check.TableText.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.baosong.common.Texts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTableTest {

    private static final List<String> COLUMNS =
            List.of("true", "true", "> rule", "> severity", "> fields", "> message", "> message.en");

    private static CheckTable parse(String[]... rows) {
        return CheckTable.parse(dmn().table("checks", "COLLECT", COLUMNS, rows).bytes(), Models.FEEL);
    }

    private static String[] check(String applies, String violated) {
        return row(applies, violated, "\"r1\"", "\"mandatory\"", "\"a, b.c\"", "\"错\"", "\"wrong\"");
    }

    @Test
    void findsWhatIsViolated() {
        CheckTable table = parse(
                row("kind = \"x\"", "a > 5", "\"r1\"", "\"mandatory\"", "\"a, b.c\"", "\"甲不得大于五\"", "\"a above 5\""),
                row("", "b.c = null", "\"r2\"", "\"warning\"", "[\"b.c\"]", "\"缺 \" + kind", ""),
                row("", "a < 0", "\"r3\"", "\"hint\"", "", "\"负数\"", "\"negative\""));
        assertThat(table.evaluate(Map.of("kind", "x", "a", 6)))
                .containsExactly(
                        new Finding("r1", Severity.MANDATORY, List.of("a", "b.c"), "甲不得大于五", "a above 5"),
                        new Finding("r2", Severity.WARNING, List.of("b.c"), "缺 x", null));
        assertThat(table.evaluate(Map.of("kind", "y", "a", -1, "b", Map.of("c", 1))))
                .containsExactly(new Finding("r3", Severity.HINT, List.of(), "负数", "negative"));
        assertThat(table.names()).containsExactlyInAnyOrder("kind", "a", "b.c");
        assertThat(table.rules())
                .containsExactly(
                        new CheckTable.Rule("r1", Severity.MANDATORY, List.of("a", "b.c")),
                        new CheckTable.Rule("r2", Severity.WARNING, List.of("b.c")),
                        new CheckTable.Rule("r3", Severity.HINT, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "a = null                        | a",
                "  b.c=null                      | b.c",
                "(a = null)                      | a",
                "a = null or b.c = null          | a,b.c",
                "(a = null) or (b.c = null)      | a,b.c",
                "(a = null or b.c = null)        | a,b.c",
                "指标.本月 = null                | 指标.本月",
                "a = null or b = \"\"             | none",
                "a = null and b = null           | none",
                "a != null                       | none",
                "a = 0                           | none",
                "a.b[1] = null                   | none",
                "not_null = null or a < 0        | none",
                "every x in a satisfies x = null | none",
            })
    void knowsWhatMustBeFilledIn(String violated, String required) {
        assertThat(parse(check("kind = \"x\"", violated)).required())
                .containsExactly(required == null ? new String[0] : required.split(","));
    }

    @Test
    void asksNoStarForWhatIsOnlyAWarning() {
        CheckTable table = parse(
                row("", "a = null", "\"r1\"", "\"warning\"", "\"a\"", "\"m\"", ""),
                row("", "b = null", "\"r2\"", "\"mandatory\"", "\"b\"", "\"m\"", ""),
                row("k = 1", "c = null or b = null", "\"r3\"", "\"mandatory\"", "\"c\"", "\"m\"", ""),
                row("", "d = null", "\"r4\"", "\"hint\"", "\"d\"", "\"m\"", ""));
        assertThat(table.required()).containsExactly("b", "c");
    }

    @Test
    void saysAMessageInTheReadersLanguage() {
        Finding both = new Finding("r", Severity.HINT, List.of(), "中文", "English");
        assertThat(both.message(Texts.CHINESE)).isEqualTo("中文");
        assertThat(both.message(Texts.ENGLISH)).isEqualTo("English");
        assertThat(new Finding("r", Severity.HINT, List.of(), "中文", null).message(Texts.ENGLISH))
                .isEqualTo("中文");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a > 5",
                "a < 5",
                "a != b",
                "a + b > 0",
                "(not(a > 5))",
                "previous.x.y < a",
                "previous.x.y * 2 < current.x.y",
                "validCreditCode(a) = false",
                "string length(a) > 3",
                "matches(a, \"x\") = false",
                "a / b > 2",
                "every x in a satisfies x > 1",
            })
    void doesNotRunOnWhatIsMissing(String condition) {
        assertThat(parse(check("", condition)).evaluate(Map.of())).isEmpty();
    }

    @Test
    void readsTheNamesOfFieldsHoweverTheyAreParted() {
        CheckTable table = parse(
                row("", "true", "\"r1\"", "\"hint\"", "\" a,b ，c、d e \"", "\"m\"", ""),
                row("", "true", "\"r2\"", "\"hint\"", "[]", "\"m\"", ""));
        assertThat(table.rules().get(0).fields()).containsExactly("a", "b", "c", "d", "e");
        assertThat(table.rules().get(1).fields()).isEmpty();
    }

    @Test
    void namesTheRuleWhereItsMessageCannotBeMade() {
        CheckTable table = parse(row("", "a > 1", "\"r1\"", "\"hint\"", "", "\"超出 \" + missing", "5"));
        assertThat(table.evaluate(Map.of("a", 2)))
                .containsExactly(new Finding("r1", Severity.HINT, List.of(), "r1", null));
    }

    @Test
    void mayRequireOtherDecisions() {
        CheckTable table = CheckTable.parse(
                dmn().literal("limit", "limit", "base * 2")
                        .table("checks", "hitPolicy='COLLECT'", List.of("limit"), COLUMNS, check("", "a > limit"))
                        .bytes(),
                Models.FEEL);
        assertThat(table.evaluate(Map.of("a", 7, "base", 3))).hasSize(1);
        assertThat(table.evaluate(Map.of("a", 6, "base", 3))).isEmpty();
        assertThat(table.names()).containsExactlyInAnyOrder("a", "base");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a > 1 | \"\"   | \"mandatory\" | \"a\"  | \"m\" | rule",
                "a > 1 | 5      | \"mandatory\" | \"a\"  | \"m\" | rule",
                "a > 1 | r1     | \"mandatory\" | \"a\"  | \"m\" | rule",
                "a > 1 | \"r1\" | \"fatal\"     | \"a\"  | \"m\" | severity",
                "a > 1 | \"r1\" | mandatory     | \"a\"  | \"m\" | severity",
                "a > 1 | \"r1\" | \"Mandatory\" | \"a\"  | \"m\" | severity",
                "a > 1 | \"r1\" | 1             | \"a\"  | \"m\" | severity",
                "a > 1 | \"r1\" | \"hint\"      | 7      | \"m\" | fields",
                "a > 1 | \"r1\" | \"hint\"      | [1]    | \"m\" | fields",
                "a > 1 | \"r1\" | \"hint\"      | a      | \"m\" | fields",
                "not(a > 1) | \"r1\" | \"hint\" | \"a\"  | \"m\" | true",
                "not (a > 1) | \"r1\" | \"hint\" | \"a\" | \"m\" | true",
                "a >   | \"r1\" | \"hint\"      | \"a\"  | \"m\" | true",
            })
    void refusesRowsThatAreNoRules(
            String violated, String rule, String severity, String fields, String message, String column) {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> parse(check("", "b > 1"), row("", violated, rule, severity, fields, message, "")))
                .satisfies(refused -> {
                    assertThat(refused.row()).isEqualTo(2);
                    assertThat(refused.column()).isEqualTo(column);
                    assertThat(refused.decision()).isEqualTo("checks");
                });
    }

    @Test
    void refusesEmptyCellsThatMustBeFilled() {
        assertThatExceptionOfType(TableException.class).isThrownBy(() -> parse(check("a > 1", "")));
        assertThatExceptionOfType(TableException.class).isThrownBy(() -> parse(check("a > 1", "-")));
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> parse(row("", "a > 1", "", "\"hint\"", "", "\"m\"", "")));
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> parse(row("", "a > 1", "\"r1\"", "", "", "\"m\"", "")));
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> parse(row("", "a > 1", "\"r1\"", "\"hint\"", "", "", "")));
    }

    @Test
    void refusesTwoRulesOfOneId() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> parse(check("", "a > 1"), check("", "a > 2")))
                .withMessageContaining("row 2")
                .withMessageContaining("r1");
    }

    @ParameterizedTest
    @CsvSource({"UNIQUE", "FIRST", "ANY"})
    void refusesOtherHitPolicies(String policy) {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> CheckTable.parse(
                        dmn().table("checks", policy, COLUMNS, check("", "a > 1"))
                                .bytes(),
                        Models.FEEL))
                .withMessageContaining("check.reason.collect");
    }

    @Test
    void refusesTablesOfAnotherShape() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> CheckTable.parse(
                        dmn().table(
                                        "d",
                                        "COLLECT",
                                        List.of("true", "> rule", "> severity"),
                                        row("a", "\"r\"", "\"hint\""))
                                .bytes(),
                        Models.FEEL))
                .withMessageContaining("[fields]");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> CheckTable.parse(
                        dmn().table(
                                        "d",
                                        "COLLECT",
                                        List.of("true", "> rule", "> severity", "> fields", "> message", "> massage"))
                                .bytes(),
                        Models.FEEL))
                .withMessageContaining("massage");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> CheckTable.parse(
                        dmn().table("d", "COLLECT", List.of("> rule", "> severity", "> fields", "> message"))
                                .bytes(),
                        Models.FEEL))
                .withMessageContaining("input");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> CheckTable.parse(dmn().literal("d", "x", "1").bytes(), Models.FEEL))
                .withMessageContaining("no-table");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> CheckTable.parse(
                        dmn().literal("d", "x", "1").literal("e", "y", "1").bytes(), Models.FEEL))
                .withMessageContaining("at-the-top");
    }
}
