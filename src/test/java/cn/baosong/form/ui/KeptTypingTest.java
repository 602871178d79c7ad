package cn.baosong.form.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.form.TestForms;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser says it kept is hostile input until a person took it and the server read it. */
class KeptTypingTest {

    private final List<Map<String, Object>> saved = new ArrayList<>();
    private FormPane pane;
    private KeptTyping kept;

    @BeforeEach
    void open() {
        MockVaadin.setup();
        pane = new FormPane(
                TestForms.everyType(),
                TestForms.context(),
                TestForms.CODE_LISTS,
                TestForms.TEXTS,
                Texts.CHINESE,
                Map.of("name", "原名", "amount", 5, "members", List.of(Map.of("name", "甲"))));
        Autosave autosave = new Autosave(
                pane,
                changed -> {
                    saved.add(new HashMap<>(changed));
                    return TestForms.CLOCK.instant();
                },
                TestForms.TEXTS,
                Texts.CHINESE,
                TestForms.CLOCK);
        kept = new KeptTyping(pane, autosave, "account", "subject", TestForms.TEXTS, Texts.CHINESE);
        UI.getCurrent().add(kept, pane, autosave);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private static JsonObject copy(String... pathsAndTexts) {
        JsonObject copy = Json.createObject();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            copy.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return copy;
    }

    private static void restore() {
        _click(_get(Button.class, spec -> spec.withId("restore-typing")));
    }

    @Test
    void offersWhatDiffersAndRestoresItLikeTyping() {
        kept.kept(copy("name", "新名", "amount", "5.00", "day", "2025-03-31", "members[0].name", "乙", "remark", ""));

        assertThat(_get(Callout.class).getElement().getTextRecursively())
                .contains("有 3 项", "名称 新名", "日期 2025-03-31", "姓名 乙")
                .doesNotContain("金额", "备注");
        assertThat(saved).isEmpty();
        restore();

        assertThat(saved)
                .containsExactly(Map.of("name", "新名", "day", "2025-03-31", "members", List.of(Map.of("name", "乙"))));
        assertThat(_get(TextField.class, spec -> spec.withId("name")).getValue())
                .isEqualTo("新名");
        assertThat(_find(Callout.class)).isEmpty();
    }

    @Test
    void offersNothingWhereNothingDiffers() {
        kept.kept(copy("name", "原名", "amount", "5"));
        assertThat(_find(Callout.class)).isEmpty();
    }

    @Test
    void discards() {
        kept.kept(copy("name", "新名"));
        _click(_get(Button.class, spec -> spec.withId("discard-typing")));
        assertThat(_find(Callout.class)).isEmpty();
        assertThat(saved).isEmpty();
        assertThat(_get(TextField.class, spec -> spec.withId("name")).getValue())
                .isEqualTo("原名");
    }

    @Test
    void believesNothingOfIt() {
        JsonObject copy = copy(
                "constructor", "x",
                "members", "x",
                "members[7].name", "x",
                "scale", "large",
                "kind", "b",
                "day", "gestern",
                "amount", "1e9");
        copy.put("agreed", true);
        copy.put("remark", Json.createObject());
        copy.put("tags", Json.createArray());
        kept.kept(copy);
        restore();

        assertThat(saved).containsExactly(Map.of("amount", "1e9"));
        assertThat(_get(TextField.class, spec -> spec.withId("amount")).isInvalid())
                .isTrue();
        assertThat(_get(TextField.class, spec -> spec.withId("amount")).getErrorMessage())
                .contains("应为数字");
    }

    @Test
    void takesNeitherTooMuchNorWhatIsClosed() {
        kept.kept(copy("remark", "x".repeat(300_000), "name", "新名"));
        assertThat(_find(Callout.class)).isEmpty();

        kept.kept(copy("name", "新名", "amount", "7"));
        pane.setReadOnly(true);
        restore();
        assertThat(saved).isEmpty();
        assertThat(pane.values()).containsEntry("amount", new BigDecimal("5"));
    }

    @Test
    void appliesWhatCameFromElsewhereInOneChange() {
        Map<String, Object> given = new HashMap<>(Map.of(
                "name", "别处",
                "amount", 12,
                "kind", "b",
                "members", List.of(Map.of("name", "丁"), Map.of("name", "戊")),
                "scale", "large",
                "nowhere", "x"));
        given.put("remark", null);

        assertThat(pane.apply(given)).containsExactlyInAnyOrder("name", "amount", "kind", "members");
        assertThat(saved).hasSize(1);
        assertThat(pane.values())
                .containsEntry("amount", new BigDecimal("12"))
                .containsEntry("members", List.of(Map.of("name", "丁"), Map.of("name", "戊")));
        assertThat(_get(TextField.class, spec -> spec.withId("members[1].name")).getValue())
                .isEqualTo("戊");
        assertThat(pane.apply(given))
                .as("the same again changes nothing but the rows put anew")
                .containsOnly("members");
    }
}
