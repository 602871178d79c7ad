package cn.baosong.common.feel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.CodeLists;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FeelConfigurationTest {

    private static final String SCALE_ROW = "codeAttribute(\"industry\", \"0111\", \"scaleRow\")";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(FeelConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void asksTheCodeListsOfTheApplication() {
        context.withBean(
                        CodeLists.class, () -> new SampleCodeLists("industry", Map.of("0111", Map.of("scaleRow", "1"))))
                .run(started -> assertThat(
                                started.getBean(Feel.class).compile(SCALE_ROW).evaluate(Map.of()))
                        .isEqualTo("1"));
    }

    @Test
    void knowsNoCodeWithoutThem() {
        context.run(started -> assertThat(
                        started.getBean(Feel.class).compile(SCALE_ROW).evaluate(Map.of()))
                .isNull());
    }
}
