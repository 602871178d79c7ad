package cn.baosong.form.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._fireValueChange;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.TestForms;
import cn.baosong.form.ui.FindingLine.Severity;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What checks found, where it is about, with the answer to it (MON-13, MON-15); stars that follow from elsewhere. */
class FindingsTest {

    private final List<String> explained = new ArrayList<>();

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private static FormPane pane(FormDefinition form, Locale locale, Map<String, Object> initial) {
        FormContext context =
                new FormContext(TestForms.EXPRESSIONS, Map.of("enterprise", Map.of("industrial", true)), Map.of());
        FormPane pane = new FormPane(form, context, TestForms.CODE_LISTS, TestForms.TEXTS, locale, initial);
        UI.getCurrent().add(pane);
        return pane;
    }

    private static FormPane matrix() {
        return pane(TestForms.form("matrix.form"), Texts.CHINESE, Map.of());
    }

    private static FormPane everyType() {
        return pane(
                TestForms.everyType(),
                Texts.CHINESE,
                Map.of("members", List.of(Map.of("name", "甲"), Map.of("name", "乙"), Map.of("name", "丙"))));
    }

    private static FindingLine line(String rule, String path, Severity severity, String explanation) {
        return new FindingLine(
                rule, path, severity, new Bilingual("说" + rule, "said " + rule), explanation, false, null);
    }

    private static FindingLine warning(String rule, String path) {
        return line(rule, path, Severity.WARNING, null);
    }

    private void show(FormPane pane, FindingLine... lines) {
        pane.showFindings(List.of(lines), (rule, explanation) -> explained.add(rule + "=" + explanation));
    }

