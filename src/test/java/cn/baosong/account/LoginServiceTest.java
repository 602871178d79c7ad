package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.baosong.account.LoginService.Entered;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.testing.TestPhone;
import cn.baosong.testing.Together;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RecordApplicationEvents
class LoginServiceTest {

    private static final String PASSWORD = "Secret#2026";

    @Autowired
    private LoginService logins;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private PhoneVerification phones;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private final String phone = TestPhone.fresh();
    private final String name = TestPhone.freshLoginName();
    private final MockHttpServletRequest request = request();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void nameAndPasswordAndCodeOpenASessionWithANewId() {
        var account = account(Role.ENTERPRISE);
        request.setSession(new MockHttpSession(null, "planted-by-somebody"));

        var entered = login(PASSWORD, requestCode());

        assertThat(entered.user()).isEqualTo(new SignedIn(account.id(), name, phone, Set.of(Role.ENTERPRISE)));
        assertThat(entered.mustChangePassword()).isFalse();
        assertThat(entered.returnPath()).isEqualTo("/");
        assertThat(request.getSession().getId()).isNotEqualTo("planted-by-somebody");
        assertThat(storedContext().getAuthentication().getPrincipal()).isEqualTo(entered.user());
        assertThat(storedContext().getAuthentication().getCredentials()).isNull();
        assertThat(currentUser.require()).isEqualTo(entered.user());
        assertThat(events.stream(AuthenticationSuccessEvent.class)).hasSize(1);
    }

    @Test
    void theNameMayBeTypedInAnyCase() {
        account(Role.ENTERPRISE);
        var code = requestCode();

        var entered =
                logins.login(" " + name.toUpperCase(java.util.Locale.ROOT) + " ", PASSWORD, code, request, response);

        assertThat(entered.user().loginName()).isEqualTo(name);
    }

    @Test
    void whateverIsWrongTheAnswerIsTheSame() {
        account(Role.ENTERPRISE);
        var code = requestCode();

        assertThat(refusal("nobody12345", PASSWORD, code)).isEqualTo("account.error.login");
        assertThat(refusal(name, "Wrong#12345", code)).isEqualTo("account.error.login");
        assertThat(refusal(name, PASSWORD, code.equals("000000") ? "000001" : "000000"))
                .isEqualTo("account.error.login");
        assertThat(refusal(null, null, null)).isEqualTo("account.error.login");
        assertThat(refusal("", "", "")).isEqualTo("account.error.login");
        assertThat(refusal(name + "x".repeat(10_000_000), "x".repeat(10_000_000), "1".repeat(10_000_000)))
                .isEqualTo("account.error.login");
        assertThat(events.stream(AuthenticationFailureBadCredentialsEvent.class))
                .hasSize(6);
        assertThat(events.stream(AuthenticationFailureBadCredentialsEvent.class)
                        .map(event -> event.getAuthentication().toString()))
                .noneMatch(text -> text.contains("Wrong#12345") || text.length() > 500);
        assertThat(request.getSession(false)).isNull();
        assertThat(currentUser.find()).isEmpty();
    }

    @Test
    void askingForACodeSaysNothingAndSendsOnlyToWhoIsRight() {
        account(Role.ENTERPRISE);

        logins.requestCode("nobody12345", PASSWORD, address());
        logins.requestCode(name, "Wrong#12345", address());
        logins.requestCode(null, null, null);
        assertThat(TestPhone.texts(jdbc, phone)).isEmpty();

        logins.requestCode(name, PASSWORD, address());
        assertThat(TestPhone.texts(jdbc, phone)).hasSize(1);
    }

    @Test
    void theLimitOnCodesIsTheSameForNamesThatDoNotExist() {
        account(Role.ENTERPRISE);
        var nobody = TestPhone.freshLoginName();
        for (var who : new String[] {name, nobody}) {
            logins.requestCode(who, PASSWORD, address());
            logins.requestCode(who, PASSWORD, address());
            var refused = catchThrowableOfType(Problem.class, () -> logins.requestCode(who, PASSWORD, address()));
            assertThat(refused.key()).isEqualTo("account.error.sms");
        }
    }

    @Test
    void aCodeIsNotReplayed() {
        account(Role.ENTERPRISE);
        var code = requestCode();
        login(PASSWORD, code);

        assertThat(refusal(name, PASSWORD, code)).isEqualTo("account.error.login");
    }

    @Test
    void ofTwoLoginsRacingForOneCodeOneWins() throws Exception {
        account(Role.ENTERPRISE);
        var code = requestCode();

        var outcomes = Together.run(4, () -> {
            try {
                return logins.login(name, PASSWORD, code, request(), new MockHttpServletResponse());
            } finally {
                SecurityContextHolder.clearContext();
            }
        });

        assertThat(outcomes).filteredOn(Entered.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Problem.class::isInstance).hasSize(3);
    }

    @Test
    void aCodeForRegistrationDoesNotLogIn() {
        account(Role.ENTERPRISE);
        phones.requestCode(CodePurpose.REGISTER, phone, phone, Texts.CHINESE);

        assertThat(refusal(name, PASSWORD, TestPhone.code(jdbc, phone))).isEqualTo("account.error.login");
    }

    @Test
    void afterFiveFailuresTheDoorIsShutForAWhileAndSaysHowLong() {
        account(Role.ENTERPRISE);
        var code = requestCode();
        for (var failures = 0; failures < 5; failures++) {
            assertThat(refusal(name, "Wrong#12345", code)).isEqualTo("account.error.login");
        }

        var locked = catchThrowableOfType(Problem.class, () -> login(PASSWORD, code));
        assertThat(locked.key()).isEqualTo("account.error.locked");
        assertThat(locked.arguments()[0].toString()).matches("[0-9]{2}:[0-9]{2}:[0-9]{2}");

        var elsewhere = request();
        elsewhere.setRemoteAddr("198.51.100." + (System.nanoTime() % 200 + 1));
        assertThat(logins.login(name, PASSWORD, code, elsewhere, response)
                        .user()
                        .loginName())
                .as("from another address the owner still gets in")
                .isEqualTo(name);
    }

