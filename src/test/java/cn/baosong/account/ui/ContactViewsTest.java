package cn.baosong.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.ActivationCodes;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.testing.Actors;
import cn.baosong.testing.KnownDigits;
import cn.baosong.testing.Pages;
import cn.baosong.testing.TestPhone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 忘记密码, 绑定手机号, 手机号修改 before the login; phone and e-mail in the user centre. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ContactViewsTest {

    private static final String PASSWORD = "Secret#2026";
    private static final String OTHER = "Other#12345";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ActivationCodes activations;

    @Autowired
    private Actors actors;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private KnownDigits digits;

    @Autowired
    private JdbcClient jdbc;

    private final String phone = TestPhone.fresh();
    private final String newPhone = TestPhone.fresh();
    private final String name = TestPhone.freshLoginName();
    private final String email = name + "@example.org";

    @BeforeEach
    void openBrowser() {
        Pages.open(context);
        jdbc.sql("DELETE FROM rate_limit").update();
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void theLoginPageLeadsToEveryWayBackIn() {
        UI.getCurrent().navigate("login");
        assertThat(_get(Anchor.class, spec -> spec.withId("forgot")).getHref()).isEqualTo("/forgot-password");
        assertThat(_get(Anchor.class, spec -> spec.withId("bind-phone")).getHref())
                .isEqualTo("/bind-phone");
        assertThat(_get(Anchor.class, spec -> spec.withId("change-phone")).getHref())
                .isEqualTo("/change-phone");
        assertThat(_get(Paragraph.class, spec -> spec.withId("hotline")).getText())
                .contains("12381");
    }

    @Test
    void aForgottenPasswordIsSetAnew() {
        account(phone);
        UI.getCurrent().navigate("forgot-password");
        _click(button("request-code"));
        assertThat(text("login-name").getErrorMessage()).isEqualTo("请填写");
        _setValue(text("login-name"), name);
        _click(button("request-code"));
        assertThat(TestPhone.texts(jdbc, phone)).isEmpty();
        readPicture();
        assertThat(message()).contains("如果账号存在");
        await().until(() -> !TestPhone.texts(jdbc, phone).isEmpty());
        _setValue(text("code"), TestPhone.code(jdbc, phone));
        _setValue(password("password"), OTHER);
        _setValue(password("password-repeat"), "Other#12346");
        _click(button("save"));
        assertThat(password("password-repeat").getErrorMessage()).contains("不一致");
        assertThat(text("code").getValue()).as("what was typed stays").isNotEmpty();
        _setValue(password("password-repeat"), OTHER);
        _click(button("save"));

        assertThat(_get(Anchor.class, spec -> spec.withId("back")).getText()).isEqualTo("登录");
        _assertNone(Button.class, spec -> spec.withId("save"));
    }

    @Test
    void aNameNobodyHasGetsTheSameSentence() {
        UI.getCurrent().navigate("forgot-password");
        _setValue(text("login-name"), "nobody12345");
        _click(button("request-code"));
        readPicture();
        assertThat(message()).contains("如果账号存在");
        _setValue(text("code"), "123456");
        _setValue(password("password"), OTHER);
        _setValue(password("password-repeat"), OTHER);
        _click(button("save"));
        assertThat(message()).isEqualTo("登录名或验证码不正确，或验证码已失效，请核对，或重新获取");
    }

    @Test
    void anEnterpriseOfTheOldPlatformIsActivated() {
        var kept = "K" + phone.substring(2);
        var account = accounts.takeOver(kept, null, null, "旧平台企业", Set.of(Role.ENTERPRISE), Texts.CHINESE);
        var issuer = actors.account(Role.REVIEWER);
        var code = transaction.execute(status -> activations.issue(account.id(), issuer.id()));
        UI.getCurrent().navigate("bind-phone");
        _setValue(text("login-name"), kept);
        _setValue(text("activation-code"), code);
        _setValue(text("phone"), newPhone);
        _click(button("request-code"));
        readPicture();
        _setValue(text("code"), TestPhone.code(jdbc, newPhone));
        _click(button("bind"));
        assertThat(password("password").getErrorMessage()).contains("9–16");
        _setValue(password("password"), OTHER);
        _setValue(password("password-repeat"), OTHER);
        _click(button("bind"));

        assertThat(_get(H1.class).getText()).isEqualTo("手机号已绑定");
        assertThat(accounts.find(account.id()).orElseThrow().phone()).isEqualTo(newPhone);
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoKnowsThePasswordNeedsNoActivationCode() {
        var account = account(null);
        UI.getCurrent().navigate("bind-phone");
        var kind = (RadioButtonGroup<Object>) _get(RadioButtonGroup.class, spec -> spec.withId("secret-kind"));
        kind.setValue(kind.getListDataView().getItem(1));
        _assertNone(PasswordField.class, spec -> spec.withId("password"));
        _setValue(text("login-name"), name);
        _setValue(password("own-password"), "Wrong#12345");
        _setValue(text("phone"), newPhone);
        _click(button("request-code"));
        readPicture();
        _setValue(text("code"), TestPhone.code(jdbc, newPhone));
        _click(button("bind"));
        assertThat(message()).isEqualTo("登录名或密码不正确");
        _setValue(password("own-password"), PASSWORD);
        _click(button("bind"));

        assertThat(accounts.find(account.id()).orElseThrow().phone()).isEqualTo(newPhone);
    }

    @Test
    void thePhoneIsChangedBeforeTheLogin() {
        var account = account(phone);
        UI.getCurrent().navigate("change-phone");
        _setValue(text("login-name"), name);
        changePhone(this::readPicture);

        assertThat(_get(Anchor.class, spec -> spec.withId("back")).getText()).isEqualTo("登录");
        assertThat(accounts.find(account.id()).orElseThrow().phone()).isEqualTo(newPhone);
    }

    @Test
    void thePhoneIsChangedInTheUserCentre() {
        var account = account(phone);
        signIn(account);
        UI.getCurrent().navigate("account/phone");
        assertThat(_get(Paragraph.class, spec -> spec.withId("bound-phone")).getText())
                .contains(phone.substring(0, 3) + "****" + phone.substring(7))
                .doesNotContain(phone);
        _assertNone(TextField.class, spec -> spec.withId("login-name"));
        changePhone(() -> {});

        assertThat(accounts.find(account.id()).orElseThrow().phone()).isEqualTo(newPhone);
        assertThat(_get(Paragraph.class, spec -> spec.withId("bound-phone")).getText())
                .contains(newPhone.substring(7));
    }

    @Test
    void anEmailIsBoundInTheUserCentre() {
        var account = account(phone);
        signIn(account);
        UI.getCurrent().navigate("account/email");
        _setValue(text("email"), "nonsense");
        _click(button("request-code"));
        assertThat(text("email").getErrorMessage()).contains("name@example.org");
        _setValue(text("email"), email);
        _click(button("request-code"));
        _setValue(text("code"), TestPhone.code(jdbc, email));
        _click(button("save"));
        assertThat(password("own-password").getErrorMessage()).isEqualTo("密码不正确");
        _setValue(password("own-password"), PASSWORD);
        _click(button("save"));

        assertThat(accounts.find(account.id()).orElseThrow().boundEmail()).isEqualTo(email);
        assertThat(_get(Paragraph.class, spec -> spec.withId("bound-email")).getText())
                .contains("u***@example.org");
    }

    @Test
    void theUserCentreIsForWhoIsLoggedIn() {
        for (var path : new String[] {"account/phone", "account/email"}) {
            UI.getCurrent().navigate(path);
            _assertNone(CentrePage.class);
        }
    }

    /** @param asked what the page wants to see before it sends a code to the new phone */
    private void changePhone(Runnable asked) {
        _setValue(password("own-password"), PASSWORD);
        _click(button("request-proof"));
        assertThat(message()).contains("原手机号");
        _setValue(text("proof"), TestPhone.code(jdbc, phone));
        _setValue(text("phone"), newPhone);
        _click(button("request-code"));
        asked.run();
        _setValue(text("code"), TestPhone.code(jdbc, newPhone));
        _click(button("save"));
    }

    private void readPicture() {
        _setValue(text("picture-digits"), digits.newest());
        _click(button("picture-confirm"));
    }

    private Account account(String bound) {
        return accounts.create(name, PASSWORD, bound, null, Set.of(Role.ENTERPRISE), Texts.CHINESE);
    }

    private static void signIn(Account account) {
        Pages.signIn(new SignedIn(account.id(), account.loginName(), account.phone(), account.roles()));
    }

    private static String message() {
        return _get(Callout.class).getElement().getTextRecursively();
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
}
