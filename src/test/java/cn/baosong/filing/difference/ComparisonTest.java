package cn.baosong.filing.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One figure beside an earlier one. */
class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        // now, before, total; difference, percent, effect, changed
        "1600, 800, 1600, 800, 100.00, 50.00, true",
        "800, 800.0, 1600, 0.0, 0.00, 0.00, false",
        "10, 30, 300, -20, -66.67, -6.67, true",
        "5, 0, 100, 5, , 5.00, true",
        "5, -5, -100, 10, , 10.00, true",
        "5, 4, 0, 1, 25.00, , true",
        "5, 4, , 1, 25.00, , true",
        "5, , 100, , , , true",
        ", 5, 100, , , , true",
        ", , 100, , , , false"
    })
    void isMeasuredByItsBaseAndByTheTotal(
            BigDecimal now,
            BigDecimal before,
            BigDecimal total,
            BigDecimal difference,
            BigDecimal percent,
            BigDecimal effect,
            boolean changed) {
        assertThat(Comparison.of(now, before, total))
                .isEqualTo(new Comparison(before, difference, percent, effect, changed));
    }
}
