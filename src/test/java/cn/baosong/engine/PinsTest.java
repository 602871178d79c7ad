package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinsTest {

    @ParameterizedTest
    @CsvSource({
        "multi-level-review, multiLevelReviewVersion",
        "review, reviewVersion",
        "Review_2-b, review2BVersion",
        "-odd-, oddVersion"
    })
    void namesTheVariableAfterTheKey(String key, String variable) {
        assertThat(Pins.variable(key)).isEqualTo(variable);
    }
}
