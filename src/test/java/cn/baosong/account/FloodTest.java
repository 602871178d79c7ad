package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.testing.TestPhone;
import cn.baosong.testing.Together;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many requests at once: the limits hold, and what is behind them stays whole. */
class FloodTest extends OwnerTest {

    private static final int REQUESTS = 10_000;
    private static final int THREADS = 8;

    @Autowired
    private AccountSettings settings;

    @Test
    void tenThousandRequestsFromOneAddressSendNoMoreThanItMay() throws Exception {
        var before = sent();
        var next = new AtomicInteger();
        var refused = new AtomicInteger();

        Together.run(THREADS, () -> {
            while (next.incrementAndGet() <= REQUESTS) {
                try {
                    phones.requestCode(CodePurpose.REGISTER, TestPhone.fresh(), address, Texts.CHINESE);
                } catch (Problem problem) {
                    assertThat(problem.key()).isEqualTo("account.error.sms");
                    refused.incrementAndGet();
                }
            }
            return null;
        });

        var allowed = REQUESTS - refused.get();
        var perHour = settings.smsPerAddress().get(0).times();
        assertThat(allowed).isBetween(perHour, perHour + perHour / 10);
        assertThat(sent() - before)
                .as("what was allowed was queued, and nothing else")
                .isEqualTo(allowed);
        phones.requestCode(CodePurpose.REGISTER, TestPhone.fresh(), "198.51.100.77", Texts.CHINESE);
    }

    @Test
    void guessesAtTheSameMomentShareFiveTries() throws Exception {
        phones.requestCode(CodePurpose.REGISTER, phone, address, Texts.CHINESE);
        var code = codeTo(phone);
        var guess = new AtomicInteger();

        var outcomes = Together.run(THREADS, () -> {
            var right = 0;
            for (var tries = 0; tries < 20; tries++) {
                var digits = String.format("%06d", guess.incrementAndGet());
                right += !digits.equals(code) && phones.verify(CodePurpose.REGISTER, phone, digits) ? 1 : 0;
            }
            return right;
        });

        assertThat(outcomes).containsOnly(0);
        assertThat(phones.verify(CodePurpose.REGISTER, phone, code))
                .as("after five wrong ones the right one opens nothing")
                .isFalse();
        assertThat(jdbc.sql("SELECT min(tries_left) FROM one_time_code WHERE subject = :phone")
                        .param("phone", phone)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int sent() {
        return jdbc.sql("SELECT count(*) FROM one_time_code WHERE purpose = 'REGISTER'")
                .query(Integer.class)
                .single();
    }
}