    @Test
    void namesThatDoNotExistAreLockedJustTheSame() {
        var nobody = TestPhone.freshLoginName();
        for (var failures = 0; failures < 5; failures++) {
            assertThat(refusal(nobody, PASSWORD, "123456")).isEqualTo("account.error.login");
        }
        assertThat(refusal(nobody, PASSWORD, "123456")).isEqualTo("account.error.locked");
    }

    @Test
    void aDisabledAccountIsRefusedLikeAnyOther() {
        var account = account(Role.ENTERPRISE);
        var code = requestCode();
        disable(account);

        assertThat(refusal(name, PASSWORD, code)).isEqualTo("account.error.login");
    }

    @Test
    void whoMustChangeThePasswordHasNoRolesUntilThen() {
        var made = accounts.createWithRandomPassword(name, phone, null, Set.of(Role.ENTERPRISE), Texts.CHINESE);
        logins.requestCode(name, made.password(), address());

        var entered = login(made.password(), TestPhone.code(jdbc, phone));

        assertThat(entered.mustChangePassword()).isTrue();
        assertThat(entered.user().roles()).isEmpty();
        assertThat(currentUser.mustChangePassword()).isTrue();
        assertThatThrownBy(currentUser::require)
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                        .isEqualTo("account.error.password.change-first"));

        passwords.change(made.account().id(), made.password(), PASSWORD);
        logins.refresh(request, response);

        assertThat(currentUser.mustChangePassword()).isFalse();
        assertThat(currentUser.require().roles()).containsExactly(Role.ENTERPRISE);
        assertThat(storedContext().getAuthentication().getAuthorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_ENTERPRISE");
    }

    @Test
    void aGrantedRoleHoldsFromTheNextPageAndADisabledAccountIsOut() {
        var account = account(Role.APPLICANT);
        login(PASSWORD, requestCode());

        accounts.grantRole(account.id(), Role.ENTERPRISE);
        logins.refresh(request, response);
        assertThat(currentUser.require().roles()).containsExactlyInAnyOrder(Role.APPLICANT, Role.ENTERPRISE);

        disable(account);
        logins.refresh(request, response);
        assertThat(currentUser.find()).isEmpty();
        assertThat(storedContext()).isNull();
    }

    @Test
    void anApplicantNeedsAPhoneAndNoAccount() {
        phones.requestCode(CodePurpose.APPLY, phone, phone, Texts.CHINESE);
        var code = TestPhone.code(jdbc, phone);

        assertThatThrownBy(() -> logins.signInApplicant(TestPhone.fresh(), code, request, response))
                .isInstanceOf(Problem.class);
        var entered = logins.signInApplicant(phone, code, request, response);

        assertThat(entered.user()).isEqualTo(new SignedIn(null, null, phone, Set.of(Role.APPLICANT)));
        assertThat(currentUser.require().phone()).isEqualTo(phone);
        logins.refresh(request, response);
        assertThat(currentUser.find()).as("there is no account to look up").isPresent();
        assertThatThrownBy(() -> logins.signInApplicant(phone, code, request(), response))
                .isInstanceOf(Problem.class);
    }

    @Test
    void afterTheLoginThePageThatWasAskedFor() {
        account(Role.ENTERPRISE);
        request.setRequestURI("/enterprise/registration");
        request.setQueryString("step=2");
        request.setMethod("GET");
        new HttpSessionRequestCache().saveRequest(request, response);

        assertThat(login(PASSWORD, requestCode()).returnPath()).isEqualTo("/enterprise/registration?step=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "/\\evil.example", "/%0d%0aSet-Cookie:x", "/login", "/x\r\ny"})
    void noWayToAnotherSite(String path) {
        account(Role.ENTERPRISE);
        request.setServerName("evil.example");
        request.setRequestURI(path);
        request.setMethod("GET");
        new HttpSessionRequestCache().saveRequest(request, response);

        assertThat(login(PASSWORD, requestCode()).returnPath())
                .doesNotContain("evil.example", "\r", "\n")
                .startsWith("/");
    }

    @Test
    void thePrincipalTravelsBetweenNodes() throws Exception {
        var principal = new SignedIn(java.util.UUID.randomUUID(), name, phone, Set.of(Role.ENTERPRISE));
        var bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(principal);

        var copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(copy).isEqualTo(principal);
        assertThat(principal.toString()).doesNotContain(phone, name);
    }

    private Account account(Role role) {
        return accounts.create(name, PASSWORD, phone, null, Set.of(role), Texts.CHINESE);
    }

    private void disable(Account account) {
        jdbc.sql("UPDATE account SET enabled = false WHERE id = :id")
                .param("id", account.id())
                .update();
    }

    private String requestCode() {
        logins.requestCode(name, PASSWORD, address());
        return TestPhone.code(jdbc, phone);
    }

    private Entered login(String password, String code) {
        return logins.login(name, password, code, request, response);
    }

    private String refusal(String loginName, String password, String code) {
        return catchThrowableOfType(Problem.class, () -> logins.login(loginName, password, code, request, response))
                .key();
    }

    private SecurityContext storedContext() {
        return (SecurityContext)
                request.getSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    }

    /** An address no other test fails from. */
    private String address() {
        return "203.0.113." + phone.substring(8) + "." + phone;
    }

    private MockHttpServletRequest request() {
        var made = new MockHttpServletRequest();
        made.setRemoteAddr(address());
        return made;
    }
}
