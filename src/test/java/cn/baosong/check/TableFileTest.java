package cn.baosong.check;

import static cn.baosong.check.TableText.dmn;
import static cn.baosong.check.TableText.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are wrong, by mistake or by malice. */
@Timeout(60)
class TableFileTest {

    private static final List<String> COLUMNS = List.of("amount", "> result");

    private static TableException refused(String text) {
        try {
            DecisionTable.parse("file.dmn", text.getBytes(StandardCharsets.UTF_8), "d", Models.FEEL);
        } catch (TableException refused) {
            return refused;
        }
        throw new AssertionError("was not refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "<definitions",
                "<html><body/></html>",
                "<?xml version='1.0'?><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
                "{\"components\": []}",
                "\u0000\u0001\u0002"
            })
    void refusesWhatIsNoDmn(String text) {
        assertThat(refused(text)).hasMessageStartingWith("file.dmn: ");
    }

    @Test
    void refusesDocumentTypesAndSoEntities(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "\"stolen\"");
        String table = dmn().table("d", "FIRST", COLUMNS, row("", "ENTITY")).text();
        String body = table.substring(table.indexOf("<definitions")).replace("ENTITY", "&e;");
        String external =
                "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e SYSTEM '%s'>]>".formatted(secret.toUri()) + body;
        assertThat(refused(external)).hasMessageContaining("DOCTYPE");

        StringBuilder laughs = new StringBuilder("<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e0 'ha'>");
        for (int i = 1; i <= 30; i++) {
            laughs.append("<!ENTITY e%d '&e%d;&e%d;&e%d;'>".formatted(i, i - 1, i - 1, i - 1));
        }
        assertThat(refused(laughs + "]>" + body.replace("&e;", "&e30;"))).hasMessageContaining("DOCTYPE");

        String parameter =
                "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY %% p SYSTEM '%s'> %%p;]>".formatted(secret.toUri()) + body;
        assertThat(refused(parameter)).hasMessageContaining("DOCTYPE");
    }

    @Test
    void refusesFilesOfNoSensibleSize() {
        assertThat(refused("<!--" + "x".repeat(5 << 20) + "-->")).hasMessageContaining("larger");
    }

    @Test
    void refusesADecisionThatIsNotThere() {
        assertThat(refused(dmn().table("other", "FIRST", COLUMNS).text()))
                .hasMessageContaining("no-decision [d, [other]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIORITY", "OUTPUT ORDER", "RULE ORDER", "SOMETIMES"})
    void refusesOtherHitPolicies(String policy) {
        assertThat(refused(dmn().table("d", policy, COLUMNS, row("", "1")).text()))
                .hasMessageContaining("file.dmn");
    }

    @Test
    void saysInWhichCellTheMistakeIs() {
        TableException refused =
                refused(dmn().table("d", "FIRST", COLUMNS, row("> 1", "1"), row("> 1 and", "2"), row("", "1 +"))
                        .text());
        assertThat(refused).hasMessageStartingWith("file.dmn, decision d, row 2, column amount: ");
        assertThat(refused.file()).isEqualTo("file.dmn");
        assertThat(refused.decision()).isEqualTo("d");
        assertThat(refused.row()).isEqualTo(2);
        assertThat(refused.column()).isEqualTo("amount");
        assertThat(refused(dmn().table("d", "FIRST", COLUMNS, row("", "1 +")).text())
                        .column())
                .isEqualTo("output 1");
        assertThat(refused(
                        dmn().table("d", "FIRST", List.of("a b c d (", "> x")).text()))
                .hasMessageContaining("column a b c d (");
    }

    @Test
    void takesTheNameOfTheDefinitionsWhereNoFileIsNamed() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> DecisionTable.parse(
                        dmn().table("d", "FIRST", COLUMNS, row("(", "1")).bytes(), "d", Models.FEEL))
                .withMessageStartingWith("sample.dmn, decision d, row 1, column amount: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nosuch(amount)                              | nosuch",
                "for i in 1..10 return for j in              | parse",
                "not(amount > 1) and true                    | begins-with-not",
            })
    void refusesCellsThatCannotBeRead(String cell, String message) {
        assertThat(refused(dmn().table("d", "FIRST", COLUMNS, row(cell, "1")).text()))
                .hasMessageContaining(message);
    }

    @Test
    void refusesCellsThatExplodeWhenTheyAreEvaluated() {
        DecisionTable table = DecisionTable.parse(
                dmn().table("d", "FIRST", COLUMNS, row("", "1"), row("count(for i in 1..amount return i) > 1", "1"))
                        .bytes(),
                "d",
                Models.FEEL);
        assertThat(table.evaluate(Map.of("amount", 1_000_000_000))).isNotEmpty();
        DecisionTable worse = DecisionTable.parse(
                dmn().table("d", "FIRST", COLUMNS, row("count(for i in 1..amount return i) > 1", "1"))
                        .bytes(),
                "d",
                Models.FEEL);
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> worse.evaluate(Map.of("amount", 1_000_000_000)))
                .withMessageContaining("row 1, column amount");
    }

    @Test
    void refusesRowsThatDoNotFitTheColumns() {
        assertThat(refused(dmn().table("d", "FIRST", COLUMNS, row("")).text())).hasMessageContaining("rule");
        assertThat(refused(dmn().table("d", "FIRST", COLUMNS, row("", "1", "2")).text()))
                .hasMessageContaining("row 1");
        assertThat(refused(dmn().table("d", "FIRST", List.of("a", "> x", "> y"), row("", "1", "1"), row("", "1"))
                        .text()))
                .hasMessageContaining("row 2");
    }

    @Test
    void refusesOutputsWithoutAName() {
        assertThat(refused(dmn().table("d", "FIRST", List.of("a", "> "), row("", "1"))
                        .text()))
                .hasMessageContaining("name");
        assertThat(refused(dmn().table("d", "FIRST", List.of("a", "> x", "> x"), row("", "1", "2"))
                        .text()))
                .hasMessageContaining("name");
    }

    @Test
    void refusesOtherLanguages() {
        String text = dmn().table("d", "FIRST", COLUMNS, row("", "1")).text();
        assertThat(refused(text.replace("<inputEntry ", "<inputEntry expressionLanguage='juel' ")))
                .hasMessageContaining("juel");
        assertThat(refused(text.replace("<outputEntry ", "<outputEntry expressionLanguage='groovy' ")))
                .hasMessageContaining("groovy");
        assertThat(refused(text.replace("<inputExpression ", "<inputExpression expressionLanguage='javascript' ")))
                .hasMessageContaining("javascript");
    }

    @Test
    void refusesDecisionsThatRequireThemselves() {
        assertThat(refused(dmn().literal("d", "x", "y", "e")
                        .literal("e", "y", "x", "d")
                        .text()))
                .hasMessageContaining("requires-itself");
    }

    @Test
    void refusesADecisionWithoutAnExpression() {
        String text = dmn().table("d", "FIRST", COLUMNS).text();
        assertThat(refused(text.replaceAll("(?s)<decisionTable.*</decisionTable>", "")))
                .hasMessageContaining("neither");
    }
}
