package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.baosong.common.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class ModelGuardTest {

    private static final String TTL = "camunda:historyTimeToLive=\"P30D\"";
    private static final String HAND_OVER = "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Texts texts;

    static Stream<Arguments> forbiddenTasks() {
        return Stream.of(
                arguments("class", "<bpmn:serviceTask id='task' camunda:class='java.lang.Object' />"),
                arguments("delegate-form", "<bpmn:serviceTask id='task' camunda:expression='${noteStep}' />"),
                arguments("delegate-form", service("noteStep")),
                arguments("delegate-form", service("${noteStep.run()}")),
                arguments("delegate-form", service("${a == b}")),
                arguments("delegate-form", service("x${noteStep}")),
                arguments("delegate-unknown", service("${notListed}")),
                arguments("delegate-unknown", service("${dataSource}")),
                arguments("delegate-missing", "<bpmn:serviceTask id='task' />"),
                arguments("delegate-missing", "<bpmn:sendTask id='task' />"),
                arguments("delegate-missing", "<bpmn:businessRuleTask id='task' />"),
                arguments("attribute-place", "<bpmn:task id='task' camunda:delegateExpression='${noteStep}' />"),
                arguments("attribute-place", "<bpmn:userTask id='task' camunda:delegateExpression='${noteStep}' />"),
                arguments("attribute-place", "<bpmn:manualTask id='task' camunda:formRef='a' />"),
                arguments("attribute-place", "<bpmn:task id='task' camunda:candidateGroups='reviewers' />"),
                arguments(
                        "attribute-place",
                        "<bpmn:businessRuleTask id='task' camunda:decisionRef='a' camunda:decisionRefBinding='version'"
                                + " camunda:decisionRefVersion='${a__version}' camunda:resultVariable='r'"
                                + " camunda:delegateExpression='${noteStep}' />"),
                arguments("external-task", "<bpmn:serviceTask id='task' camunda:type='external' camunda:topic='t' />"),
                arguments("external-task", "<bpmn:serviceTask id='task' camunda:type='shell' />"),
                arguments("external-task", "<bpmn:serviceTask id='task' camunda:type='mail' />"),
                arguments("other-namespace", "<bpmn:serviceTask id='task' activiti:class='java.lang.Object' />"),
                arguments(
                        "script",
                        "<bpmn:scriptTask id='task' scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>"),
                arguments("script", "<bpmn:scriptTask id='task' scriptFormat='js' camunda:resource='x.js' />"),
                arguments(
                        "script",
                        task("<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='js'>1"
                                + "</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
                arguments(
                        "script",
                        task("<camunda:executionListener event='start'><camunda:script scriptFormat='js'>1"
                                + "</camunda:script></camunda:executionListener>")),
                arguments(
                        "connector",
                        "<bpmn:serviceTask id='task'><bpmn:extensionElements><camunda:connector>"
                                + "<camunda:connectorId>http</camunda:connectorId></camunda:connector>"
                                + "</bpmn:extensionElements></bpmn:serviceTask>"),
                arguments("class", task("<camunda:executionListener event='start' class='java.lang.Object' />")),
                arguments("listener", task("<camunda:executionListener event='start' expression='${noteStep}' />")),
                arguments("listener", task("<camunda:executionListener event='start' />")),
                arguments(
                        "delegate-unknown",
                        task("<camunda:executionListener event='start' delegateExpression='${notListed}' />")),
                arguments("listener", task("<camunda:taskListener event='create' delegateExpression='${noteStep}' />")),
                arguments("class", task("<camunda:taskListener event='create' class='java.lang.Object' />")),
                arguments(
                        "extension-element",
                        task("<camunda:formData><camunda:formField id='a' type='string' /></camunda:formData>")),
                arguments("extension-element", task("<camunda:field name='a' stringValue='b' />")),
                arguments("extension-attribute", "<bpmn:userTask id='task' camunda:formKey='embedded:app:x.html' />"),
                arguments("class", "<bpmn:userTask id='task' camunda:formHandlerClass='java.lang.Object' />"),
                arguments("expression-call", "<bpmn:userTask id='task' camunda:assignee='${a.toString()}' />"),
                arguments("expression-call", "<bpmn:userTask id='task' name='${now()}' />"),
                arguments(
                        "expression-call",
                        "<bpmn:userTask id='task'><bpmn:documentation>${a.b()}</bpmn:documentation></bpmn:userTask>"),
                arguments("expression-form", "<bpmn:userTask id='task' camunda:assignee='${a[0]}' />"),
                arguments("expression-form", "<bpmn:userTask id='task' camunda:dueDate='${a + 1}' />"),
                arguments("expression-form", "<bpmn:userTask id='task' camunda:assignee='${a ? b : c}' />"),
                arguments("expression-name", "<bpmn:userTask id='task' camunda:assignee='${task.id}' />"),
                arguments("expression-name", "<bpmn:userTask id='task' camunda:assignee='#{execution}' />"),
                arguments("expression-name", "<bpmn:userTask id='task' camunda:assignee='${noteStep}' />"),
                arguments(
                        "expression-name",
                        "<bpmn:userTask id='task' camunda:assignee='${execution.processBusinessKey}' />"),
                arguments("expression-syntax", "<bpmn:userTask id='task' camunda:assignee='${a' />"),
                arguments("expression-call", parameter("${''.getClass().forName('java.lang.Runtime')}")),
                arguments("expression-name", parameter("${execution.processEngineServices.runtimeService}")),
                arguments("expression-call", parameter("${a<!-- -->.b()}")),
                arguments("expression-call", parameter("<![CDATA[${a]]>.b()}")),
                arguments("call-target", call("calledElement='${which}'", HAND_OVER)),
                arguments("call-binding", call("calledElement='other'", HAND_OVER)),
                arguments(
                        "call-binding", call("calledElement='other' camunda:calledElementBinding='latest'", HAND_OVER)),
                arguments(
                        "call-binding",
                        call(
                                "calledElement='other' camunda:calledElementBinding='version'"
                                        + " camunda:calledElementVersion='3'",
                                HAND_OVER)),
                arguments("call-business-key", bound("")),
                arguments("call-business-key", bound("<camunda:in businessKey='${other}' />")),
                arguments("call-business-key", bound("<camunda:in businessKey='${execution.id}' />" + HAND_OVER)),
                arguments("call-all-variables", bound(HAND_OVER + "<camunda:in variables='all' />")),
                arguments("call-all-variables", bound(HAND_OVER + "<camunda:out variables='all' />")),
                arguments(
                        "call-binding", "<bpmn:businessRuleTask id='task' camunda:decisionRef='engine-test-checks' />"),
                arguments(
                        "extension-attribute",
                        call(
                                "calledElement='other' camunda:variableMappingDelegateExpression='${notListed}'",
                                HAND_OVER)),
                arguments(
                        "expression-call",
                        bound(HAND_OVER + "<camunda:in sourceExpression=\"${''.getClass()}\" target='a' />")),
                arguments(
                        "expression-call",
                        "<bpmn:userTask id='task'><bpmn:multiInstanceLoopCharacteristics"
                                + " camunda:collection=\"${a.b()}\" /></bpmn:userTask>"),
                arguments(
                        "expression-call",
                        "<bpmn:userTask id='task'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>"
                                + "${a.size()}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"
                                + "</bpmn:userTask>"),
                arguments(
                        "expression-call",
                        "<bpmn:intermediateCatchEvent id='task'><bpmn:timerEventDefinition><bpmn:timeDuration>"
                                + "${a.b()}</bpmn:timeDuration></bpmn:timerEventDefinition>"
                                + "</bpmn:intermediateCatchEvent>"),
                arguments(
                        "script",
                        "<bpmn:intermediateCatchEvent id='task'><bpmn:conditionalEventDefinition><bpmn:condition"
                                + " language='groovy'>1</bpmn:condition></bpmn:conditionalEventDefinition>"
                                + "</bpmn:intermediateCatchEvent>"),
                arguments("class", "<bpmn:callActivity id='task' camunda:variableMappingClass='java.lang.Object' />"),
                arguments("extension-attribute", "<bpmn:callActivity id='task' camunda:caseRef='case' />"),
                arguments(
                        "extension-element",
                        "<bpmn:serviceTask id='task'><bpmn:extensionElements><camunda:errorEventDefinition"
                                + " expression='${a.b()}' /></bpmn:extensionElements></bpmn:serviceTask>"),
                arguments("extension-attribute", "<bpmn:userTask id='task' camunda:taskPriorityBean='x' />"),
                arguments("not-drawn", "<bpmn:transaction id='task' />"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("forbiddenTasks")
    void refusesWhatIsForbiddenAndLeavesNoTrace(String rule, String task) {
        long deployments = repository.createDeploymentQuery().count();
        long files = jdbc.sql("SELECT count(*) FROM act_ge_bytearray")
                .query(Long.class)
                .single();

        ModelRefused refusal = refused("forbidden.bpmn", TestModels.withTask("forbidden", task));

        assertThat(refusal.findings()).extracting(GuardFinding::rule).contains(rule);
        assertThat(refusal.findings()).allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo("forbidden.bpmn");
            assertThat(finding.elementId()).isEqualTo("task");
        });
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(jdbc.sql("SELECT count(*) FROM act_ge_bytearray")
                        .query(Long.class)
                        .single())
                .isEqualTo(files);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("forbidden")
                        .count())
                .isZero();
        assertSaidInBothLanguages(refusal);
    }

    static Stream<Arguments> forbiddenConditions() {
        return Stream.of(
                arguments("script", "language='javascript'", "true"),
                arguments("script", "camunda:resource='x.js' language='js'", ""),
                arguments("script", "language='feel'", "= a"),
                arguments("expression-call", "", "${a.equals('b')}"),
                arguments("expression-call", "", "${a.b.c() == 1}"),
                arguments("expression-name", "", "${execution.getVariable == 'b'}"),
                arguments("expression-form", "", "${a['b'] == 1}"),
                arguments("expression-syntax", "", "${a == }"),
                arguments("expression-syntax", "", "${" + "(".repeat(100_000) + "a" + ")".repeat(100_000) + "}"),
                arguments("expression-syntax", "", "${a} #{b}"),
                arguments("expression-call", "", "\\${'} ${evil()} '"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("forbiddenConditions")
    void refusesConditionsOutsideTheGrammar(String rule, String attributes, String condition) {
        ModelRefused refusal = refused("condition.bpmn", condition(attributes, condition));
        assertThat(refusal.findings()).extracting(GuardFinding::rule).contains(rule);
        assertThat(refusal.findings()).extracting(GuardFinding::elementId).contains("yes");
        assertSaidInBothLanguages(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${approved}",
                "${approved == true}",
                "${decision == 'accepted' and not empty reason}",
                "${subject.region.code eq '330200' || (count &gt;= 3 &amp;&amp; count &lt; 10)}",
                "#{atChainEnd}",
                "${!atChainEnd}",
                "${count != -1}",
                "${outcome ne null}"
            })
    void acceptsTheGrammar(String condition) {
        repository
                .createDeployment()
                .addString("condition.bpmn", condition("", condition))
                .deploy();
    }

    static Stream<Arguments> forbiddenFiles() {
        String good = TestModels.withTask("file-test", "<bpmn:userTask id='task' />");
        return Stream.of(
                arguments("history-time-to-live", "a.bpmn", good.replace(TTL, "")),
                arguments("history-time-to-live", "a.bpmn", good.replace("P30D", "soon")),
                arguments(
                        "history-time-to-live", "a.bpmn", good.replace(TTL, "").replace(" isExecutable=\"true\"", "")),
                arguments("not-xml", "a.bpmn", "not xml at all"),
                arguments("not-xml", "a.bpmn", ""),
                arguments("not-xml", "a.bpmn", good.replace("</bpmn:definitions>", "")),
                arguments("not-xml", "a.bpmn", "<a>".repeat(200_000)),
                arguments("not-xml", "a.dmn", "<a>".repeat(5_000) + "</a>".repeat(5_000)),
                arguments("not-a-form", "a.form", "[".repeat(200_000)),
                arguments("doctype", "a.bpmn", withDoctype(good)),
                arguments("doctype", "a.bpmn", laughs(good)),
                arguments("not-xml", "a.bpmn", good.replace("name=\"测试\"", "name=\"&file;\"")),
                arguments(
                        "too-many-elements",
                        "a.bpmn",
                        good.replace("<bpmn:process", "<a/>".repeat(50_000) + "<bpmn:process")),
                arguments("doctype", "a.dmn", withDoctype("<?xml version=\"1.0\"?><definitions />")),
                arguments(
                        "schema-location",
                        "a.bpmn",
                        good.replace(
                                "id=\"definitions\"", "id='d' xsi:schemaLocation='urn:x http://example.invalid/x'")),
                arguments("file-kind", "a.cmmn", "<definitions />"),
                arguments("file-kind", "a.bpmn20.xml", good),
                arguments("file-kind", "a.js", "1"),
                arguments("file-kind", "a.html", "<p>"),
                arguments("file-size", "a.form", "{\"text\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}"),
                arguments("not-a-form", "a.form", "[]"),
                arguments("not-a-form", "a.form", "{"),
                arguments("not-a-form", "a.form", "{\"id\":\"a\"}"),
                arguments("form-id", "a.form", "{\"components\":[]}"),
                arguments("decision-language", "a.dmn", decision("expressionLanguage=\"javascript\"", "1")),
                arguments("decision-language", "a.dmn", decision("expressionLanguage=\"juel\"", "${a}")),
                arguments(
                        "decision-external",
                        "a.dmn",
                        decision("", "function(x) external { java: { class: \"java.lang.Math\" } }")),
                arguments(
                        "holds-from",
                        "a.bpmn",
                        TestModels.process(
                                "file-test",
                                TTL,
                                "<bpmn:extensionElements><camunda:properties><camunda:property name='holdsFrom'"
                                        + " value='January' /></camunda:properties></bpmn:extensionElements>"
                                        + "<bpmn:startEvent id='started' />")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("forbiddenFiles")
    void refusesFilesThatAreNotWhatTheyShouldBe(String rule, String name, String content) {
        ModelRefused refusal = refused(name, content);
        assertThat(refusal.findings()).extracting(GuardFinding::rule).contains(rule);
        assertSaidInBothLanguages(refusal);
    }

    @Test
    void namesEveryFindingOfEveryFileAtOnce() {
        ModelRefused refusal = catchThrowableOfType(ModelRefused.class, () -> repository
                .createDeployment()
                .addString("good.bpmn", TestModels.withTask("good-one", "<bpmn:userTask id='task' />"))
                .addString("one.bpmn", TestModels.withTask("bad-one", "<bpmn:serviceTask id='task' name='算' />"))
                .addString(
                        "two.bpmn",
                        TestModels.withTask("bad-two", service("${notListed}")).replace(TTL, ""))
                .deploy());

        assertThat(refusal.findings())
                .extracting(GuardFinding::file)
                .containsExactly("one.bpmn", "two.bpmn", "two.bpmn");
        assertThat(refusal.findings().get(0).elementName()).isEqualTo("算");
        assertThat(refusal.key()).isEqualTo("engine.error.model-refused");
        assertThat(texts.get(Texts.CHINESE, refusal)).contains("3");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("good-one")
                        .count())
                .isZero();
    }

    @Test
    void refusesADeploymentForATenant() {
        ModelRefused refusal = catchThrowableOfType(ModelRefused.class, () -> repository
                .createDeployment()
                .tenantId("other")
                .addString("a.bpmn", TestModels.withTask("tenant", "<bpmn:userTask id='task' />"))
                .deploy());
        assertThat(refusal.findings()).extracting(GuardFinding::rule).containsExactly("tenant");
    }

    @Test
    void acceptsAModelThatUsesAllThatIsAllowed() {
        TestModels.deployScheme(repository);
        repository
                .createDeployment()
                .addString(
                        "rich.bpmn",
                        TestModels.withTask("rich", """
                                <bpmn:serviceTask id="task" name="办理" camunda:delegateExpression="${noteStep}" camunda:asyncBefore="true">
                                  <bpmn:documentation>办理一步</bpmn:documentation>
                                  <bpmn:extensionElements>
                                    <camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle>
                                    <camunda:executionListener event="end" delegateExpression="${noteStep}" />
                                    <camunda:inputOutput>
                                      <camunda:inputParameter name="kind">registration</camunda:inputParameter>
                                      <camunda:outputParameter name="result">${outcome}</camunda:outputParameter>
                                    </camunda:inputOutput>
                                  </bpmn:extensionElements>
                                </bpmn:serviceTask>
                                """)
                                .replace(
                                        "<bpmn:endEvent id=\"done\" />",
                                        "<bpmn:endEvent id=\"done\" /><bpmn:textAnnotation id=\"remark\">"
                                                + "<bpmn:text>此处 ${anything.goes()} 只是说明</bpmn:text>"
                                                + "</bpmn:textAnnotation>"))
                .deploy();
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("rich")
                        .count())
                .isPositive();
    }

    private ModelRefused refused(String name, String content) {
        return catchThrowableOfType(ModelRefused.class, () -> repository
                .createDeployment()
                .addInputStream(name, new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                .deploy());
    }

    private void assertSaidInBothLanguages(ModelRefused refusal) {
        for (GuardFinding finding : refusal.findings()) {
            for (Locale locale : Texts.LOCALES) {
                for (String key : List.of(finding.key(), finding.remedyKey())) {
                    assertThat(texts.get(locale, key, finding.arguments().toArray()))
                            .doesNotStartWith("!")
                            .doesNotContain("{0}")
                            .doesNotContain("{1}");
                }
            }
        }
    }

    private static String service(String delegate) {
        return "<bpmn:serviceTask id='task' camunda:delegateExpression=\"" + delegate + "\" />";
    }

    private static String task(String extension) {
        return "<bpmn:userTask id='task'><bpmn:extensionElements>" + extension
                + "</bpmn:extensionElements></bpmn:userTask>";
    }

    private static String parameter(String text) {
        return task("<camunda:inputOutput><camunda:inputParameter name='a'>" + text
                + "</camunda:inputParameter></camunda:inputOutput>");
    }

    private static String call(String attributes, String mappings) {
        return "<bpmn:callActivity id='task' " + attributes + "><bpmn:extensionElements>" + mappings
                + "</bpmn:extensionElements></bpmn:callActivity>";
    }

    private static String bound(String mappings) {
        return call(
                "calledElement='other' camunda:calledElementBinding='version'"
                        + " camunda:calledElementVersion='${otherVersion}'",
                mappings);
    }

    private static String condition(String attributes, String condition) {
        return TestModels.process("condition-test", TTL, """
                <bpmn:startEvent id="started" />
                <bpmn:sequenceFlow id="to-gateway" sourceRef="started" targetRef="gateway" />
                <bpmn:exclusiveGateway id="gateway" name="批准？" default="no" />
                <bpmn:sequenceFlow id="yes" name="是" sourceRef="gateway" targetRef="done">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" %s>%s</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="no" name="否" sourceRef="gateway" targetRef="done" />
                <bpmn:endEvent id="done" />
                """.formatted(attributes, condition));
    }

    private static String withDoctype(String model) {
        return model.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>");
    }

    /** Ten entities, each ten times the one before. */
    private static String laughs(String model) {
        var entities = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        return model.replaceFirst("\\?>", "?><!DOCTYPE x [" + entities + "]>").replace("name=\"测试\"", "name=\"&a9;\"");
    }

    private static String decision(String attributes, String text) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="guard-decision" name="d">
                    <literalExpression id="l" %s><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(attributes, text);
    }
}
