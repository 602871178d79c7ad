package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.Texts;
import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.testing.TestPhone;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names one logs in (LOGIN-06, CON-14): login name, bound phone, bound e-mail, verified credit code. */
class LoginNamesTest extends OwnerTest {

    @Test
    void everyBoundNameOpensTheSameAccount() {
        var account = account();
        bindEmail(account, email);
        var code = creditCode();
        accounts.verified(account.id(), Verification.LEGAL_PERSON, code);
        jdbc.sql("DELETE FROM rate_limit").update();

        for (var typed : new String[] {name, phone, " " + email.toUpperCase(Locale.ROOT) + " ", code}) {
            assertThat(login(typed, PASSWORD, phone).accountId()).as(typed).isEqualTo(account.id());
            jdbc.sql("DELETE FROM rate_limit").update();
        }
    }

    @Test
    void anEmailThatIsOnlyKnownOpensNothing() {
        phones.requestCode(CodePurpose.REGISTER, phone, address, Texts.CHINESE);
        var account = accounts.register(name, PASSWORD, phone, " " + email + " ", codeTo(phone), Texts.CHINESE);
        assertThat(account.emailBound()).isFalse();
        assertThat(now(account).email()).isEqualTo(email);
        var sent = TestPhone.texts(jdbc, phone).size();

        logins.requestCode(email, PASSWORD, address);

        assertThat(TestPhone.texts(jdbc, phone)).hasSize(sent);
        assertThat(TestPhone.texts(jdbc, email)).isEmpty();
    }

    @Test
    void anUnverifiedCreditCodeOpensNothing() {
        var account = account();
        var code = creditCode();
        assertThatThrownBy(() -> accounts.verified(account.id(), Verification.NATURAL_PERSON, code));
        assertThatThrownBy(() -> accounts.verified(account.id(), Verification.LEGAL_PERSON, null));
        assertThatThrownBy(() -> accounts.verified(account.id(), Verification.LEGAL_PERSON, mistyped(code)));
        accounts.verified(account.id(), Verification.NATURAL_PERSON, null);

        logins.requestCode(code, PASSWORD, address);

        assertThat(TestPhone.texts(jdbc, phone)).isEmpty();
        assertThat(now(account).verification()).isEqualTo(Verification.NATURAL_PERSON);
    }

    @Test
    void oneCreditCodeIsOneAccounts() {
        var code = creditCode();
        accounts.verified(account().id(), Verification.LEGAL_PERSON, code);
        var other =
                accounts.create(TestPhone.freshLoginName(), PASSWORD, TestPhone.fresh(), null, Set.of(), Texts.CHINESE);

        assertThat(refusal(() -> accounts.verified(other.id(), Verification.LEGAL_PERSON, code)))
                .isEqualTo("account.error.credit-code.taken");
    }

    @Test
    void aPhoneAsLoginNameIsRefusedAndAKeptOneDoesNotHideThePhonesOwner() {
        var account = account();
        assertThat(refusal(
                        "loginName",
                        () -> accounts.create(TestPhone.fresh(), PASSWORD, null, null, Set.of(), Texts.CHINESE)))
                .isEqualTo("account.error.login-name.phone");
        accounts.takeOver(phone, null, null, "旧平台企业", Set.of(Role.ENTERPRISE), Texts.CHINESE);

        assertThat(login(phone, PASSWORD, phone).accountId()).isEqualTo(account.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "33020012", "old_enterprise-2019", "12345678901234567890123456789012"})
    void anIdOfTheOldPlatformIsKept(String kept) {
        var own = kept.length() > 20 ? kept : kept + phone.substring(5);
        var account = accounts.takeOver(own, phone, null, "旧平台企业", Set.of(Role.ENTERPRISE), Texts.CHINESE);

        assertThat(account.loginName()).isEqualTo(own);
        assertThat(accounts.findByLoginName(own)).contains(account);
        assertThat(LoginIdentifier.of(own.toUpperCase(Locale.ROOT)).loginName())
                .isEqualTo(own.toLowerCase(Locale.ROOT));
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM account_event WHERE account_id = :id")
                        .param("id", account.id())
                        .update())
                .as("what happened to an account stays written")
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void allNamesOfAnAccountShareOneCountOfFailures() {
        var account = account();
        bindEmail(account, email);
        for (var typed : new String[] {name, phone, email, name, phone}) {
            assertThat(loginRefusal(typed, "Wrong#12345")).isEqualTo("account.error.login");
        }

        assertThat(refusal(() -> logins.requestCode(email, PASSWORD, address))).isEqualTo("account.error.locked");
    }

    /** The code with another check character than the right one. */
    private static String mistyped(String code) {
        var last = code.length() - 1;
        return code.substring(0, last) + (code.charAt(last) == '0' ? '1' : '0');
    }

    /** Right check characters on a body that belongs to nobody, another each time. */
    private String creditCode() {
        var organization = "PT" + phone.substring(5);
        var body = "91330203" + organization + OrganizationCode.checkCharacter(organization);
        return body + UnifiedSocialCreditCode.checkCharacter(body);
    }
}
