package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.testing.TestPhone;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the tests of an account's owner share: an account with a phone and a bound e-mail, and what was sent to them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class OwnerTest {

    static final String PASSWORD = "Secret#2026";
    static final String OTHER = "Other#12345";

    @Autowired
    Accounts accounts;

    @Autowired
    LoginService logins;

    @Autowired
    PhoneVerification phones;

    @Autowired
    EmailBinding emails;

    @Autowired
    JdbcClient jdbc;

    final String phone = TestPhone.fresh();
    final String name = TestPhone.freshLoginName();
    final String email = name + "@example.org";
    final String address = "203.0.113." + phone.substring(8) + "." + phone;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    Account account() {
        return accounts.create(name, PASSWORD, phone, null, Set.of(Role.ENTERPRISE), Texts.CHINESE);
    }

    Account withoutPhone() {
        return accounts.create(name, PASSWORD, null, null, Set.of(Role.ENTERPRISE), Texts.CHINESE);
    }

    Account now(Account account) {
        return accounts.find(account.id()).orElseThrow();
    }

    void bindEmail(Account account, String address) {
        signIn(account);
        emails.requestCode(address, this.address, Texts.CHINESE);
        emails.bind(address, codeTo(address), PASSWORD);
        SecurityContextHolder.clearContext();
    }

    static void signIn(Account account) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.id(), account.loginName(), account.phone(), account.roles()), null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    /** Logs in by any name, with a fresh code that goes to {@code to}. */
    SignedIn login(String typed, String password, String to) {
        var before = TestPhone.texts(jdbc, to).size();
        logins.requestCode(typed, password, address);
        var entered = logins.login(typed, password, nextCode(to, before), request(), new MockHttpServletResponse());
        SecurityContextHolder.clearContext();
        return entered.user();
    }

    /** What the login page answers to a name and a password without a right code. */
    String loginRefusal(String typed, String password) {
        return refusal(() -> logins.login(typed, password, "123456", request(), new MockHttpServletResponse()));
    }

    MockHttpServletRequest request() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    String codeTo(String to) {
        return TestPhone.code(jdbc, to);
    }

    /** The code of a message that is on its way: what is sent after the answer takes a moment. */
    String nextCode(String to, int before) {
        await().until(() -> TestPhone.texts(jdbc, to).size() > before);
        return codeTo(to);
    }

    String newPhoneCode(String to) {
        phones.requestCode(CodePurpose.BIND_PHONE, to, address, Texts.CHINESE);
        return codeTo(to);
    }

    static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(Problem.class, act).key();
    }

    static String refusal(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        var problems = catchThrowableOfType(FieldProblems.class, act).byField();
        assertThat(problems).containsKey(field);
        return problems.get(field).key();
    }

    List<String> events(Account account) {
        return jdbc.sql("SELECT event FROM account_event WHERE account_id = :id ORDER BY id")
                .param("id", account.id())
                .query(String.class)
                .list();
    }

    List<String> inbox(UUID account) {
        return jdbc.sql("SELECT template FROM personal_message WHERE recipient = :id ORDER BY created_at")
                .param("id", account)
                .query(String.class)
                .list();
    }
}
