package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.AccountSettings.Limit;
import cn.baosong.common.Problem;
import cn.baosong.testing.MovableClock;
import cn.baosong.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LimitsTest {

    private static final List<Limit> THREE_AN_HOUR = List.of(new Limit(3, Duration.ofHours(1)));

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-10-12T02:00:00Z"));
    private final String whose = UUID.randomUUID().toString();
    private Limits limits;

    @BeforeEach
    void build() {
        limits = new Limits(dataSource, jdbc, clock);
    }

    @Test
    void soManyAndThenNotBeforeTheTimeItSays() {
        for (var number = 0; number < 3; number++) {
            limits.count("test", whose, THREE_AN_HOUR, "account.error.sms");
        }
        assertThatThrownBy(() -> limits.count("test", whose, THREE_AN_HOUR, "account.error.sms"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.arguments())
                        .containsExactly("10:20:01"));

        clock.advance(Duration.ofMinutes(20).plusSeconds(1));
        limits.count("test", whose, THREE_AN_HOUR, "account.error.sms");
        assertThat(limits.allows("test", whose, THREE_AN_HOUR)).isFalse();
    }

    @Test
    void theTighterOfTwoLimitsHolds() {
        var both = List.of(new Limit(1, Duration.ofMinutes(1)), new Limit(2, Duration.ofDays(1)));
        assertThat(limits.allows("test", whose, both)).isTrue();
        assertThat(limits.allows("test", whose, both)).isFalse();
        clock.advance(Duration.ofMinutes(2));
        assertThat(limits.allows("test", whose, both)).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(limits.allows("test", whose, both)).isFalse();
    }

    @Test
    void othersAndOtherThingsAreCountedApart() {
        for (var number = 0; number < 3; number++) {
            assertThat(limits.allows("test", whose, THREE_AN_HOUR)).isTrue();
        }
        assertThat(limits.allows("test", whose + "!", THREE_AN_HOUR)).isTrue();
        assertThat(limits.allows("other", whose, THREE_AN_HOUR)).isTrue();
        limits.forgive("test", whose, THREE_AN_HOUR);
        assertThat(limits.allows("test", whose, THREE_AN_HOUR)).isTrue();
    }

    @Test
    void twoNodesCountTogether() throws Exception {
        var otherNode = new Limits(dataSource, jdbc, clock);

        var outcomes = Together.run(8, () -> {
            var node = Thread.currentThread().getId() % 2 == 0 ? limits : otherNode;
            return node.allows("test", whose, THREE_AN_HOUR);
        });

        assertThat(outcomes).filteredOn(Boolean.TRUE::equals).hasSize(3);
        assertThat(outcomes).filteredOn(Boolean.FALSE::equals).hasSize(5);
    }

    @Test
    void aFloodGetsNoFurtherThanItsFirst() {
        var many = List.of(new Limit(5, Duration.ofDays(1)));
        var allowed = 0;
        for (var number = 0; number < 500; number++) {
            allowed += limits.allows("test", whose, many) ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void anyTextCanBeCountedAndNoneIsKept() {
        var huge = "1" + "3".repeat(2_000_000) + "\u0000'; DROP TABLE rate_limit; --" + whose;
        assertThat(limits.allows("test", huge, THREE_AN_HOUR)).isTrue();
        assertThat(jdbc.sql("SELECT max(length(id)) FROM rate_limit")
                        .query(Integer.class)
                        .single())
                .isLessThan(80);
    }

    @Test
    void bucketsThatSayNothingAreSweptAway() {
        limits.allows("test", whose, THREE_AN_HOUR);
        limits.removeExpired();
        assertThat(count()).isPositive();

        new Limits(dataSource, jdbc, new MovableClock(Instant.now().plus(Duration.ofDays(2)))).removeExpired();

        assertThat(count()).isZero();
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM rate_limit WHERE id LIKE 'test:%'")
                .query(Long.class)
                .single();
    }
}
