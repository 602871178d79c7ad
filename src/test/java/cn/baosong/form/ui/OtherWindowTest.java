package cn.baosong.form.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.form.Draft;
import cn.baosong.form.DraftStore;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.TestForms;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** One draft in two windows: nothing is overwritten that nobody was told of. The other window is the store itself. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OtherWindowTest {

    private static final FormDefinition FORM = TestForms.of(
            "{'type':'textfield','key':'a','label':'甲'}",
            "{'type':'textfield','key':'b','label':'乙'}",
            "{'type':'number','key':'n','label':'数'}");

    @Autowired
    private DraftStore drafts;

    private final UUID subject = UUID.randomUUID();
    private Autosave autosave;

    @BeforeEach
    void open() {
        MockVaadin.setup();
        drafts.patch(subject, "f", Map.of("a", "旧", "n", 1));
        Draft draft = drafts.load(subject, "f").orElseThrow();
        FormPane pane = new FormPane(
                FORM, TestForms.context(), TestForms.CODE_LISTS, TestForms.TEXTS, Texts.CHINESE, draft.values());
        autosave = new Autosave(
                pane,
                draft,
                (changed, basis) -> drafts.patch(subject, "f", changed, basis),
                TestForms.TEXTS,
                Texts.CHINESE,
                new cn.baosong.testing.MovableClock(Instant.parse("2025-06-15T01:02:03Z")));
        UI.getCurrent().add(pane, autosave);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private void elsewhere(String path, Object value) {
        drafts.patch(subject, "f", Map.of(path, value));
    }

    private static TextField field(String path) {
        return _get(TextField.class, spec -> spec.withId(path));
    }

    private void type(String path, String text) {
        _setValue(field(path), text);
        autosave.saveNow();
    }

    private Map<String, Object> stored() {
        return drafts.load(subject, "f").orElseThrow().values();
    }

    private static String said() {
        return String.join(
                " ",
                _find(Callout.class).stream()
                        .map(callout -> callout.getElement().getTextRecursively())
                        .toList());
    }

    private static void press(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    @Test
    void takesOverWhatTheOtherWindowChangedAndSaysSo() {
        elsewhere("a", "新");
        elsewhere("n", 2);
        type("b", "此处");

        assertThat(field("a").getValue()).isEqualTo("新");
        assertThat(field("n").getValue()).isEqualTo("2");
        assertThat(said()).contains("另一个窗口修改了：", "甲", "数").doesNotContain("乙");
        assertThat(autosave.getText()).startsWith("已自动保存");
        long version = drafts.load(subject, "f").orElseThrow().version();
        autosave.saveNow();
        assertThat(drafts.load(subject, "f").orElseThrow().version())
                .as("taking over is no change of this window")
                .isEqualTo(version);
        _click(_get(Button.class, spec -> spec.withText("知道了")));
        assertThat(said()).isEmpty();
    }

    @Test
    void savesNothingBothChangedUntilThePersonChose() {
        elsewhere("a", "他的");
        type("a", "我的");

        assertThat(stored()).containsEntry("a", "他的");
        assertThat(field("a").getValue()).isEqualTo("我的");
        assertThat(said()).contains("“甲”：另一个窗口为 他的，本页为 我的");
        assertThat(autosave.saveNow()).isFalse();
        assertThat(autosave.getText()).contains("1 处");

        press("keep-a");
        assertThat(stored()).containsEntry("a", "我的");
        assertThat(said()).isEmpty();
        assertThat(autosave.saveNow()).isTrue();
        assertThat(autosave.getClassNames()).doesNotContain("autosave-failed");
    }

    @Test
    void takesTheOtherWindowsValueOnAClick() {
        elsewhere("a", "他的");
        type("a", "我的");
        press("take-a");

        assertThat(field("a").getValue()).isEqualTo("他的");
        assertThat(stored()).containsEntry("a", "他的");
        assertThat(autosave.saveNow()).isTrue();
        assertThat(autosave.getText()).startsWith("已自动保存");
    }

    @Test
    void stillOffersTheOtherValueToWhoTypesOn() {
        elsewhere("a", "他的");
        type("a", "我的");
        type("a", "我的二");

        assertThat(stored()).containsEntry("a", "我的二");
        assertThat(autosave.saveNow()).isTrue();
        assertThat(said()).contains("他的");
        press("take-a");
        autosave.saveNow();
        assertThat(stored()).containsEntry("a", "他的");
    }

    @Test
    void keepsAnUndecidedValueWhenTheOtherWindowGoesOn() {
        elsewhere("a", "他的");
        type("a", "我的");
        elsewhere("a", "他的二");
        type("b", "x");

        assertThat(field("a").getValue()).isEqualTo("我的");
        assertThat(said()).contains("另一个窗口为 他的二，本页为 我的");
        assertThat(stored()).containsEntry("a", "他的二").containsEntry("b", "x");
    }

    @Test
    void contestsNothingBothSayTheSameAbout() {
        elsewhere("n", new java.math.BigDecimal("7.0"));
        type("n", "7");
        assertThat(said()).isEmpty();
        assertThat(autosave.saveNow()).isTrue();
    }
}
