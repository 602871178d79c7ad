package cn.baosong.deployment;

import static cn.baosong.testing.ModelFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.baosong.engine.GuardFinding;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the guard says of forms, tables and settings that the engine alone would take. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GuardedFilesTest {

    private static final String REPORT = "processes/monthly-report/monthly-report.bpmn";
    private static final String CHECKS = "processes/monthly-report/report-checks.dmn";
    private static final String INDICATORS = "forms/monthly-report/economic-indicators.form";
    private static final String BASIC = "forms/monthly-report/basic-information.form";
    private static final String REGISTRATION = "forms/enterprise-registration/registration-form.form";

    @Autowired
    private Trial trial;

    static Stream<Arguments> misspelt() {
        return Stream.of(
                arguments(CHECKS, "revenue.cumulative", "revenu.cumulative", "没有“revenu.cumulative”"),
                arguments(CHECKS, "previous.", "previos.", "没有“previos."),
                arguments(INDICATORS, "period.month", "period.moon", "没有“period.moon”"),
                arguments(INDICATORS, "enterprise.industrial", "enterprise.industrious", "没有“enterprise.industrious”"),
                arguments(REPORT, "\"name,code,industry\"", "\"name,code,industri\"", "“industri”不在表单"),
                arguments(REPORT, "value=\"revenue.cumulative\"", "value=\"revenue.total\"", "“revenue.total”不在表单"),
                arguments(REPORT, "name=\"checkTable\"", "name=\"checkTabel\"", "缺少设置“checkTable”"),
                arguments(
                        REPORT, "value=\"enterprise-scale\"", "value=\"enterprise-scales\"", "“enterprise-scales”尚未部署"),
                arguments(REPORT, "name=\"dueDay\" value=\"20\"", "name=\"dueDay\" value=\"20th\"", "“20th”不是"),
                arguments(REPORT, "value=\"2019-01\"", "value=\"2019\"", "“2019”不是“年-月”"),
                arguments(REGISTRATION, "\"key\": \"mobile\"", "\"key\": \"mobil\"", "缺少平台要读取的字段“mobile”"),
                arguments(BASIC, "\"key\": \"code\"", "\"key\": \"codex\"", "“code”"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("misspelt")
    void aNameThatNobodyKnowsIsFound(String file, String right, String wrong, String said) {
        var packed = read(file);
        assertThat(packed).contains(right);
        var name = file.substring(file.lastIndexOf('/') + 1);
        assertThat(trial.findings(name, packed)).isEmpty();
        assertThat(trial.findings(name, packed.replace(right, wrong)))
                .extracting(Refusal.Line::text)
                .anySatisfy(line -> assertThat(line).contains(said));
    }

    @Test
    void aFieldMayComeTogetherWithTheRuleThatReadsIt() {
        var checks = read(CHECKS).replace("<text>revenue.cumulative = null</text>", "<text>newcomer = null</text>");
        var form = read(BASIC)
                .replaceFirst(
                        "\"components\": \\[",
                        "\"components\": [{\"type\": \"number\", \"id\": \"newcomer\", \"key\": \"newcomer\","
                                + " \"label\": \"新指标\"},");
        assertThat(trial.findings("report-checks.dmn", checks)).isNotEmpty();
        assertThat(trial.findings(Map.of(
                        "report-checks.dmn", checks.getBytes(StandardCharsets.UTF_8),
                        "basic-information.form", form.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    static Stream<Arguments> hostileForms() {
        return Stream.of(
                arguments("feel", form("\"conditional\": {\"hide\": \"=count(for i in 1..1000000000 return i) > 0\"}")),
                arguments(
                        "feel",
                        form("\"conditional\": {\"hide\": \"=count(for a in 1..4000, b in 1..4000 return a) > 0\"}")),
                arguments(
                        "feel",
                        form("\"conditional\": {\"hide\": \"=matches(\\\"" + "a".repeat(40)
                                + "!\\\", \\\"(a|aa)+\\\\\\\\1b\\\")\"}")),
                arguments("feel", form("\"conditional\": {\"hide\": \"=(((\"}")),
                arguments("feel", form("\"conditional\": {\"hide\": \"=canary()\"}")),
                arguments("feel", form("\"conditional\": {\"hide\": \"=" + "x + ".repeat(2_000) + "x\"}")),
                arguments("form.file.badPattern", form("\"validate\": {\"pattern\": \"(((\"}")),
                arguments(
                        "form.file.longPattern", form("\"validate\": {\"pattern\": \"" + "(".repeat(100_000) + "\"}")),
                arguments("form.file.longTemplate", block("{{".repeat(200_000))),
                arguments(
                        "form.file.keyTwice",
                        form("\"x\": 1").replace("[{", "[{\"type\": \"textfield\", \"key\": \"a\"}, {")),
                arguments("form.file.noKey", form("\"x\": 1").replace("\"key\": \"a\",", "")),
                arguments("form.file.tooDeep", nested(40)),
                arguments("not-a-form", nested(5_000)),
                arguments(
                        "too-many-elements",
                        "{\"id\": \"guarded-form\", \"components\": [" + "{\"type\": \"spacer\"},".repeat(5_000)
                                + "{}]}"));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("hostileForms")
    void aFormThatCannotBeUsedIsRefusedAndLeavesNoTrace(String rule, String form) {
        var before = trial.rows();
        assertThat(trial.refused("guarded.form", form).findings())
                .extracting(GuardFinding::rule)
                .contains(rule);
        assertThat(trial.rows()).isEqualTo(before);
    }

    static Stream<Arguments> hostileTables() {
        return Stream.of(
                arguments("table-cell", cell("count(for i in 1..1000000000 return i) = 1")),
                arguments("table-cell", cell("some a in 1..4999, b in 1..4999 satisfies a + b &lt; 0")),
                arguments("table-cell", cell("matches(\"" + "a".repeat(40) + "!\", \"(a|aa)+\\\\1b\")")),
                arguments("table-cell", cell("(((")),
                arguments("table-cell", cell("no such function(1)")),
                arguments("table-cell", cell("&lt; " + "(".repeat(300) + "1" + ")".repeat(300))),
                arguments("decision-external", cell("{f: function(x) external { java: { class: \"x\" } }}.f(1)")),
                arguments("table", cell("true").replace("hitPolicy=\"COLLECT\"", "hitPolicy=\"OUTPUT ORDER\"")),
                arguments(
                        "too-many-elements",
                        cell("true").replace("</decision>", "</decision>" + "<x/>".repeat(50_000))));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("hostileTables")
    void aTableThatCannotBeUsedIsRefusedAndLeavesNoTrace(String rule, String table) {
        var before = trial.rows();
        assertThat(trial.refused("guarded.dmn", table).findings())
                .extracting(GuardFinding::rule)
                .contains(rule);
        assertThat(trial.rows()).isEqualTo(before);
    }

    @Test
    void whyIsSaidInTheLanguageOfTheReader() {
        var form = form("\"conditional\": {\"hide\": \"=canary()\"}");
        assertThat(trial.findings("guarded.form", form))
                .extracting(Refusal.Line::wrong)
                .singleElement()
                .asString()
                .endsWith("不能使用：没有名为“canary”的函数");
        assertThat(trial.findings("guarded.dmn", cell("(((")))
                .extracting(Refusal.Line::wrong)
                .allSatisfy(wrong -> assertThat(wrong).contains("不符合 FEEL 的语法。解析程序的说明：“"));
    }

    @Test
    void everyCellIsNamedAtOnce() {
        var table = cell("(((").replace("</rule>", "</rule>" + """
                <rule id="second"><inputEntry id="i2"><text>)))</text></inputEntry>
                  <outputEntry id="o2"><text>"b"</text></outputEntry></rule>
                """);
        assertThat(trial.refused("guarded.dmn", table).findings())
                .extracting(finding -> (Object) finding.arguments().get(0))
                .containsExactly("1", "2");
    }

    @Test
    void aModelWithoutPictureOrQuestionsIsRefused() {
        var key = SmallModels.freshKey();
        assertThat(trial.refused("undrawn.bpmn", SmallModels.undrawn(key, "<bpmn:userTask id=\"task\" />"))
                        .findings())
                .extracting(GuardFinding::rule, GuardFinding::elementId)
                .contains(tuple("not-drawn", "task"), tuple("not-drawn", "to-end"));
        var fork = """
                <bpmn:exclusiveGateway id="task" default="to-end" />
                <bpmn:sequenceFlow id="other" sourceRef="task" targetRef="done">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${a == 1}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                """;
        assertThat(trial.refused("unnamed.bpmn", SmallModels.process(key, fork)).findings())
                .extracting(GuardFinding::rule, GuardFinding::elementId)
                .containsExactlyInAnyOrder(
                        tuple("gateway-label", "task"), tuple("flow-label", "to-end"), tuple("flow-label", "other"));
    }

    @Test
    void aReferenceToNothingIsRefusedOutsideSchemesToo() {
        var key = SmallModels.freshKey();
        assertThat(trial.refused(
                                "lost.bpmn",
                                SmallModels.process(
                                        key,
                                        "<bpmn:userTask id=\"task\" camunda:formRef=\"no-such-form\""
                                                + " camunda:formRefBinding=\"latest\" />"))
                        .findings())
                .extracting(GuardFinding::rule)
                .containsExactly("form-missing");
    }

    private static String form(String property) {
        return "{\"id\": \"guarded-form\", \"schemaVersion\": 16, \"components\": [{\"type\": \"textfield\","
                + " \"key\": \"a\", \"id\": \"field\", \"label\": \"甲\", " + property + "}]}";
    }

    private static String block(String text) {
        return "{\"id\": \"guarded-form\", \"components\": [{\"type\": \"text\", \"text\": \"" + text + "\"}]}";
    }

    private static String nested(int depth) {
        return "{\"id\": \"guarded-form\", \"components\": ["
                + "{\"type\": \"group\", \"components\": [".repeat(depth)
                + "]}".repeat(depth) + "]}";
    }

    private static String cell(String text) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="guarded-decision" name="d">
                    <decisionTable id="t" hitPolicy="COLLECT">
                      <input id="in" label="条件"><inputExpression id="ie"><text>true</text></inputExpression></input>
                      <output id="out" name="result" label="结果" />
                      <rule id="first">
                        <inputEntry id="i"><text>%s</text></inputEntry>
                        <outputEntry id="o"><text>"a"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(text);
    }
}
