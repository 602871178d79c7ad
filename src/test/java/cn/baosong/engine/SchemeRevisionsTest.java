package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.engine.EngineTestBeans.NoteStep;
import cn.baosong.engine.EngineTestBeans.Observer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class SchemeRevisionsTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Autowired
    private Flow flow;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private NoteStep noteStep;

    @Autowired
    private Observer observer;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aDeployedScheme() {
        TestModels.deployScheme(repository);
    }

    @Test
    void aRevisionHoldsEverythingThatBelongsTogether() {
        SchemeRevision revision = newest();

        assertThat(revision.scheme()).isEqualTo(TestModels.SCHEME);
        assertThat(revision.called()).containsOnlyKeys("engine-test-review", "engine-test-nested");
        assertThat(revision.decisions()).containsOnlyKeys("engine-test-checks");
        assertThat(revision.forms()).containsOnlyKeys("engine-test-form");
        assertThat(revision.pins())
                .as("the check table is named by a setting, so no process evaluates it")
                .isEqualTo(Map.of(
                        "engineTestReviewVersion",
                        revision.called().get("engine-test-review").version(),
                        "engineTestNestedVersion",
                        revision.called().get("engine-test-nested").version()));
        assertThat(revision.settings()).containsEntry("colour", "red");
        assertThat(revision.holdsFrom()).isNull();
        assertThat(revisions.byId(revision.id())).isEqualTo(revision);
        assertThat(repository
                        .getProcessDefinition(revision.processDefinitionId())
                        .getKey())
                .isEqualTo("engine-test-scheme");
    }

    @Test
    void aRunningInstanceKeepsCallingTheVersionOfItsRevision() {
        UUID old = UUID.randomUUID();
        SchemeRevision before = newest();
        flow.start(before, old);
        flow.completeStep(old, "fill", Map.of());

        TestModels.deploy(repository, "next", List.of("engine-test-nested.bpmn"));

        SchemeRevision after = newest();
        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(after.processDefinitionId()).isEqualTo(before.processDefinitionId());
        assertThat(after.called().get("engine-test-nested").version())
                .isEqualTo(before.called().get("engine-test-nested").version() + 1);
        UUID fresh = UUID.randomUUID();
        flow.start(after, fresh);
        flow.completeStep(fresh, "fill", Map.of());
        accept(old);
        accept(fresh);
        assertThat(edition(old)).isEqualTo("1");
        assertThat(edition(fresh)).isEqualTo("2");
    }

    @Test
    void aBusinessRuleTaskEvaluatesThePinnedDecision() {
        String scheme = "rule-" + UUID.randomUUID();
        repository
                .createDeployment()
                .addString("rule.dmn", ruleTable(scheme, "old"))
                .addString("rule.bpmn", ruleProcess(scheme))
                .deploy();
        SchemeRevision before = revisions.newest(scheme, JANUARY);
        repository
                .createDeployment()
                .addString("rule.dmn", ruleTable(scheme, "new"))
                .deploy();
        SchemeRevision after = revisions.newest(scheme, JANUARY);

        assertThat(evaluated(before)).isEqualTo("old");
        assertThat(evaluated(after)).isEqualTo("new");
    }

    /** The guard refuses what explodes by itself; this explodes when it meets a value. */
    @Test
    void aDecisionInTheFlowEndsAtTheLimitsOfFeel() {
        assertThat(evaluated(counting("7"))).isEqualTo("7");
        SchemeRevision endless = counting("2000000000");
        assertThatThrownBy(() -> flow.start(endless, UUID.randomUUID()))
                .hasStackTraceContaining("feel.limit.range [5000]");
    }

    private SchemeRevision counting(String amount) {
        String scheme = "counting-" + UUID.randomUUID();
        repository
                .createDeployment()
                .addString(
                        "rule.dmn",
                        ruleTable(scheme, "x").replace("\"x\"", "string(count(for i in 1..number(amount) return i))"))
                .addString(
                        "rule.bpmn",
                        ruleProcess(scheme).replace("camunda:resultVariable=\"result\" />", """
                        camunda:resultVariable="result"><bpmn:extensionElements><camunda:inputOutput>
                          <camunda:inputParameter name="amount">%s</camunda:inputParameter>
                        </camunda:inputOutput></bpmn:extensionElements></bpmn:businessRuleTask>
                        """.formatted(amount)))
                .deploy();
        return revisions.newest(scheme, JANUARY);
    }

    private Object evaluated(SchemeRevision revision) {
        return runtime.getVariable(flow.start(revision, UUID.randomUUID()), "result");
    }

    private static String ruleTable(String scheme, String answer) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="table-%s" name="d">
                    <variable id="v" name="result" typeRef="string" />
                    <literalExpression id="l"><text>"%s"</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(scheme, answer);
    }

    private static String ruleProcess(String scheme) {
        return TestModels.process("p-" + scheme, "camunda:historyTimeToLive=\"P30D\"", """
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="scheme" value="%s" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="started" />
                <bpmn:sequenceFlow id="to-rule" sourceRef="started" targetRef="rule" />
                <bpmn:businessRuleTask id="rule" camunda:decisionRef="table-%s" camunda:decisionRefBinding="version"
                    camunda:decisionRefVersion="${%s}" camunda:mapDecisionResult="singleEntry"
                    camunda:resultVariable="result" />
                <bpmn:sequenceFlow id="to-task" sourceRef="rule" targetRef="task" />
                <bpmn:userTask id="task" />
                """.formatted(
                        scheme, scheme, Pins.variable("table-" + scheme)));
    }

    @Test
    void aFormIsReadAsPinned() {
        SchemeRevision before = newest();
        TestModels.deploy(repository, "next", List.of("engine-test-form.form"));
        SchemeRevision after = newest();

        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(text(revisions.form(before, "engine-test-form"))).doesNotContain("名称");
        assertThat(text(revisions.form(after, "engine-test-form"))).contains("名称");
        byte[] handed = revisions.form(after, "engine-test-form");
        handed[0] = 'X';
        assertThat(text(revisions.form(after, "engine-test-form"))).startsWith("{");
        assertThat(text(revisions.decision(after, "engine-test-checks"))).contains("engine-test-table");
    }

    @Test
    void aDeploymentThatConcernsNoSchemeWritesNoRevision() {
        SchemeRevision before = newest();
        repository
                .createDeployment()
                .addString("unrelated.bpmn", TestModels.withTask("unrelated", "<bpmn:userTask id=\"task\" />"))
                .deploy();
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void theNewestThatHoldsForThePeriodIsGiven() {
        String scheme = "period-" + UUID.randomUUID();
        deployPeriodScheme(scheme, null);
        deployPeriodScheme(scheme, "2026-03");
        deployPeriodScheme(scheme, "2026-06");

        assertThat(revisions.newest(scheme, YearMonth.of(2026, 2)).number()).isEqualTo(1);
        assertThat(revisions.newest(scheme, YearMonth.of(2026, 3)).number()).isEqualTo(2);
        assertThat(revisions.newest(scheme, YearMonth.of(2026, 5)).holdsFrom()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(revisions.newest(scheme, YearMonth.of(2027, 1)).number()).isEqualTo(3);
    }

    @Test
    void aSchemeThatDoesNotHoldYetIsRefused() {
        String scheme = "later-" + UUID.randomUUID();
        deployPeriodScheme(scheme, "2030-01");
        FlowTest.assertProblem("engine.error.no-revision", () -> revisions.newest(scheme, JANUARY));
        FlowTest.assertProblem("engine.error.no-revision", () -> revisions.newest("unknown", JANUARY));
        FlowTest.assertProblem("engine.error.no-such-revision", () -> revisions.byId(UUID.randomUUID()));
        FlowTest.assertProblem("engine.error.not-in-revision", () -> revisions.form(newest(), "other-form"));
        FlowTest.assertProblem("engine.error.not-in-revision", () -> revisions.decision(newest(), "other-table"));
    }

    @Test
    void aSchemeWhosePartsAreMissingIsRefusedWhole() {
        String key = "incomplete-" + UUID.randomUUID();
        String model = TestModels.process(key, "camunda:historyTimeToLive=\"P30D\"", """
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="scheme" value="%s" />
                  <camunda:property name="checkTable" value="no-such-table" />
                  <camunda:property name="form" value="no-such-form" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="started" />
                """.formatted(key));
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("incomplete.bpmn", model)
                        .deploy())
                .isInstanceOfSatisfying(ModelRefused.class, refusal -> assertThat(refusal.findings())
                        .extracting(GuardFinding::rule)
                        .containsExactlyInAnyOrder("decision-missing", "form-missing"));
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count())
                .isZero();
    }

    @Test
    void twoProcessesMayNotClaimOneScheme() {
        String scheme = "claimed-" + UUID.randomUUID();
        deployPeriodScheme(scheme, null);
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("other.bpmn", periodScheme("a-" + scheme, scheme, null))
                        .deploy())
                .isInstanceOfSatisfying(ModelRefused.class, refusal -> assertThat(refusal.findings())
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.rule()).isEqualTo("scheme-taken");
                            assertThat(finding.elementId()).isEqualTo("a-" + scheme);
                        }));
    }

    @Test
    void theApplicationCannotChangeARevision() {
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE scheme_revision SET number = 0").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM scheme_revision").update())
                .hasStackTraceContaining("permission denied");
    }

    private void deployPeriodScheme(String scheme, String holdsFrom) {
        repository
                .createDeployment()
                .addString("period.bpmn", periodScheme("p-" + scheme, scheme, holdsFrom))
                .deploy();
    }

    private static String periodScheme(String key, String scheme, String holdsFrom) {
        String from = holdsFrom == null ? "" : "<camunda:property name=\"holdsFrom\" value=\"" + holdsFrom + "\" />";
        return TestModels.process(key, "camunda:historyTimeToLive=\"P30D\"", """
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="scheme" value="%s" />%s
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="started" />
                """.formatted(scheme, from));
    }

    private SchemeRevision newest() {
        return revisions.newest(TestModels.SCHEME, JANUARY);
    }

    private void accept(UUID subject) {
        flow.completeTask(Observer.of(observer.created, subject).get(0).taskId(), Map.of("decision", "accepted"));
    }

    private String edition(UUID subject) {
        return noteStep.of(subject).stream()
                .filter(note -> note.activity().equals("nested-note"))
                .findFirst()
                .orElseThrow()
                .edition();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
