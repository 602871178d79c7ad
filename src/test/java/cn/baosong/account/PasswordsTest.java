package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.baosong.common.Problem;
import cn.baosong.testing.TestPhone;
import cn.baosong.testing.Together;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** 忘记密码: who holds the phone sets a new password, and nobody else learns anything. */
class PasswordsTest extends OwnerTest {

    @Autowired
    private Passwords passwords;

    @Autowired
    private Errands errands;

    @Test
    void whoHoldsThePhoneSetsANewPasswordAndLogsInWithIt() {
        var account = account();

        passwords.recover(name, recoveryCode(name), OTHER, address);

        assertThat(login(name, OTHER, phone).accountId()).isEqualTo(account.id());
        var sent = TestPhone.texts(jdbc, phone).size();
        logins.requestCode(name, PASSWORD, "198.51.100.9");
        assertThat(TestPhone.texts(jdbc, phone))
                .as("the old password sends no code")
                .hasSize(sent);
        assertThat(events(account)).contains("PASSWORD_RECOVERED");
        assertThat(inbox(account.id())).containsExactly("password-changed");
        assertThat(TestPhone.texts(jdbc, phone)).anyMatch(text -> text.contains("密码已于"));
    }

    @Test
    void theNameMayBeAnyByWhichOneLogsIn() {
        var account = account();
        bindEmail(account, email);

        passwords.recover(phone, recoveryCode(email.toUpperCase(java.util.Locale.ROOT)), OTHER, address);

        assertThat(login(phone, OTHER, phone).accountId()).isEqualTo(account.id());
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        account();
        passwords.requestRecovery("nobody" + phone, address);
        passwords.requestRecovery(TestPhone.fresh(), address);
        passwords.requestRecovery(null, address);
        passwords.requestRecovery("x".repeat(1_000_000), address);
        var code = recoveryCode(name);

        assertThat(refusal(() -> passwords.recover("nobody12345", code, OTHER, address)))
                .isEqualTo("account.error.recover");
        assertThat(refusal(() -> passwords.recover(name, wrong(code), OTHER, address)))
                .isEqualTo("account.error.recover");
        assertThat(refusal("password", () -> passwords.recover(name, code, "weak", address)))
                .isEqualTo("account.error.password");
        assertThat(refusal("code", () -> passwords.recover(name, "12\r\n34", OTHER, address)))
                .isEqualTo("account.error.code.format");
        passwords.recover(name, code, OTHER, address);
    }

    @Test
    void aCodeIsUsedOnce() throws Exception {
        var account = account();
        var code = recoveryCode(name);

        var outcomes = Together.run(4, () -> {
            passwords.recover(name, code, OTHER, address);
            return "changed";
        });

        assertThat(outcomes).filteredOn("changed"::equals).hasSize(1);
        assertThat(events(account)).filteredOn("PASSWORD_RECOVERED"::equals).hasSize(1);
        assertThat(refusal(() -> passwords.recover(name, code, PASSWORD, address)))
                .isIn("account.error.recover", "account.error.locked");
    }

    @Test
    void aCodeToLogInSetsNoPassword() {
        account();
        logins.requestCode(name, PASSWORD, address);

        assertThat(refusal(() -> passwords.recover(name, codeTo(phone), OTHER, address)))
                .isEqualTo("account.error.recover");
    }

    @Test
    void guessingEndsAfterFiveTries() {
        account();
        var code = recoveryCode(name);
        for (var tries = 0; tries < 5; tries++) {
            refusal(() -> passwords.recover(name, wrong(code), OTHER, address));
        }

        var elsewhere = "198.51.100.7";
        assertThat(refusal(() -> passwords.recover(name, code, OTHER, elsewhere)))
                .as("the code has lost all its tries, from wherever it comes")
                .isEqualTo("account.error.recover");
        assertThat(refusal(() -> passwords.recover(name, code, OTHER, address))).isEqualTo("account.error.locked");
    }

    @Test
    void recoveryIsTheWayOutOfALockedDoor() {
        account();
        for (var failures = 0; failures < 5; failures++) {
            refusal(() -> logins.login(name, "Wrong#12345", "123456", request(), new MockHttpServletResponse()));
        }
        var locked = catchThrowableOfType(
                Problem.class, () -> logins.login(name, PASSWORD, "123456", request(), new MockHttpServletResponse()));
        assertThat(locked.key()).isEqualTo("account.error.locked");

        passwords.recover(name, recoveryCode(name), OTHER, address);

        assertThat(login(name, OTHER, phone).loginName()).isEqualTo(name);
    }

    @Test
    void aDisabledAccountGetsNoCode() throws Exception {
        var account = account();
        jdbc.sql("UPDATE account SET enabled = false WHERE id = :id")
                .param("id", account.id())
                .update();
        passwords.requestRecovery(name, address);
        allErrandsHaveRun();
        assertThat(TestPhone.texts(jdbc, phone)).isEmpty();

        jdbc.sql("UPDATE account SET enabled = true WHERE id = :id")
                .param("id", account.id())
                .update();
        passwords.requestRecovery(name, address);
        allErrandsHaveRun();
        assertThat(TestPhone.texts(jdbc, phone)).as("it was for being disabled").hasSize(1);
    }

    /** Where every runner stands at the barrier, none of them is at an errand that came before. */
    private void allErrandsHaveRun() throws Exception {
        var barrier = new CyclicBarrier(Errands.RUNNERS + 1);
        for (var runner = 0; runner < Errands.RUNNERS; runner++) {
            errands.later(() -> await(barrier));
        }
        barrier.await(30, TimeUnit.SECONDS);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void askingForCodesIsLimitedAlikeForNamesThatDoNotExist() {
        account();
        for (var who : new String[] {name, "nobody" + phone}) {
            passwords.requestRecovery(who, address);
            passwords.requestRecovery(who, address);
            assertThat(refusal(() -> passwords.requestRecovery(who, address))).isEqualTo("account.error.sms");
        }
    }

    private String recoveryCode(String typed) {
        var before = TestPhone.texts(jdbc, phone).size();
        passwords.requestRecovery(typed, address);
        return nextCode(phone, before);
    }
}
