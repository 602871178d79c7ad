package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.engine.ModelDifference.Change;
import cn.baosong.engine.ModelDifference.Fact;
import cn.baosong.engine.ModelDifference.Kind;
import cn.baosong.testing.Drawn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelDifferenceTest {

    private static final String BEFORE = TestModels.process("p", "camunda:historyTimeToLive=\"P30D\"", """
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="days" value="3" />
            </camunda:properties></bpmn:extensionElements>
            <bpmn:startEvent id="started" />
            <bpmn:sequenceFlow id="to-task" sourceRef="started" targetRef="task" />
            <bpmn:userTask id="task" name="办理">
              <bpmn:extensionElements><camunda:properties>
                <camunda:property name="review" value="true" />
                <camunda:property name="limit" value="5" />
              </camunda:properties></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="to-choice" sourceRef="task" targetRef="choice" />
            <bpmn:exclusiveGateway id="choice" name="通过？" />
            <bpmn:sequenceFlow id="yes" sourceRef="choice" targetRef="done">
              <bpmn:conditionExpression>${outcome == 'yes'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:boundaryEvent id="late" attachedToRef="task">
              <bpmn:timerEventDefinition id="definition-1"><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:endEvent id="done" />
            """);

    @Test
    void theSameModelDrawnElsewhereDiffersInNothing() {
        assertThat(between(BEFORE, BEFORE)).isEmpty();
        assertThat(between(BEFORE, BEFORE.replace("x=\"100\"", "x=\"900\"").replace("definition-1", "definition-2")))
                .isEmpty();
    }

    @Test
    void labelsSettingsExpressionsAndTimesAreCompared() {
        var after = BEFORE.replace("办理", "受理")
                .replace("\"limit\" value=\"5\"", "\"limit\" value=\"6\"")
                .replace("'yes'", "'no'")
                .replace("P3D", "P5D")
                .replace("\"days\" value=\"3\"", "\"days\" value=\"4\"");
        assertThat(between(BEFORE, after))
                .containsExactly(
                        changed("p", "测试", "process", new Fact("days", "3", "4")),
                        changed("task", "受理", "userTask", new Fact("limit", "5", "6"), new Fact("name", "办理", "受理")),
                        changed(
                                "yes",
                                "",
                                "sequenceFlow",
                                new Fact("conditionExpression", "${outcome == 'yes'}", "${outcome == 'no'}")),
                        changed(
                                "late",
                                "",
                                "boundaryEvent",
                                new Fact("timerEventDefinition/timeDuration", "P3D", "P5D")));
    }

    @Test
    void whatCameWentOrBecameSomethingElseIsTold() {
        var after = BEFORE.replace("<bpmn:exclusiveGateway id=\"choice\" name=\"通过？\" />", """
                        <bpmn:inclusiveGateway id="choice" name="通过？" />
                        <bpmn:sequenceFlow id="no" sourceRef="choice" targetRef="gone" /><bpmn:endEvent id="gone" />
                        """)
                .replace("<bpmn:sequenceFlow id=\"to-choice\" sourceRef=\"task\" targetRef=\"choice\" />", "");
        assertThat(between(BEFORE, Drawn.complete(after)))
                .extracting(Change::id, Change::kind)
                .containsExactly(
                        tuple("to-choice", Kind.REMOVED),
                        tuple("no", Kind.ADDED),
                        tuple("gone", Kind.ADDED),
                        tuple("choice", Kind.CHANGED));
    }

    private static Change changed(String id, String name, String type, Fact... facts) {
        return new Change(id, name, type, Kind.CHANGED, List.of(facts));
    }

    private static List<Change> between(String before, String after) {
        return ModelDifference.between(before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }
}
