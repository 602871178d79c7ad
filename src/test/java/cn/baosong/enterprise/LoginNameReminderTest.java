package cn.baosong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.Problem;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.TakeoverFixture;
import cn.baosong.testing.TestPhone;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LoginNameReminderTest {

    @Autowired
    private LoginNameReminder reminder;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private TakeoverFixture takeover;

    @Autowired
    private JdbcClient jdbc;

    private final String phone = Actors.freshPhone();
    private final String address = "198.51.100." + (int) (Math.random() * 250);
    private String code;
    private String loginName;

    @BeforeEach
    void anEnterprise() {
        desks.holder(desks.haishu());
        var row = TakeoverFixture.with(TakeoverFixture.row("330203"), TakeoverFixture.PHONE, phone);
        takeover.taken(List.of(row));
        code = row.get(TakeoverFixture.CODE);
        loginName = row.get(TakeoverFixture.LOGIN_NAME);
    }

    @Test
    void theMaskedLoginNameGoesToThePhoneOfTheEnterprise() {
        reminder.send(" " + code.toLowerCase(java.util.Locale.ROOT).replaceFirst("(.{8})", "$1-"), address);

        assertThat(TestPhone.texts(jdbc, phone)).singleElement().satisfies(text -> assertThat(text)
                .contains("ol***" + loginName.substring(loginName.length() - 1))
                .doesNotContain(loginName, code));
        var account = enterprises.ofCode(code).orElseThrow().account();
        assertThat(jdbc.sql("SELECT event || ' ' || detail FROM account_event WHERE account_id = :id ORDER BY id DESC")
                        .param("id", account)
                        .query(String.class)
                        .list()
                        .get(0))
                .isEqualTo("LOGIN_NAME_SENT " + phone.substring(0, 3) + "****" + phone.substring(7));
    }

    @Test
    void aCodeOfNobodyIsAnsweredAlikeAndLeavesNothing() {
        var before = messages();
        reminder.send(RegistrationFixture.freshCode("330203"), address);
        var without = TakeoverFixture.row("330203");
        takeover.taken(List.of(without));
        reminder.send(without.get(TakeoverFixture.CODE), address);
        assertThat(messages()).isEqualTo(before);
    }

    @Test
    void oneCodeIsNotAskedForAgainAndAgain() {
        reminder.send(code, address);
        reminder.send(code, address);
        assertThatThrownBy(() -> reminder.send(code, "203.0.113.7"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo("account.error.sms"));
        var unknown = RegistrationFixture.freshCode("330203");
        reminder.send(unknown, address);
        reminder.send(unknown, address);
        assertThatThrownBy(() -> reminder.send(unknown, address))
                .as("whether or not it is registered")
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo("account.error.sms"));
        assertThat(TestPhone.texts(jdbc, phone)).hasSize(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "123",
                "9133020300000000000000",
                "913302030000000\u0000\r\n",
                "' OR 1=1 --      ",
                "全角全角全角全角全"
            })
    void whatCannotBeACodeIsSaidSo(String strange) {
        assertThatThrownBy(() -> reminder.send(strange, address))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.key()).isEqualTo("enterprise.error.code"));
    }

    private int messages() {
        return jdbc.sql("SELECT count(*) FROM outbox_message WHERE template = 'find-account'")
                .query(Integer.class)
                .single();
    }
}
