package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"abcdef", "ABC123", "user@1", "@@@@@@", "1234567890123456"})
    void loginNamesOfSixToSixteenLettersDigitsAndAt(String name) {
        assertThat(AccountRules.loginName(name)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "abcde",
                "12345678901234567",
                "abc def",
                "abcdef\n",
                "用户名用户名",
                "abc.def",
                "abc-def",
                "a' OR 1=1",
                "<script>",
                "ａｂｃｄｅｆ",
                "abcdef\u0000",
                "abc\tdef"
            })
    void noOtherLoginNames(String name) {
        assertThat(AccountRules.loginName(name))
                .hasValueSatisfying(problem -> assertThat(problem.key()).isEqualTo("account.error.login-name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefg1!", "A1!A1!A1!", "0123456789abcd_~", "';DROP--1a"})
    void passwordsOfLettersDigitsAndSpecialCharacters(String password) {
        assertThat(AccountRules.password(password)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "abcdef1!",
                "abcdefghijklmno1!",
                "abcdefghi",
                "123456789",
                "!!!!!!!!!",
                "abcdefgh1",
                "abcdefgh!",
                "12345678!",
                "abcdef 1!",
                "abcdefg1密",
                "abcdefg1!\n",
                "abcdefg１!"
            })
    void noOtherPasswords(String password) {
        assertThat(AccountRules.password(password)).isPresent();
    }

    @Test
    void hugeInputIsRefusedAtOnce() {
        var huge = "a1!".repeat(4_000_000);
        assertThat(AccountRules.loginName(huge)).isPresent();
        assertThat(AccountRules.password(huge)).isPresent();
        assertThat(AccountRules.phone(huge)).isPresent();
        assertThat(AccountRules.code(huge)).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "1380013800", "138001380000", "23800138000", "+8613800138000", "1380013800０", "138 0013800"})
    void phonesHaveElevenDigitsAndBeginWithOne(String phone) {
        assertThat(AccountRules.phone(phone)).isPresent();
        assertThat(AccountRules.phone("13800138000")).isEmpty();
    }

    @Test
    void strengthFollowsTheRules() {
        assertThat(AccountRules.strength(null)).isZero();
        assertThat(AccountRules.strength("")).isZero();
        assertThat(AccountRules.strength("abc")).isEqualTo(1);
        assertThat(AccountRules.strength("abcdefgh1")).isEqualTo(1);
        assertThat(AccountRules.strength("aaaaaaa1!")).isEqualTo(2);
        assertThat(AccountRules.strength("kW7#pQ2z!mR4")).isEqualTo(3);
    }

    @Test
    void oneAddressIsOneCustomer() {
        assertThat(ClientAddress.group("2001:db8:1:2::1")).isEqualTo(ClientAddress.group("2001:db8:1:2:ffff::9"));
        assertThat(ClientAddress.group("2001:db8:1:3::1")).isNotEqualTo(ClientAddress.group("2001:db8:1:2::1"));
        assertThat(ClientAddress.group("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(ClientAddress.group(null)).isEqualTo("unknown");
        assertThat(ClientAddress.group("not.an.address.example")).isEqualTo("not.an.address.example");
        assertThat(ClientAddress.group(":::::")).isEqualTo(":::::");
    }
}
