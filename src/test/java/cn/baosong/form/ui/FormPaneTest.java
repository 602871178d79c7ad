package cn.baosong.form.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator;
import cn.baosong.form.TestForms;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.provider.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormPaneTest {

    private final List<Map<String, Object>> changes = new ArrayList<>();

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private FormPane pane(FormDefinition form, Locale locale, Map<String, Object> initial, FormContext context) {
        FormPane pane = new FormPane(form, context, TestForms.CODE_LISTS, TestForms.TEXTS, locale, initial);
        pane.onChange(changes::add);
        UI.getCurrent().add(pane);
        return pane;
    }

    private FormPane pane(Map<String, Object> initial) {
        FormContext context = new FormContext(
                TestForms.EXPRESSIONS,
                Map.of(
                        "colours", List.of(Map.of("label", "红", "value", "red"), Map.of("label", "蓝", "value", "blue")),
                        "history", List.of(Map.of("year", 2024, "total", new BigDecimal("1234")))),
                Map.of("scale", names -> names.get("amount") == null ? null : "large"));
        return pane(TestForms.everyType(), Texts.CHINESE, initial, context);
    }

    private FormPane pane() {
        return pane(Map.of());
    }

    private static <T extends Component> T field(Class<T> type, String path) {
        return _get(type, spec -> spec.withId(path));
    }

    private static boolean shown(String path) {
        return !_find(Component.class, spec -> spec.withId(path)).isEmpty();
    }

    private Map<String, Object> lastChange() {
        return changes.get(changes.size() - 1);
    }

    @Test
    void rendersEveryType() {
        pane();

        assertThat(field(TextField.class, "name").getValue()).isEqualTo("默认");
        field(TextArea.class, "remark");
        field(TextField.class, "amount");
        field(DatePicker.class, "day");
        field(TimePicker.class, "time");
        field(DateTimePicker.class, "moment");
        field(Checkbox.class, "agreed");
        field(CheckboxGroup.class, "channels");
        assertThat(field(RadioButtonGroup.class, "kind").getValue()).isEqualTo("a");
        field(ComboBox.class, "colour");
        field(MultiSelectComboBox.class, "tags");
        field(CodeCascade.class, "industry");
        field(RadioButtonGroup.class, "holding");
        field(TextField.class, "address.city");
        field(TextField.class, "members[0].name");
        assertThat(field(TextField.class, "echo").isReadOnly()).isTrue();
        assertThat(_get(Markdown.class).getContent()).isEqualTo("## 标题 默认");
        assertThat(_get(Html.class).getInnerHtml()).contains("说明").doesNotContain("script");
        assertThat(_get(Image.class).getSrc()).isEqualTo("https://example.cn/logo.png");
        assertThat(_get(Anchor.class, spec -> spec.withText("打开链接：地图")).getHref())
                .isEqualTo("https://example.cn/map");
        assertThat(_find(Div.class, spec -> spec.withClasses("form-table"))
                        .get(0)
                        .getElement()
                        .getOuterHTML())
                .contains("历史", "1,234");
        assertThat(shown("proof")).isTrue();
    }

    @Test
    void showsANoticeForWhatItDoesNotKnow() {
        pane();
        assertThat(_find(Div.class, spec -> spec.withClasses("form-notice")))
                .extracting(Div::getText)
                .contains("此处有本系统尚不支持的组件“全息图”，其余内容不受影响");
    }

    @Test
    void speaksEnglish() {
        pane(TestForms.everyType(), Texts.ENGLISH, Map.of(), TestForms.context());

        TextField name = field(TextField.class, "name");
        assertThat(name.getLabel()).isEqualTo("Name");
        assertThat(name.getHelperText()).isEqualTo("In full");
        assertThat(_get(Markdown.class).getContent()).startsWith("## Heading");
        RadioButtonGroup<?> kind = field(RadioButtonGroup.class, "kind");
        assertThat(labels(kind)).containsExactly("First", "Second");
        assertThat(_get(Button.class, spec -> spec.withText("ⓘ")).getAriaLabel())
                .hasValueSatisfying(label -> assertThat(label).contains("Name"));
    }

    private static <T> List<String> labels(RadioButtonGroup<T> group) {
        return group.getListDataView()
                .getItems()
                .map(item -> group.getItemLabelGenerator().apply(item))
                .toList();
    }

    @Test
    void marksRequiredFieldsAndLimitsLengths() {
        pane();

        assertThat(field(TextField.class, "name").isRequiredIndicatorVisible()).isTrue();
        assertThat(field(TextField.class, "name").getMaxLength()).isEqualTo(10);
        assertThat(field(TextArea.class, "remark").isRequiredIndicatorVisible()).isFalse();
        assertThat(field(TextArea.class, "remark").getMaxLength()).isEqualTo(20_000);
    }

    @Test
    void tellsChangedKeysOnly() {
        FormPane pane = pane(Map.of("remark", "旧"));

        _setValue(field(TextArea.class, "remark"), "新");
        _setValue(field(DatePicker.class, "day"), LocalDate.of(2025, 3, 31));
        _setValue(field(Checkbox.class, "agreed"), true);
        _setValue(field(TextArea.class, "remark"), "");

        assertThat(changes)
                .containsExactly(
                        Map.of("remark", "新"),
                        Map.of("day", "2025-03-31"),
                        Map.of("agreed", true),
                        Collections.singletonMap("remark", null));
        assertThat(pane.values())
                .containsEntry("day", "2025-03-31")
                .containsEntry("agreed", true)
                .containsEntry("remark", null);
    }

    @Test
    void readsBackWhatADraftHolds() {
        Map<String, Object> draft = Map.of(
                "amount",
                1234567,
                "day",
                "2025-03-31",
                "channels",
                List.of("desk", "web"),
                "industry",
                "012",
                "address.city",
                "杭州",
                "members",
                List.of(Map.of("name", "甲"), Map.of("name", "乙")),
                "gone",
                "x");

        FormPane pane = pane(draft);

        assertThat(field(TextField.class, "amount").getValue()).isEqualTo("1,234,567");
        assertThat(field(TextField.class, "members[1].name").getValue()).isEqualTo("乙");
        assertThat(pane.values())
                .containsEntry("amount", new BigDecimal("1234567"))
                .containsEntry("industry", "012")
                .containsEntry("members", List.of(Map.of("name", "甲"), Map.of("name", "乙")))
                .doesNotContainKey("gone");
        assertThat((List<?>) pane.values().get("channels")).hasSize(2);
        assertThat(changes).isEmpty();
    }

    @Test
    void survivesADraftOfWrongTypes() {
        FormPane pane = pane(Map.of(
                "name",
                5,
                "amount",
                "viel",
                "day",
                "never",
                "channels",
                "web",
                "kind",
                List.of(),
                "members",
                "x",
                "industry",
                "zzz",
                "agreed",
                "maybe",
                "colour",
                "green"));

        assertThat(field(TextField.class, "amount").getValue()).isEqualTo("viel");
        assertThat(pane.values()).isNotNull();
    }

    @Test
    void formatsNumbersAndKeepsWhatIsNone() {
        FormPane pane = pane();
        TextField amount = field(TextField.class, "amount");

        _setValue(amount, "１２３４５.50");
        assertThat(amount.getValue()).isEqualTo("12,345.5");
        assertThat(lastChange()).isEqualTo(Map.of("amount", new BigDecimal("12345.5")));

        _setValue(amount, "1,5");
        assertThat(amount.getValue()).isEqualTo("1,5");
        assertThat(amount.isInvalid()).isTrue();
        assertThat(amount.getErrorMessage()).contains("金额", "数字");
        assertThat(pane.values()).containsEntry("amount", "1,5");

        _setValue(amount, "15");
        assertThat(amount.isInvalid()).isFalse();
        assertThat(amount.getSuffixComponent())
                .extracting(suffix -> suffix.getElement().getText())
                .isEqualTo("千元");
    }

    @Test
    void saysWhenADateCannotBeRead() {
        FormPane pane = pane();
        DatePicker day = field(DatePicker.class, "day");

        // What the browser does with a text that is no date.
        day.getElement().setProperty("_inputElementValue", "gestern");
        _fireDomEvent(day, "unparsable-change");

        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).contains("日期", "2020-05-01");
        assertThat(problems(pane)).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo("day");
            assertThat(problem.key()).isEqualTo("form.error.type.date");
        });

        day.getElement().setProperty("_inputElementValue", "2025-03-31");
        _setValue(day, LocalDate.of(2025, 3, 31));
        assertThat(day.isInvalid()).isFalse();
        assertThat(lastChange()).isEqualTo(Map.of("day", "2025-03-31"));
    }

    @Test
    void showsAndHidesByConditionsAndKeepsWhatWasTyped() {
        FormPane pane = pane();
        RadioButtonGroup<String> kind = field(RadioButtonGroup.class, "kind");
        _setValue(field(TextField.class, "address.city"), "杭州");

        _setValue(kind, "b");
        assertThat(shown("address.city")).isFalse();
        assertThat(pane.values()).doesNotContainKey("address.city");

        _setValue(kind, "a");
        assertThat(field(TextField.class, "address.city").getValue()).isEqualTo("杭州");
        assertThat(pane.values()).containsEntry("address.city", "杭州");
    }

    @Test
    void worksOutComputedFieldsWhileTyping() {
        pane();
        assertThat(field(TextField.class, "scale").getValue()).isEqualTo("—");

        _setValue(field(TextField.class, "amount"), "5");
        _setValue(field(TextField.class, "name"), "新名");

        assertThat(field(TextField.class, "scale").getValue()).isEqualTo("大型");
        assertThat(field(TextField.class, "echo").getValue()).isEqualTo("新名");
        assertThat(_get(Markdown.class).getContent()).isEqualTo("## 标题 新名");
        assertThat(changes).allSatisfy(change -> assertThat(change).doesNotContainKeys("scale", "echo"));
    }

    @Test
    void choosesACodeLevelByLevel() {
        pane();
        ComboBox<CodeLists.Entry> first = field(ComboBox.class, "industry-1");
        ComboBox<CodeLists.Entry> second = field(ComboBox.class, "industry-2");
        ComboBox<CodeLists.Entry> third = field(ComboBox.class, "industry-3");
        assertThat(names(first)).containsExactly("农业", "采矿业");
        assertThat(second.isEnabled()).isFalse();

        _setValue(first, entry("A"));
        assertThat(lastChange()).isEqualTo(Map.of("industry", "A"));
        assertThat(names(second)).containsExactly("种植业", "林业");
        _setValue(second, entry("01"));
        _setValue(third, entry("012"));
        assertThat(lastChange()).isEqualTo(Map.of("industry", "012"));

        _setValue(second, entry("02"));
        assertThat(lastChange()).isEqualTo(Map.of("industry", "02"));
        assertThat(third.isEmpty()).isTrue();
        assertThat(third.isEnabled()).isFalse();

        _setValue(first, null);
        assertThat(lastChange()).isEqualTo(Collections.singletonMap("industry", null));
    }

    @Test
    void findsALeafAnywhereInACodeList() {
        FormPane pane = pane();
        ComboBox<CodeLists.Entry> search = field(ComboBox.class, "industry-search");

        assertThat(search.getDataProvider().fetch(new Query<>()).toList())
                .as("before anything is typed the first level, never the whole list")
                .isNotEmpty()
                .allMatch(entry -> entry.level() == 1);
        assertThat(search.getLazyDataView()).isNotNull();
        _setValue(search, entry("011"));

        assertThat(lastChange()).isEqualTo(Map.of("industry", "011"));
        assertThat(pane.values()).containsEntry("industry", "011");
        assertThat(search.isEmpty()).isTrue();
        assertThat(field(ComboBox.class, "industry-1").getValue()).isEqualTo(entry("A"));
        assertThat(field(ComboBox.class, "industry-3").getValue()).isEqualTo(entry("011"));
    }

    private static CodeLists.Entry entry(String code) {
        return TestForms.CODE_LISTS.find("industry", code).orElseThrow();
    }

    private static List<String> names(ComboBox<CodeLists.Entry> box) {
        return box.getListDataView().getItems().map(CodeLists.Entry::name).toList();
    }

    @Test
    void addsAndRemovesRows() {
        FormPane pane = pane();
        _setValue(field(TextField.class, "members[0].name"), "甲");
        _click(_get(Button.class, spec -> spec.withText("添加一行")));
        _setValue(field(TextField.class, "members[1].name"), "乙");
        _setValue(field(TextField.class, "members[1].share"), "40");

        assertThat(lastChange())
                .isEqualTo(Map.of(
                        "members", List.of(Map.of("name", "甲"), Map.of("name", "乙", "share", new BigDecimal("40")))));

        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "删除第 1 行")));
        assertThat(field(TextField.class, "members[0].name").getValue()).isEqualTo("乙");
        assertThat(shown("members[1].name")).isFalse();
        assertThat(pane.values()).containsEntry("members", List.of(Map.of("name", "乙", "share", new BigDecimal("40"))));
    }

    @Test
    void showsProblemsAtTheirFieldsAndInTheSummary() {
        for (Locale locale : Texts.LOCALES) {
            UI.getCurrent().removeAll();
            FormPane pane = pane(TestForms.everyType(), locale, Map.of("amount", "5000000"), TestForms.context());
            List<FieldProblem> problems = problems(pane);

            pane.showProblems(problems);

            boolean chinese = locale.equals(Texts.CHINESE);
            assertThat(field(TextField.class, "amount").getErrorMessage())
                    .isEqualTo(
                            chinese
                                    ? "“金额”不能大于 1,000,000。请检查后重新填写"
                                    : "\"Amount\" must not be more than 1,000,000. Please check it and fill it in again");
            assertThat(field(TextField.class, "members[0].name").isInvalid()).isTrue();
            ErrorSummary summary = _get(ErrorSummary.class);
            assertThat(summary.getElement().getTextRecursively())
                    .contains(chinese ? "有 2 处需要修改" : "2 to correct")
                    .contains(field(TextField.class, "amount").getErrorMessage());
            _click(_find(summary, Button.class).get(0));

            pane.clearProblems();
            assertThat(_find(ErrorSummary.class)).isEmpty();
            assertThat(field(TextField.class, "amount").isInvalid()).isFalse();
        }
    }

    private List<FieldProblem> problems(FormPane pane) {
        return TestForms.validator()
                .validate(TestForms.everyType(), pane.values(), TestForms.context(), FormValidator.Mode.SUBMIT)
                .problems();
    }

    @Test
    void forgetsAProblemWhenItsFieldChanges() {
        FormPane pane = pane(Map.of("amount", "5000000"));
        pane.showProblems(problems(pane));

        _setValue(field(TextField.class, "amount"), "5");

        assertThat(field(TextField.class, "amount").isInvalid()).isFalse();
        assertThat(_find(_get(ErrorSummary.class), Button.class)).hasSize(1);
    }

    @Test
    void listsProblemsThatBelongToNoFieldOnThePage() {
        FormPane pane = pane(Map.of("kind", "b"));

        pane.showProblems(List.of(
                FieldProblem.said(null, "请至少填写电话或手机", "Please give a telephone or a mobile"),
                FieldProblem.said("address.city", "城市有误", null),
                FieldProblem.said("elsewhere", "别处", null)));

        ErrorSummary summary = _get(ErrorSummary.class);
        assertThat(_find(summary, Button.class)).isEmpty();
        assertThat(summary.getElement().getTextRecursively()).contains("请至少填写电话或手机", "城市有误", "别处");
    }

    @Test
    void canBeMadeReadOnly() {
        FormPane pane = pane();

        pane.setReadOnly(true);
        assertThat(field(TextField.class, "name").isReadOnly()).isTrue();
        assertThat(_find(Button.class, spec -> spec.withText("添加一行"))).isEmpty();
        pane.setReadOnly(false);
        assertThat(field(TextField.class, "name").isReadOnly()).isFalse();
        assertThat(field(TextField.class, "scale").isReadOnly()).isTrue();
    }

    @Test
    void laysOutRowsAndSharesWhatIsLeft() {
        pane();
        assertThat(cell("name").getStyle().get("--form-columns")).isEqualTo("8");
        assertThat(cell("name").getClassNames()).contains("form-row-start");
        assertThat(cell("remark").getClassNames()).doesNotContain("form-row-start");
        assertThat(cell("amount").getStyle().get("--form-columns")).isEqualTo("16");
    }

    private static Component cell(String path) {
        return _get(Component.class, spec -> spec.withId(path)).getParent().orElseThrow();
    }

    @Test
    void refreshesOptionsThatDependOnOtherFields() {
        FormDefinition form = TestForms.of(
                "{'type':'textfield','key':'a','label':'甲'}",
                "{'type':'select','key':'b','label':'乙','valuesExpression':'=if a = \\\"x\\\" then [\\\"1\\\",\\\"2\\\"] else [\\\"1\\\"]'}");
        pane(form, Texts.CHINESE, Map.of("b", "1"), TestForms.context());
        ComboBox<String> box = field(ComboBox.class, "b");
        assertThat(box.getListDataView().getItems()).containsExactly("1");

        _setValue(field(TextField.class, "a"), "x");

        assertThat(box.getListDataView().getItems()).containsExactly("1", "2");
        assertThat(box.getValue()).isEqualTo("1");
        assertThat(changes).containsExactly(Map.of("a", "x"));
    }

    @Test
    void holdsHtmlOfAPersonHarmless() {
        FormPane pane = pane(Map.of("name", "<img src=x onerror=alert(1)>[x](javascript:alert(1))"));

        assertThat(_get(Markdown.class).getContent())
                .isEqualTo("## 标题 \\<img src=x onerror=alert\\(1\\)\\>\\[x\\]\\(javascript:alert\\(1\\)\\)");
        assertThat(pane.values()).containsKey("name");
    }

    @Test
    void hasNoErrorsToBeginWith() {
        pane();
        for (Component component : _find(Component.class)) {
            assertThat(component instanceof HasValidation validated && validated.isInvalid())
                    .isFalse();
        }
    }
}
