package cn.baosong.form.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.PlatformTime;
import cn.baosong.common.Texts;
import cn.baosong.form.TestForms;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutosaveTest {

    /** Stands still until told otherwise. */
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2025-06-15T01:02:03Z");

        @Override
        public ZoneId getZone() {
            return PlatformTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Watch watch = new Watch();
    private final List<Map<String, Object>> saved = new ArrayList<>();
    private boolean broken;
    private Autosave autosave;

    @BeforeEach
    void open() {
        MockVaadin.setup();
        FormPane pane = new FormPane(
                TestForms.of("{'type':'textfield','key':'a'}", "{'type':'textfield','key':'b'}"),
                TestForms.context(),
                TestForms.CODE_LISTS,
                TestForms.TEXTS,
                Texts.CHINESE,
                Map.of());
        autosave = new Autosave(pane, this::save, TestForms.TEXTS, Texts.CHINESE, watch);
        UI.getCurrent().add(pane, autosave);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    private Instant save(Map<String, Object> changed) {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        saved.add(changed);
        return watch.instant();
    }

    private void type(String path, String text) {
        _setValue(_get(TextField.class, spec -> spec.withId(path)), text);
    }

    private void later(int seconds) {
        watch.now = watch.now.plusSeconds(seconds);
    }

    @Test
    void savesTheFirstChangeAtOnceAndSaysWhen() {
        type("a", "1");

        assertThat(saved).containsExactly(Map.of("a", "1"));
        assertThat(autosave.getText()).isEqualTo("已自动保存 09:02:03");
    }

    @Test
    void gathersWhatFollowsUntilTheBrowserCallsBack() {
        type("a", "1");
        later(1);
        type("a", "2");
        type("b", "3");
        assertThat(saved).hasSize(1);
        assertThat(autosave.getText()).isEqualTo("正在保存…");

        later(2);
        autosave.callBack();

        assertThat(saved).containsExactly(Map.of("a", "1"), Map.of("a", "2", "b", "3"));
        autosave.callBack();
        assertThat(saved).hasSize(2);
    }

    @Test
    void savesAtOnceAgainAfterAPause() {
        type("a", "1");
        later(3);
        type("a", "2");

        assertThat(saved).hasSize(2);
    }

    @Test
    void keepsWhatCouldNotBeSavedAndTriesAgain() {
        broken = true;
        type("a", "1");
        assertThat(autosave.getText()).isEqualTo("保存失败，将自动重试，请勿关闭页面");
        assertThat(autosave.getClassNames()).contains("autosave-failed");
        later(1);
        type("b", "2");
        later(5);
        autosave.callBack();
        assertThat(saved).isEmpty();

        broken = false;
        later(5);
        autosave.callBack();

        assertThat(saved).containsExactly(Map.of("a", "1", "b", "2"));
        assertThat(autosave.getText()).startsWith("已自动保存");
        assertThat(autosave.getClassNames()).doesNotContain("autosave-failed");
    }

    @Test
    void savesWhatIsLeftOnLeaving() {
        type("a", "1");
        type("a", "2");

        UI.getCurrent().removeAll();

        assertThat(saved).containsExactly(Map.of("a", "1"), Map.of("a", "2"));
    }

    @Test
    void savesOnDemand() {
        type("a", "1");
        type("b", "2");

        assertThat(autosave.saveNow()).isTrue();
        assertThat(saved).hasSize(2);
        assertThat(autosave.saveNow()).isTrue();
        assertThat(saved).hasSize(2);
    }
}
