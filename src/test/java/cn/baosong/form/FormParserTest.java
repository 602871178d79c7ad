package cn.baosong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.ChoiceStyle;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.DateKind;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Group;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormComponent.Table;
import cn.baosong.form.FormComponent.TextBlock;
import cn.baosong.form.FormComponent.TextEntry;
import cn.baosong.form.FormComponent.UnknownComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormParserTest {

    private final FormDefinition form = TestForms.everyType();

    @Test
    void knowsEveryTypeOfTheEditor() {
        Map<String, String> kinds = form.all()
                .collect(Collectors.toMap(
                        component -> component.head().id(),
                        component -> component.getClass().getSimpleName()));

        assertThat(kinds)
                .containsEntry("heading", "TextBlock")
                .containsEntry("markup", "TextBlock")
                .containsEntry("f-name", "TextEntry")
                .containsEntry("f-remark", "TextEntry")
                .containsEntry("f-amount", "NumberEntry")
                .containsEntry("f-agreed", "CheckEntry")
                .containsEntry("f-channels", "ChoiceEntry")
                .containsEntry("logo", "Image")
                .containsEntry("line", "Separator")
                .containsEntry("gap", "Spacer")
                .containsEntry("b-submit", "Button")
                .containsEntry("frame", "Link")
                .containsEntry("f-proof", "FileEntry")
                .containsEntry("e-echo", "Computed");
        assertThat(kinds.entrySet())
                .filteredOn(entry -> entry.getValue().equals("UnknownComponent"))
                .extracting(Map.Entry::getKey)
                .containsExactly("new-kind");
    }

    @Test
    void readsATextFieldWithAllItSays() {
        TextEntry name = (TextEntry) form.find("name").orElseThrow();

        assertThat(name.head().label().in(Texts.CHINESE)).isEqualTo("名称");
        assertThat(name.head().label().in(Texts.ENGLISH)).isEqualTo("Name");
        assertThat(name.head().description().in(Texts.ENGLISH)).isEqualTo("In full");
        assertThat(name.head().definition().in(Texts.ENGLISH)).isEqualTo("As registered");
        assertThat(name.head().placement()).isEqualTo(new FormComponent.Placement("r1", 8));
        assertThat(name.entry()).isEqualTo(new FormComponent.Entry(true, false, null, "默认"));
        assertThat(name.rules().minLength().number()).isEqualByComparingTo("2");
        assertThat(name.rules().maxLength().number()).isEqualByComparingTo("10");
        assertThat(name.rules().pattern().pattern()).isEqualTo("^[^0-9]+$");
        assertThat(name.appearance()).isEqualTo(new FormComponent.Appearance("№", "号"));
    }

    @Test
    void readsNumbersDatesAndChoices() {
        NumberEntry amount = (NumberEntry) form.find("amount").orElseThrow();
        assertThat(amount.decimals()).isEqualTo(2);
        assertThat(amount.max().number()).isEqualTo(new BigDecimal("1000000"));
        assertThat(amount.head().unit().in(Texts.ENGLISH)).isEqualTo("thousand yuan");

        DateEntry day = (DateEntry) form.find("day").orElseThrow();
        assertThat(day.kind()).isEqualTo(DateKind.DATE);
        assertThat(day.head().label().in(Texts.CHINESE)).isEqualTo("日期");
        DateEntry time = (DateEntry) form.find("time").orElseThrow();
        assertThat(time.head().label().in(Texts.CHINESE)).isEqualTo("时间");
        assertThat(time.minutesApart()).isEqualTo(30);

        ChoiceEntry kind = (ChoiceEntry) form.find("kind").orElseThrow();
        assertThat(kind.style()).isEqualTo(ChoiceStyle.RADIO);
        assertThat(((Options.Fixed) kind.options()).options())
                .extracting(option -> option.label(Texts.ENGLISH))
                .containsExactly("First", "Second");
        assertThat(((ChoiceEntry) form.find("colour").orElseThrow()).options())
                .isEqualTo(new Options.FromKey("colours"));
        assertThat(((ChoiceEntry) form.find("size").orElseThrow()).options())
                .isEqualTo(new Options.FromExpression("=sizes"));
        assertThat(((ChoiceEntry) form.find("holding").orElseThrow()).options())
                .isEqualTo(new Options.FromCodeList("holding"));
    }

    @Test
    void readsPlatformProperties() {
        CodeEntry industry = (CodeEntry) form.find("industry").orElseThrow();
        assertThat(industry.list()).isEqualTo("industry");
        assertThat(industry.levels()).isEqualTo(3);
        assertThat(industry.leafOnly()).isTrue();
        assertThat(((Computed) form.find("scale").orElseThrow()).decision()).isEqualTo("scale");
        assertThat(((Computed) form.find("echo").orElseThrow()).expression()).isEqualTo("=name");
        CodeEntry anyLevel = (CodeEntry)
                TestForms.of("{'type':'select','key':'k','properties':{'codeList':'l','levels':'2','leaf':'false'}}")
                        .find("k")
                        .orElseThrow();
        assertThat(anyLevel.leafOnly()).isFalse();
    }

    @Test
    void putsPathsOfGroupsBeforeKeysAndStartsAnewInLists() {
        assertThat(form.byPath()).containsKeys("address.city", "address.street", "members");
        assertThat(form.find("members[3].share")).containsInstanceOf(NumberEntry.class);
        assertThat(form.find("members[3].nothing")).isEmpty();
        assertThat(form.find("name[0].x")).isEmpty();
        assertThat(form.find("][")).isEmpty();
        DynamicList members = (DynamicList) form.find("members").orElseThrow();
        assertThat(members.children()).extracting(child -> child.head().path()).containsExactly("name", "share");
        assertThat(form.components()).anyMatch(component -> component instanceof Group group && group.outline());
    }

    @Test
    void listsEveryExpressionForTheDeploymentToCheck() {
        assertThat(form.expressions()).contains("kind = \"b\"", "sizes", "history", "name");
    }

    @Test
    void keepsWhatItDoesNotKnowAndItsLabel() {
        assertThat(form.components())
                .filteredOn(UnknownComponent.class::isInstance)
                .singleElement()
                .satisfies(unknown -> {
                    assertThat(unknown.head().type()).isEqualTo("hologram");
                    assertThat(unknown.holdsValue()).isFalse();
                });
        assertThat(form.components())
                .anyMatch(c -> c instanceof Table table && table.columns().size() == 2);
        assertThat(form.components()).anyMatch(c -> c instanceof TextBlock block && block.html());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'id':'f','components':[        | form.file.malformed
                    nonsense                        | form.file.malformed
                    {'id':'f','components':[]} x    | form.file.malformed
                    []                              | form.file.noForm
                    null                            | form.file.noForm
                    {'id':'f'}                      | form.file.noForm
                    {'components':[]}               | form.file.noId
                    {'id':'f','components':[7]}     | form.file.noComponent
                    """)
    void refusesWhatIsNoForm(String json, String key) {
        assertThatExceptionOfType(FormException.class)
                .isThrownBy(() -> FormParser.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key))
                .satisfies(refusal -> assertThat(TestForms.TEXTS.get(Texts.CHINESE, refusal))
                        .doesNotStartWith("!")
                        .contains("请"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'type':'textfield'}                                                        | form.file.noKey
                    {'type':'textfield','key':'1a'}                                             | form.file.badKey
                    {'type':'textfield','key':'a[0]'}                                           | form.file.badKey
                    {'type':'textfield','key':'a'},{'type':'number','key':'a'}                  | form.file.keyTwice
                    {'type':'textfield','key':'a','validate':{'pattern':'('}}                   | form.file.badPattern
                    {'type':'number','key':'a','validate':{'min':'much'}}                       | form.file.badLimit
                    {'type':'number','key':'a','defaultValue':{}}                               | form.file.badDefault
                    {'type':'datetime','key':'a','subtype':'era'}                               | form.file.badSubtype
                    {'type':'select','key':'a','properties':{'codeList':'l','levels':'99'}}     | form.file.badLevels
                    {'type':'expression','key':'a'}                                             | form.file.noExpression
                    """)
    void refusesComponentsItCannotUse(String component, String key) {
        assertThatExceptionOfType(FormException.class)
                .isThrownBy(() -> TestForms.of(component))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key))
                .satisfies(refusal ->
                        assertThat(TestForms.TEXTS.get(Texts.ENGLISH, refusal)).contains("Please"));
    }

    @Test
    void refusesGroupsWithoutEnd() {
        String nested = "{'type':'group','components':[".repeat(500) + "]}".repeat(500);
        assertThatExceptionOfType(FormException.class).isThrownBy(() -> TestForms.of(nested));
    }

    @Property(tries = 300)
    void neverFailsButWithAFormException(@ForAll byte[] noise) {
        try {
            FormParser.parse(noise);
        } catch (FormException expected) {
            assertThat(expected.key()).startsWith("form.file.");
        }
    }
}
