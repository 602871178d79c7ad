package cn.baosong.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.testing.KnownDigits;
import cn.baosong.testing.Pages;
import cn.baosong.testing.TestPhone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccountViewsTest {

    private static final String PASSWORD = "Secret#2026";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KnownDigits digits;

    private final String phone = TestPhone.fresh();
    private final String name = TestPhone.freshLoginName();

    @BeforeEach
    void openBrowser() {
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void aNewVisitorSeesChineseAndSwitchesInPlace() {
        UI.getCurrent().navigate("login");
        assertThat(text("login-name").getLabel()).startsWith("登录名 /");
        _setValue(text("login-name"), name);

        _click(_get(NativeButton.class, spec -> spec.withId("language")));

        assertThat(text("login-name").getLabel()).startsWith("Login name /");
        assertThat(text("login-name").getValue()).as("what was typed stays").isEqualTo(name);
        assertThat(button("enter").getText()).isEqualTo("Log in");
        assertThat(VaadinSession.getCurrent().getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(view(LoginView.class).getPageTitle()).isEqualTo("Log in · Baosong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "en-GB"})
    void theBrowserRemembersEnglish(String value) {
        reopen(new Cookie("baosong-language", value));
        UI.getCurrent().navigate("login");
        assertThat(text("login-name").getLabel()).startsWith("Login name /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "<script>", "zh-TW", "x"})
    void anyOtherCookieMeansChinese(String value) {
        reopen(new Cookie("baosong-language", value));
        UI.getCurrent().navigate("login");
        assertThat(text("login-name").getLabel()).startsWith("登录名 /");
    }

    @Test
    void nothingOfTheDemoShowsOutsideIt() {
        UI.getCurrent().navigate("login");
        _assertNone(Anchor.class, spec -> spec.withId("demo-inbox"));
        assertThat(_find(NativeButton.class, spec -> spec.withClasses("use-login")))
                .isEmpty();
    }

    @Test
    void emptyFieldsAreNamedAndNothingIsAsked() {
        UI.getCurrent().navigate("login");
        _click(button("enter"));
        assertThat(text("login-name").isInvalid()).isTrue();
        assertThat(password("password").isInvalid()).isTrue();
        assertThat(text("code").getErrorMessage()).isEqualTo("请填写");

        _click(button("request-code"));
        assertThat(text("code").isInvalid())
                .as("the code is what is being asked for")
                .isFalse();
    }

    @Test
    void logsInWithTheCodeThatWasSent() {
        account(Role.ENTERPRISE);
        UI.getCurrent().navigate("login");
        _setValue(text("login-name"), name);
        _setValue(password("password"), PASSWORD);
        _click(button("request-code"));
        assertThat(message()).contains("验证码已发送");
        _setValue(text("code"), TestPhone.code(jdbc, phone));
        _click(button("enter"));

        assertThat(currentUser.require().loginName()).isEqualTo(name);
    }

    @Test
    void theLanguageOfTheAccountHoldsAfterTheLoginUnlessOneWasChosen() {
        var account = account(Role.ENTERPRISE);
        accounts.changeLocale(account.id(), Locale.ENGLISH);
        logIn(PASSWORD);
        assertThat(VaadinSession.getCurrent().getLocale()).isEqualTo(Locale.ENGLISH);

        reopen();
        UI.getCurrent().navigate("login");
        _click(_get(NativeButton.class, spec -> spec.withId("language")));
        _click(_get(NativeButton.class, spec -> spec.withId("language")));
        logIn(PASSWORD);
        assertThat(VaadinSession.getCurrent().getLocale()).isEqualTo(Texts.CHINESE);
        assertThat(accounts.find(account.id()).orElseThrow().locale()).isEqualTo(Texts.CHINESE);
    }

    @Test
    void aRefusalIsSaidInWordsAndTheSameForNobody() {
        account(Role.ENTERPRISE);
        UI.getCurrent().navigate("login");
        enter(name, "Wrong#12345", "123456");
        var wrongPassword = message();
        enter("nobody12345", PASSWORD, "123456");

        assertThat(wrongPassword).isEqualTo("登录名、密码或验证码不正确，或验证码已失效");
        assertThat(message()).isEqualTo(wrongPassword);
        assertThat(text("code").getValue()).isEmpty();
        assertThat(currentUser.find()).isEmpty();
    }

    @Test
    void whoIsLoggedInDoesNotLogInAgain() {
        account(Role.ENTERPRISE);
        logIn(PASSWORD);
        UI.getCurrent().navigate("login");
        _assertNone(LoginView.class);
    }

    @Test
    void registersAndLeadsToTheLogin() {
        UI.getCurrent().navigate("register");
        _setValue(text("login-name"), name);
        _setValue(password("password"), PASSWORD);
        _setValue(password("password-repeat"), PASSWORD);
        _setValue(text("phone"), phone);
        _click(button("request-code"));
        readPicture();
        _setValue(text("code"), TestPhone.code(jdbc, phone));
        _setValue(_get(Checkbox.class, spec -> spec.withId("agreement")), true);
        _click(button("register"));

        assertThat(_get(H1.class).getText()).isEqualTo("注册成功");
        assertThat(_get(Anchor.class, spec -> spec.withId("done-login")).getHref())
                .isEqualTo("/login");
        assertThat(accounts.findByLoginName(name).orElseThrow().roles()).containsExactly(Role.APPLICANT);
    }

    @Test
    void registrationSaysEverythingThatIsWrongAtOnce() {
        UI.getCurrent().navigate("register");
        _setValue(text("login-name"), "me");
        _setValue(password("password"), "weak");
        _setValue(password("password-repeat"), "other");
        _setValue(text("phone"), "123");
        _click(button("register"));

        assertThat(text("login-name").getErrorMessage()).contains("6–16");
        assertThat(password("password").getErrorMessage()).contains("9–16");
        assertThat(password("password-repeat").getErrorMessage()).contains("不一致");
        assertThat(text("phone").getErrorMessage()).contains("11");
        assertThat(text("code").getErrorMessage()).contains("6");
        assertThat(_get(Checkbox.class, spec -> spec.withId("agreement")).getErrorMessage())
                .contains("同意");
        assertThat(accounts.findByLoginName("me")).isEmpty();
    }

    @Test
    void registrationRefusesATakenNameAtItsField() {
        accounts.create(name, PASSWORD, null, null, Set.of(), Texts.CHINESE);
        reopen(new Cookie("baosong-language", "en"));
        UI.getCurrent().navigate("register");
        _setValue(text("login-name"), name);
        _setValue(password("password"), PASSWORD);
        _setValue(password("password-repeat"), PASSWORD);
        _setValue(text("phone"), phone);
        _click(button("request-code"));
        readPicture();
        _setValue(text("code"), TestPhone.code(jdbc, phone));
        _setValue(_get(Checkbox.class, spec -> spec.withId("agreement")), true);
        _click(button("register"));

        assertThat(text("login-name").getErrorMessage()).contains("taken");
        _assertNone(Anchor.class, spec -> spec.withId("done-login"));
    }

    @Test
    void theBarSaysHowStrongThePasswordIs() {
        UI.getCurrent().navigate("register");
        assertThat(strength()).isEqualTo("密码强度：—");
        _setValue(password("password"), "abc");
        assertThat(strength()).isEqualTo("密码强度：不符合要求");
        _setValue(password("password"), "aaaaaaa1!");
        assertThat(strength()).isEqualTo("密码强度：中");
        _setValue(password("password"), "kW7#pQ2z!mR4");
        assertThat(strength()).isEqualTo("密码强度：强");
    }

    @Test
    void thePasswordPageIsForWhoIsLoggedIn() {
        UI.getCurrent().navigate("account/password");
        _assertNone(PasswordView.class);

        account(Role.ENTERPRISE);
        logIn(PASSWORD);
        UI.getCurrent().navigate("account/password");
        changePassword("Wrong#12345", "Other#12345", "Other#12345");
        assertThat(password("old-password").getErrorMessage()).contains("原密码");
        changePassword(PASSWORD, "Other#12345", "Other#12346");
        assertThat(password("password-repeat").getErrorMessage()).contains("不一致");
        changePassword(PASSWORD, "Other#12345", "Other#12345");
        assertThat(message()).isEqualTo("密码已修改");
        assertThat(password("old-password").getValue()).isEmpty();
    }

    @Test
    void aPasswordBySmsOpensThePasswordPageAlone() {
        var made = accounts.createWithRandomPassword(name, phone, null, Set.of(Role.ENTERPRISE), Texts.CHINESE);
        logIn(made.password());
        assertThat(currentUser.mustChangePassword()).isTrue();

        for (var path : new String[] {"", "login", "register", "account/password"}) {
            UI.getCurrent().navigate(path);
            assertThat(view(PasswordView.class)).isNotNull();
        }
        changePassword(made.password(), PASSWORD, PASSWORD);
        assertThat(currentUser.require().roles()).containsExactly(Role.ENTERPRISE);
        UI.getCurrent().navigate("register");
        assertThat(_find(PasswordView.class)).isEmpty();
    }

    @Test
    void aWrongSetupLinkIsAPlainPage() {
        UI.getCurrent().navigate("setup/no-such-token-000000000000000000");
        assertThat(_get(H1.class).getText()).isEqualTo("链接无效");
        assertThat(_find(TextField.class)).isEmpty();
    }

    @Test
    void anExpiredSessionIsToldInTheLanguageOfTheVisitorAndLoadsThePageAgain() {
        var messages = VaadinService.getCurrent().getSystemMessages(Locale.ENGLISH, VaadinRequest.getCurrent());
        assertThat(messages.getSessionExpiredCaption()).isEqualTo("登录已过期");
        assertThat(messages.getSessionExpiredURL()).isNull();
        assertThat(messages.isSessionExpiredNotificationEnabled()).isTrue();

        reopen(new Cookie("baosong-language", "en"));
        VaadinSession.setCurrent(null);
        messages = VaadinService.getCurrent().getSystemMessages(Texts.CHINESE, VaadinRequest.getCurrent());
        assertThat(messages.getSessionExpiredCaption()).isEqualTo("Your session has expired");
    }

    private void readPicture() {
        _setValue(text("picture-digits"), digits.newest());
        _click(button("picture-confirm"));
    }

    private Account account(Role role) {
        return accounts.create(name, PASSWORD, phone, null, Set.of(role), Texts.CHINESE);
    }

    private void logIn(String password) {
        UI.getCurrent().navigate("login");
        _setValue(text("login-name"), name);
        _setValue(password("password"), password);
        _click(button("request-code"));
        _setValue(text("code"), TestPhone.code(jdbc, phone));
        _click(button("enter"));
    }

    private void enter(String loginName, String password, String code) {
        _setValue(text("login-name"), loginName);
        _setValue(password("password"), password);
        _setValue(text("code"), code);
        _click(button("enter"));
    }

    private void changePassword(String old, String fresh, String repeat) {
        _setValue(password("old-password"), old);
        _setValue(password("password"), fresh);
        _setValue(password("password-repeat"), repeat);
        _click(button("save"));
    }

    private void reopen(Cookie... cookies) {
        Pages.close();
        Pages.open(context, cookies);
    }

    private static String message() {
        return _get(Callout.class).getElement().getTextRecursively();
    }

    private static String strength() {
        return _get(Span.class, spec -> spec.withId("strength")).getText();
    }

    private static TextField text(String id) {
        return _get(TextField.class, spec -> spec.withId(id));
    }

    private static PasswordField password(String id) {
        return _get(PasswordField.class, spec -> spec.withId(id));
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private static <T extends com.vaadin.flow.component.Component> T view(Class<T> type) {
        return _get(type);
    }
}
