package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months, quarters and years as periods. */
class PeriodKindTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2020-01, 2020-01, 2019-12",
        "QUARTER, 2020-01, 2020-01, 2019-10",
        "QUARTER, 2020-03, 2020-01, 2019-10",
        "QUARTER, 2020-12, 2020-10, 2020-07",
        "YEAR, 2020-01, 2020-01, 2019-01",
        "YEAR, 2020-12, 2020-01, 2019-01"
    })
    void aPeriodIsKnownByItsFirstMonthAndAskedForWhenItIsOver(
            PeriodKind kind, YearMonth month, YearMonth first, YearMonth current) {
        assertThat(kind.containing(month)).isEqualTo(first);
        assertThat(kind.begins(month)).isEqualTo(first.equals(month));
        assertThat(kind.current(month)).isEqualTo(current);
        assertThat(kind.following(current)).isEqualTo(first);
        assertThat(kind.previous(first)).isEqualTo(current);
    }

    @Test
    void aPeriodHasACodeOfItsOwn() {
        assertThat(PeriodKind.MONTH.code(YearMonth.of(2020, 5))).isEqualTo("2020-05");
        assertThat(PeriodKind.QUARTER.code(YearMonth.of(2020, 10))).isEqualTo("2020-Q4");
        assertThat(PeriodKind.YEAR.code(YearMonth.of(2020, 1))).isEqualTo("2020");
        assertThat(PeriodKind.of("quarter")).contains(PeriodKind.QUARTER);
        assertThat(PeriodKind.of("week")).isEmpty();
    }
}
