package cn.baosong.check;

import static cn.baosong.check.TableText.dmn;
import static cn.baosong.check.TableText.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTableTest {

    private static final List<String> COLUMNS = List.of("amount", "> result");

    private final CamundaTables camunda = new CamundaTables(Models.INDUSTRIES);

    private static DecisionTable parse(TableText text, String decision) {
        return DecisionTable.parse(text.bytes(), decision, Models.FEEL);
    }

    @Test
    void takesTheOneRowThatApplies() {
        DecisionTable table =
                parse(dmn().table("d", "UNIQUE", COLUMNS, row("< 10", "\"few\""), row(">= 10", "\"many\"")), "d");
        assertThat(table.evaluate(Map.of("amount", 9))).isEqualTo(Map.of("result", "few"));
        assertThat(table.evaluate(Map.of("amount", 10))).isEqualTo(Map.of("result", "many"));
        assertThat(table.evaluate(Map.of())).isEmpty();
        assertThat(table.names()).containsExactly("amount");
    }

    @Test
    void refusesTwoRowsOfAUniqueTable() {
        DecisionTable table =
                parse(dmn().table("d", "UNIQUE", COLUMNS, row("> 1", "1"), row("> 5", "2"), row("> 7", "3")), "d");
        assertThat(table.evaluate(Map.of("amount", 3))).isEqualTo(Map.of("result", BigDecimal.ONE));
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> table.evaluate(Map.of("amount", 8)))
                .withMessageContaining("sample.dmn, decision d, row 2")
                .withMessageContaining("unique [1]")
                .satisfies(refused -> assertThat(refused.row()).isEqualTo(2));
    }

    @Test
    void isUniqueWhereNoHitPolicyIsWritten() {
        DecisionTable table = parse(dmn().table("d", "", List.of(), COLUMNS, row("", "1"), row("", "2")), "d");
        assertThatExceptionOfType(TableException.class).isThrownBy(() -> table.evaluate(Map.of("amount", 8)));
    }

    @Test
    void takesTheFirstRowThatApplies() {
        DecisionTable table = parse(dmn().table("d", "FIRST", COLUMNS, row("> 5", "\"a\""), row("", "\"b\"")), "d");
        assertThat(table.evaluate(Map.of("amount", 6))).isEqualTo(Map.of("result", "a"));
        assertThat(table.evaluate(Map.of("amount", 5))).isEqualTo(Map.of("result", "b"));
        assertThat(table.evaluate(Map.of())).isEqualTo(Map.of("result", "b"));
    }

    @Test
    void letsRowsAgreeUnderAny() {
        DecisionTable table = parse(
                dmn().table("d", "ANY", COLUMNS, row("> 1", "\"a\""), row("> 2", "\"a\""), row("> 3", "\"b\"")), "d");
        assertThat(table.evaluate(Map.of("amount", 3))).isEqualTo(Map.of("result", "a"));
        assertThat(table.evaluate(Map.of("amount", 1))).isEmpty();
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> table.evaluate(Map.of("amount", 4)))
                .withMessageContaining("row 3");
    }

    @Test
    void collectsColumnByColumn() {
        DecisionTable table = parse(
                dmn().table(
                                "d",
                                "COLLECT",
                                List.of("a", "> x", "> y"),
                                row("> 1", "1", "\"one\""),
                                row("> 2", "2", ""),
                                row("> 3", "3", "\"three\"")),
                "d");
        assertThat(table.evaluate(Map.of("a", 4)))
                .isEqualTo(Map.of(
                        "x",
                        List.of(BigDecimal.valueOf(1), BigDecimal.valueOf(2), BigDecimal.valueOf(3)),
                        "y",
                        Arrays.asList("one", null, "three")));
        assertThat(table.evaluate(Map.of("a", 0))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SUM, 60, 30", "MIN, 10, 10", "MAX, 30, 20", "COUNT, 3, 2"})
    void aggregates(String aggregation, BigDecimal three, BigDecimal two) {
        TableText text = dmn().table(
                        "d",
                        "hitPolicy='COLLECT' aggregation='%s'".formatted(aggregation),
                        List.of(),
                        COLUMNS,
                        row("> 1", "10"),
                        row("> 2", "20"),
                        row("> 3", "amount * 7.5"));
        DecisionTable table = parse(text, "d");
        assertThat((BigDecimal) table.evaluate(Map.of("amount", 4)).get("result"))
                .isEqualByComparingTo(three);
        assertThat((BigDecimal) table.evaluate(Map.of("amount", 3)).get("result"))
                .isEqualByComparingTo(two);
        assertSameAsCamunda(text, "d", table, Map.of("amount", 3));
    }

    @Test
    void aggregatesNothingToNothingButCountsIt() {
        for (String aggregation : List.of("SUM", "MIN", "MAX")) {
            TableText text = dmn().table(
                            "d",
                            "hitPolicy='COLLECT' aggregation='%s'".formatted(aggregation),
                            List.of(),
                            COLUMNS,
                            row("> 1", "10"));
            assertThat(parse(text, "d").evaluate(Map.of("amount", 0))).isEmpty();
        }
        TableText count =
                dmn().table("d", "hitPolicy='COLLECT' aggregation='COUNT'", List.of(), COLUMNS, row("> 1", "10"));
        assertThat(parse(count, "d").evaluate(Map.of("amount", 0))).isEqualTo(Map.of("result", BigDecimal.ZERO));
    }

    @Test
    void refusesToAddTexts() {
        DecisionTable table = parse(
                dmn().table("d", "hitPolicy='COLLECT' aggregation='SUM'", List.of(), COLUMNS, row("", "\"a\"")), "d");
        assertThatExceptionOfType(TableException.class).isThrownBy(() -> table.evaluate(Map.of("amount", 1)));
    }

    @Test
    void evaluatesWhatADecisionRequires() {
        TableText text = dmn().literal("base", "base", "amount * 2")
                .table("class", "FIRST", List.of("amount", "> class"), row("> 10", "\"big\""), row("", "\"little\""))
                .table(
                        "list",
                        "COLLECT",
                        List.of("amount", "> item"),
                        row("> 1", "1"),
                        row("> 2", "2"),
                        row("> 30", "3"))
                .table(
                        "top",
                        "hitPolicy='UNIQUE'",
                        List.of("base", "class", "list"),
                        List.of("class", "base", "> answer", "> count"),
                        row("\"big\"", "< 50", "base + rate", "count(item)"),
                        row("\"little\"", "", "-base", "sum(item)"));
        DecisionTable table = parse(text, "top");
        assertThat(table.evaluate(Map.of("amount", 20, "rate", 1)))
                .isEqualTo(Map.of("answer", BigDecimal.valueOf(41), "count", BigDecimal.valueOf(2)));
        assertThat(table.evaluate(Map.of("amount", 2, "rate", 1)))
                .isEqualTo(Map.of("answer", BigDecimal.valueOf(-4), "count", BigDecimal.valueOf(1)));
        assertThat(table.names()).containsExactlyInAnyOrder("amount", "rate");
        for (int amount = 0; amount < 40; amount++) {
            assertSameAsCamunda(text, "top", table, Map.of("amount", amount, "rate", 1));
        }
        assertThat(parse(text, "class").evaluate(Map.of("amount", 11))).isEqualTo(Map.of("class", "big"));
        assertThat(parse(text, "base").evaluate(Map.of("amount", 11)))
                .isEqualTo(Map.of("base", BigDecimal.valueOf(22)));
    }

    @Test
    void evaluatesCellsAsCamundaDoes() {
        List<Object> amounts = Arrays.asList(null, 0, 5, 7.5, new BigDecimal("10.00"), 99, "a", "b", true, false);
        List<Object> days = Arrays.asList(null, LocalDate.of(2024, 2, 29), LocalDate.of(2023, 12, 31));
        TableText text = dmn().table(
                        "d",
                        "COLLECT",
                        List.of("amount", "day", "true", "> rule"),
                        row("5", "", "", "1"),
                        row("< 10", "", "", "2"),
                        row("[5..10]", "", "", "3"),
                        row("]5..10[", "", "", "4"),
                        row("\"a\", \"b\"", "", "", "5"),
                        row("not(\"a\")", "", "", "6"),
                        row("not(5, 7.5)", "", "", "7"),
                        row("null", "", "", "8"),
                        row("-", "> date(\"2024-01-01\")", "", "9"),
                        row("", "null", "", "10"),
                        row("", "", "amount > 5", "11"),
                        row("", "", "(not(amount > 5))", "12"),
                        row("", "", "amount = null and day != null", "13"),
                        row("? = 10", "", "", "14"),
                        row("starts with(?, \"a\")", "", "", "15"),
                        row("", "", "day.year = 2024", "16"),
                        row("", "", "true", "17"),
                        row("", "", "false", "18"),
                        row("true", "", "", "19"),
                        row("some x in [1, 5] satisfies x = ?", "", "", "20"),
                        row("", "", "if amount = 5 then true else false", "21"),
                        row("[1, 5]", "", "", "22"),
                        row("amount", "", "", "23"),
                        row("< missing", "", "", "24"),
                        row("", "", "matches(amount, \"^[a-b]$\")", "25"),
                        row("", "", "amount in (5, \"a\")", "26"));
        DecisionTable table = parse(text, "d");
        for (Object amount : amounts) {
            for (Object day : days) {
                Map<String, Object> variables = new HashMap<>();
                variables.put("amount", amount);
                variables.put("day", day);
                assertSameAsCamunda(text, "d", table, variables);
            }
        }
    }

    /** One map for each result there; lists by output here. */
    private void assertSameAsCamunda(
            TableText text, String decision, DecisionTable table, Map<String, Object> variables) {
        List<Map<String, Object>> theirs = camunda.evaluate(camunda.parse(text.bytes(), decision), variables);
        Map<String, Object> ours = table.evaluate(variables);
        for (String output : ours.keySet()) {
            List<?> values =
                    ours.get(output) instanceof List<?> list ? list : Collections.singletonList(ours.get(output));
            assertThat(values.stream().map(DecisionTableTest::comparable).toList())
                    .as("%s with %s", output, variables)
                    .isEqualTo(theirs.stream()
                            .map(result -> comparable(result.get(output)))
                            .toList());
        }
        if (ours.isEmpty()) {
            assertThat(theirs).as("with %s", variables).isEmpty();
        }
    }

    private static Object comparable(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value;
    }
}
