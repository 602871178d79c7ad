package cn.baosong.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.CodeLists;
import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.SampleCodeLists;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberedDecisionTest {

    private static final String DMN = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="size" name="size"><decisionTable id="t" hitPolicy="UNIQUE">
                <input id="i"><inputExpression id="e" typeRef="number"><text>profile.staff</text></inputExpression></input>
                <output id="o" name="size" typeRef="string"/>
                <rule id="r1"><inputEntry id="a1"><text>&lt; 10</text></inputEntry>
                  <outputEntry id="b1"><text>"small"</text></outputEntry></rule>
                <rule id="r2"><inputEntry id="a2"><text>&gt;= 10</text></inputEntry>
                  <outputEntry id="b2"><text>"large"</text></outputEntry></rule>
                <rule id="r3"><inputEntry id="a3"><text>&gt;= 1000</text></inputEntry>
                  <outputEntry id="b3"><text>"huge"</text></outputEntry></rule>
              </decisionTable></decision>
            </definitions>
            """;

    private final DecisionTable table =
            DecisionTable.parse(DMN.getBytes(StandardCharsets.UTF_8), "size", new Feel(lists(), Clock.systemUTC()));
    private final RememberedDecision decision = new RememberedDecision(table);

    @Test
    void answersAsTheTableDoesWhateverChanges() {
        for (int staff : List.of(5, 5, 50, 5, 999)) {
            for (String other : List.of("a", "b")) {
                var values = Map.of("profile", Map.of("staff", staff), "other", other);
                assertThat(decision.evaluate(values)).isEqualTo(table.evaluate(values));
            }
        }
    }

    @Test
    void asksAgainOnlyWhereSomethingItReadsHasChanged() {
        var first = decision.evaluate(Map.of("profile", Map.of("staff", 5), "other", "a"));

        assertThat(decision.evaluate(Map.of("profile", Map.of("staff", 5), "other", "b")))
                .isSameAs(first);
        assertThat(decision.evaluate(Map.of("profile", Map.of("staff", 50), "other", "b")))
                .isEqualTo(Map.of("size", "large"));
    }

    @Test
    void aMissingValueIsAnAnswerOfItsOwn() {
        assertThat(decision.evaluate(new HashMap<>())).isEqualTo(table.evaluate(Map.of()));
        assertThat(decision.evaluate(Map.of("profile", Map.of("staff", 5)))).isEqualTo(Map.of("size", "small"));
        assertThat(decision.evaluate(Map.of())).isEqualTo(table.evaluate(Map.of()));
    }

    @Test
    void remembersNoFailure() {
        var wrong = Map.of("profile", Map.of("staff", 5000));
        assertThatThrownBy(() -> decision.evaluate(wrong)).isInstanceOf(TableException.class);
        assertThatThrownBy(() -> decision.evaluate(wrong)).isInstanceOf(TableException.class);
        assertThat(decision.evaluate(Map.of("profile", Map.of("staff", 5)))).isEqualTo(Map.of("size", "small"));
    }

    private static CodeLists lists() {
        return new SampleCodeLists("none", Map.of());
    }
}