    private static FindingNote note(String words) {
        return _find(FindingNote.class).stream()
                .filter(note -> note.getElement().getTextRecursively().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + words));
    }

    private static TextField answer(String id) {
        return _get(TextField.class, spec -> spec.withId(id));
    }

    private static String counts() {
        return _get(FindingSummary.class).getElement().getChild(0).getText();
    }

    private static boolean isIn(Component part, Component whole) {
        for (Component at = part; at != null; at = at.getParent().orElse(null)) {
            if (at == whole) {
                return true;
            }
        }
        return false;
    }

    @Test
    void listsAllFindingsOfAnIndicatorUnderItsRow() {
        FormPane pane = matrix();
        show(
                pane,
                line("M", "output.month", Severity.MANDATORY, null),
                warning("W", "output.cumulative"),
                line("H", "output", Severity.HINT, null));

        Component row = _get(Component.class, spec -> spec.withId("output-findings"));
        assertThat(row.getElement().getTextRecursively()).contains("必须修改", "说M", "需要说明", "说W", "提示", "说H");
        assertThat(row.getParent().orElseThrow().getParent().orElseThrow().isVisible())
                .isTrue();
        assertThat(note("说M").getClassNames()).contains("finding-mandatory");
        assertThat(note("说W").getClassNames()).contains("finding-warning").doesNotContain("finding-hint");
        assertThat(_find(row, TextField.class)).singleElement().satisfies(field -> {
            assertThat(field.getMaxLength()).isEqualTo(200);
            assertThat(field.getPlaceholder()).isEqualTo("情况说明");
            assertThat(field.getAriaLabel()).contains("情况说明：说W");
        });
        assertThat(counts()).isEqualTo("1 必须修改，1 需要说明，1 条提示");

        show(pane);
        assertThat(_find(FindingNote.class)).isEmpty();
        assertThat(_find(FindingSummary.class)).isEmpty();
        assertThat(_find(Component.class, spec -> spec.withId("output-findings")))
                .isEmpty();
    }

    @Test
    void reportsAnExplanationAndTakesOverTheLastOneOnAClick() {
        FormPane pane = matrix();
        show(
                pane,
                warning("W", "output"),
                new FindingLine("S", "staff", Severity.WARNING, new Bilingual("说S", null), null, false, "合同到期"));

        _setValue(answer("answer-W-output"), "  新客户 ");
        _fireValueChange(answer("answer-W-output"));
        assertThat(explained).contains("W=新客户");
        assertThat(_find(note("说W"), Button.class)).isEmpty();

        _click(_get(note("说S"), Button.class, spec -> spec.withText("沿用上次的说明：合同到期")));
        assertThat(answer("answer-S-staff").getValue()).isEqualTo("合同到期");
        assertThat(explained).endsWith("S=合同到期");
        assertThat(_find(note("说S"), Button.class)).isEmpty();

        int before = explained.size();
        answer("answer-W-output").setValue("长".repeat(201));
        _fireValueChange(answer("answer-W-output"));
        assertThat(answer("answer-W-output").isInvalid()).isTrue();
        assertThat(answer("answer-W-output").getErrorMessage()).contains("200");
        assertThat(explained).hasSize(before);
    }

    @Test
    void keepsAnAnswerFieldThatStays() {
        FormPane pane = matrix();
        show(pane, warning("W", "output"), warning("X", "staff"));
        TextField field = answer("answer-W-output");
        _setValue(field, "正在写");

        show(
                pane,
                new FindingLine("W", "output", Severity.WARNING, new Bilingual("现在", null), "正在写", true, null),
                warning("Y", "output"));

        assertThat(answer("answer-W-output")).isSameAs(field);
        assertThat(field.getValue()).isEqualTo("正在写");
        assertThat(note("现在").getElement().getTextRecursively()).contains("已说明");
        assertThat(counts()).isEqualTo("1 需要说明，1 处已说明");
        assertThat(_find(TextField.class, spec -> spec.withId("answer-X-staff")))
                .isEmpty();

        _setValue(field, "还没有保存");
        show(pane, new FindingLine("W", "output", Severity.WARNING, new Bilingual("现在", null), "正在写", true, null));
        assertThat(field.getValue())
                .as("what the caller did not change stays as typed")
                .isEqualTo("还没有保存");
        show(pane, line("W", "output", Severity.WARNING, "别处写的"));
        assertThat(field.getValue()).isEqualTo("别处写的");
        show(pane, line("W", "output", Severity.MANDATORY, null));
        assertThat(_find(TextField.class, spec -> spec.withId("answer-W-output")))
                .isEmpty();
    }

    @Test
    void standsInTheSummaryAloneWithoutAPlaceInTheForm() {
        FormPane pane = everyType();
        show(pane, warning("N", null), warning("U", "elsewhere"), warning("C", "address.city"));

        FindingSummary summary = _get(FindingSummary.class);
        assertThat(isIn(answer("answer-N"), summary)).isTrue();
        assertThat(isIn(answer("answer-U-elsewhere"), summary)).isTrue();
        assertThat(isIn(answer("answer-C-address.city"), summary)).isFalse();
        assertThat(_find(summary, Button.class, spec -> spec.withText("说C"))).hasSize(1);
        _click(_get(summary, Button.class, spec -> spec.withText("说C")));

        RadioButtonGroup<String> kind = _get(RadioButtonGroup.class, spec -> spec.withId("kind"));
        _setValue(kind, "b");
        assertThat(isIn(answer("answer-C-address.city"), summary))
                .as("its field is hidden now")
                .isTrue();
        _setValue(kind, "a");
        assertThat(isIn(answer("answer-C-address.city"), summary)).isFalse();
    }

    @Test
    void followsTheRowsOfAList() {
        FormPane pane = everyType();
        show(pane, warning("R", "members[0].name"), warning("R", "members[1].name"), warning("R", "members"));
        TextField first = answer("answer-R-members[0].name");
        assertThat(first.getParent().orElseThrow().getParent().orElseThrow().getParent())
                .isEqualTo(_get(TextField.class, spec -> spec.withId("members[0].name"))
                        .getParent());

        _click(_get(Button.class, spec -> spec.withText("添加一行")));
        assertThat(_find(FindingNote.class)).hasSize(3);
        assertThat(answer("answer-R-members[0].name")).isSameAs(first);

        _click(_get(Button.class, spec -> spec.withAttribute("aria-label", "删除第 2 行")));
        assertThat(_find(FindingNote.class))
                .as("another row has that number now")
                .hasSize(2);
    }

    @Test
    void livesBesideProblems() {
        FormPane pane = matrix();
        show(pane, line("M", "output.month", Severity.MANDATORY, null), warning("W", "output.month"));
        pane.showProblems(List.of(FieldProblem.said("output.month", "有误", "wrong")));

        Component row = _get(Component.class, spec -> spec.withId("output-findings"));
        assertThat(row.getElement().getTextRecursively()).contains("有误", "说M", "说W");
        pane.clearProblems();
        assertThat(row.getElement().getTextRecursively()).doesNotContain("有误").contains("说M", "说W");
        assertThat(MatrixBoxTest.element("output.month").getAttribute("aria-invalid"))
                .isEqualTo("true");
        show(pane, warning("W", "output.month"));
        assertThat(MatrixBoxTest.element("output.month").getAttribute("aria-invalid"))
                .isEqualTo("false");
    }

    @Test
    void keepsTheSameRuleTwiceAtOnePath() {
        FormPane pane = matrix();
        show(pane, warning("W", "output"), warning("W", "output"));
        assertThat(_find(FindingNote.class)).hasSize(2);
        show(pane, warning("W", "output"));
        assertThat(_find(FindingNote.class)).hasSize(1);
    }

    @Test
    void closesAnswersWithTheForm() {
        FormPane pane = matrix();
        show(pane, new FindingLine("S", "staff", Severity.WARNING, new Bilingual("说S", null), null, false, "上次"));
        pane.setReadOnly(true);
        assertThat(answer("answer-S-staff").isReadOnly()).isTrue();
        assertThat(_find(note("说S"), Button.class)).isEmpty();
    }

    @Test
    void speaksEnglish() {
        FormPane pane = pane(TestForms.form("matrix.form"), Texts.ENGLISH, Map.of());
        show(pane, line("M", "output", Severity.MANDATORY, null), warning("W", "output"), warning("X", "output"));
        assertThat(counts()).isEqualTo("1 to correct, 2 to explain");
        assertThat(_get(FindingSummary.class).getElement().getTextRecursively())
                .contains("said M")
                .doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void starsWhatMustBeThereForAnotherReason() {
        FormPane pane = matrix();
        assertThat(starred("profit")).isFalse();
        pane.star(Set.of("profit.cumulative", "nowhere"));
        assertThat(starred("profit")).isTrue();
        assertThat(MatrixBoxTest.element("profit.cumulative").getAttribute("aria-required"))
                .isEqualTo("true");
        assertThat(MatrixBoxTest.element("profit.month").getAttribute("aria-required"))
                .isEqualTo("false");
        pane.star(Set.of());
        assertThat(starred("profit")).isFalse();
        assertThat(starred("output")).as("the form itself asks for it").isTrue();
    }

    private static boolean starred(String row) {
        return MatrixBoxTest.element(row + ".month")
                .getParent()
                .getParent()
                .getChild(0)
                .getTextRecursively()
                .startsWith("*");
    }

    @Test
    void starsFieldsAndEveryRowOfAList() {
        FormPane pane = everyType();
        pane.star(Set.of("remark", "members.share"));
        _click(_get(Button.class, spec -> spec.withText("添加一行")));
        assertThat(_get(TextField.class, spec -> spec.withId("members[3].share"))
                        .isRequiredIndicatorVisible())
                .isTrue();
        assertThat(_get(TextField.class, spec -> spec.withId("amount")).isRequiredIndicatorVisible())
                .isFalse();
        pane.star(Set.of("amount"));
        assertThat(_get(TextField.class, spec -> spec.withId("members[3].share"))
                        .isRequiredIndicatorVisible())
                .isFalse();
        assertThat(_get(TextField.class, spec -> spec.withId("name")).isRequiredIndicatorVisible())
                .isTrue();
    }
}
