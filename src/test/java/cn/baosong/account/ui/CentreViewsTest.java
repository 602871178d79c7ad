package cn.baosong.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.account.repository.AccountEventTable;
import cn.baosong.common.Texts;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.Pages;
import cn.baosong.testing.TestPhone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of the user centre, my messages, and the two texts. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CentreViewsTest {

    private static final String PASSWORD = "Secret#2026";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private ModelFixture models;

    @Autowired
    private PersonalMessages messages;

    @Autowired
    private AccountEventTable events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void openBrowser() {
        Pages.open(context);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void anAdministratorSeesTypeDeskAndRegionAndMaskedPhone() {
        var person = signIn(desks.holder(desks.yuhang()));
        UI.getCurrent().navigate("account");

        var facts = _get(cn.baosong.common.ui.Card.class, spec -> spec.withId("facts"))
                .getElement()
                .getTextRecursively();
        assertThat(facts)
                .contains(person.loginName(), "管理员", "可管理地区", "余杭区", "浙江省", "未认证", "不需要实名认证")
                .doesNotContain(person.phone())
                .contains(person.phone().substring(0, 3) + "****");
        assertThat(_find(RouterLink.class, spec -> spec.withAttribute("aria-current", "page")))
                .extracting(RouterLink::getText)
                .containsExactly("基本信息");
    }

    @Test
    void whatIsRefusedStaysOnThePageAndWhatIsRightIsSaved() {
        var person = signIn(actors.applicant());
        UI.getCurrent().navigate("account");
        _setValue(text("display-name"), "<b>小王</b>");
        _setValue(text("registeredPostalCode"), "31");
        _setValue(text("address"), "示范路 1 号");
        _click(button("save-profile"));

        assertThat(text("display-name").getErrorMessage()).contains("1–60");
        assertThat(text("registeredPostalCode").isInvalid()).isTrue();
        assertThat(text("address").getValue()).isEqualTo("示范路 1 号");
        assertThat(accounts.find(person.id()).orElseThrow().displayName()).isEqualTo(person.displayName());

        _setValue(text("display-name"), "小王");
        _setValue(text("registeredPostalCode"), "310000");
        _click(button("save-profile"));
        assertThat(text("display-name").isInvalid()).isFalse();
        assertThat(accounts.find(person.id()).orElseThrow().displayName()).isEqualTo("小王");

        UI.getCurrent().navigate("");
        UI.getCurrent().navigate("account");
        assertThat(text("display-name").getValue()).isEqualTo("小王");
        assertThat(text("address").getValue()).isEqualTo("示范路 1 号");
        assertThat(unreadInBell()).isEqualTo("1");
    }

    @Test
    void aFieldTheProcessOwnerAddsIsThereAndIsKept() {
        models.changed("forms/account/user-profile.form", form -> form.replaceFirst("\"components\": \\[", """
                        "components": [{"type": "textfield", "id": "field-fax", "key": "fax", "label": "传真",
                            "layout": {"row": "row-fax", "columns": 16}},"""), () -> {
            signIn(actors.applicant());
            UI.getCurrent().navigate("account");
            _setValue(text("fax"), "0571-1");
            _click(button("save-profile"));
            UI.getCurrent().navigate("");
            UI.getCurrent().navigate("account");
            assertThat(text("fax").getValue()).isEqualTo("0571-1");
            return null;
        });
    }

    @Test
    void whoHasNoAccountIsToldInWords() {
        Pages.signIn(Actors.withoutAccount(Actors.freshPhone()));
        for (var path : new String[] {"account", "account/devices", "account/activity", "messages"}) {
            try {
                UI.getCurrent().navigate(path);
            } catch (RuntimeException refusal) {
                assertThat(refusal).hasMessageContaining("account.error.no-account");
            }
            assertThat(_find(RouterLink.class, spec -> spec.withId("show-all"))).isEmpty();
            _assertNone(Button.class, spec -> spec.withId("save-profile"));
        }
    }

    @Test
    void otherLoginsAreEndedFromHere() {
        var phone = TestPhone.fresh();
        var name = TestPhone.freshLoginName();
        var account = accounts.create(name, PASSWORD, phone, null, Set.of(Role.APPLICANT), Texts.CHINESE);
        for (var number = 0; number < 3; number++) {
            Pages.close();
            Pages.open(context);
            logIn(name, phone);
        }
        UI.getCurrent().navigate("account/devices");
        assertThat(_find(ListItem.class)).hasSize(3);
        assertThat(_find(ListItem.class).get(0).getElement().getTextRecursively())
                .contains("本机");

        _click(_find(Button.class, spec -> spec.withClasses("end-device")).get(0));
        assertThat(_find(ListItem.class)).hasSize(2);
        _click(button("end-others"));
        assertThat(_find(ListItem.class)).hasSize(1);
        _assertNone(Button.class, spec -> spec.withId("end-others"));
        assertThat(jdbc.sql("SELECT count(*) FROM account_session WHERE account_id = :id AND ended_at IS NULL")
                        .param("id", account.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        UI.getCurrent().navigate("account/activity");
        assertThat(_find(ListItem.class)).hasSize(2).allSatisfy(item -> assertThat(
                        item.getElement().getTextRecursively())
                .contains("结束其他设备的登录", "本人"));
    }

    @Test
    void aNewPasswordEndsTheOtherLoginsAndKeepsThisOne() {
        var phone = TestPhone.fresh();
        var name = TestPhone.freshLoginName();
        accounts.create(name, PASSWORD, phone, null, Set.of(Role.APPLICANT), Texts.CHINESE);
        logIn(name, phone);
        Pages.close();
        Pages.open(context);
        logIn(name, phone);
        UI.getCurrent().navigate("account/password");
        _setValue(_get(PasswordField.class, spec -> spec.withId("old-password")), PASSWORD);
        _setValue(_get(PasswordField.class, spec -> spec.withId("password")), "Other#12345");
        _setValue(_get(PasswordField.class, spec -> spec.withId("password-repeat")), "Other#12345");
        _click(button("save"));

        UI.getCurrent().navigate("account/devices");
        assertThat(_find(ListItem.class)).singleElement().satisfies(item -> assertThat(
                        item.getElement().getTextRecursively())
                .contains("本机"));
    }

    @Test
    void activitySaysRolesAndVerificationsInWords() {
        var person = signIn(actors.applicant());
        events.insert(person.id(), null, "ROLE_GRANTED", "ENTERPRISE", null, Instant.now());
        events.insert(person.id(), null, "VERIFIED", "LEGAL_PERSON", null, Instant.now());
        UI.getCurrent().navigate("account/activity");
        assertThat(_find(ListItem.class))
                .extracting(item -> item.getElement().getTextRecursively())
                .noneMatch(text -> text.contains("ENTERPRISE") || text.contains("LEGAL_PERSON"))
                .anyMatch(text -> text.endsWith("企业用户"))
                .anyMatch(text -> text.endsWith("法人"));
    }

    @Test
    void activityIsTurnedPageByPage() {
        var person = signIn(actors.applicant());
        for (var number = 0; number < 25; number++) {
            events.insert(person.id(), null, "PHONE_CHANGED", "100****" + number, null, Instant.now());
        }
        UI.getCurrent().navigate("account/activity");
        assertThat(_find(ListItem.class)).hasSize(20);
        UI.getCurrent().navigate("account/activity", com.vaadin.flow.router.QueryParameters.of("page", "1"));
        assertThat(_find(ListItem.class)).hasSize(5);
        for (var nonsense : new String[] {"-1", "x", "99999999999", "1 OR 1=1"}) {
            UI.getCurrent().navigate("account/activity", com.vaadin.flow.router.QueryParameters.of("page", nonsense));
            assertThat(_find(ListItem.class)).hasSize(20);
        }
    }

    @Test
    void theBellCountsAndTheListIsRead() {
        var person = signIn(actors.applicant());
        UI.getCurrent().navigate("messages");
        _assertNone(Span.class, spec -> spec.withId("unread"));
        assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("我的消息，没有未读");
        assertThat(body()).contains("还没有消息");

        for (var number = 0; number < 3; number++) {
            send(person);
        }
        UI.getCurrent().navigate("");
        assertThat(unreadInBell()).isEqualTo("3");
        assertThat(bell().getElement().getAttribute("aria-label")).isEqualTo("我的消息，3 条未读");

        UI.getCurrent().navigate("messages");
        _click(_find(Button.class).stream()
                .filter(button -> button.getText().equals("标为已读"))
                .findFirst()
                .orElseThrow());
        assertThat(unreadInBell()).isEqualTo("2");
        assertThat(_find(ListItem.class, spec -> spec.withClasses("unread"))).hasSize(2);

        _click(_find(NativeButton.class, spec -> spec.withClasses("entry-title"))
                .get(1));
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("account/activity");
        assertThat(unreadInBell()).isEqualTo("1");

        UI.getCurrent().navigate("messages", com.vaadin.flow.router.QueryParameters.of("show", "unread"));
        assertThat(_find(ListItem.class)).hasSize(1);
        _click(button("read-all"));
        assertThat(body()).contains("没有未读消息");
        _assertNone(Span.class, spec -> spec.withId("unread"));
    }

    @Test
    void theTwoTextsAreOpenInBothLanguagesAndWrittenByAProcessOwner() {
        for (var path : new String[] {"agreement", "privacy"}) {
            UI.getCurrent().navigate(path);
            assertThat(said()).containsPattern("\\p{IsHan}{10}").contains("平台运营方");
            _click(_get(NativeButton.class, spec -> spec.withId("language")));
            assertThat(said()).contains("operator").doesNotContainPattern("\\p{IsHan}");
            _click(_get(NativeButton.class, spec -> spec.withId("language")));
        }
        models.changed("forms/account/user-agreement.form", form -> form.replace("欢迎使用报送平台", "本平台的新协议"), () -> {
            UI.getCurrent().navigate("login");
            UI.getCurrent().navigate("agreement");
            assertThat(said()).contains("本平台的新协议");
            return null;
        });
    }

    private Account signIn(Account account) {
        var now = accounts.find(account.id()).orElseThrow();
        Pages.signIn(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()));
        return now;
    }

    private void logIn(String name, String phone) {
        UI.getCurrent().navigate("login");
        _setValue(text("login-name"), name);
        _setValue(_get(PasswordField.class, spec -> spec.withId("password")), PASSWORD);
        transaction.executeWithoutResult(
                status -> jdbc.sql("DELETE FROM rate_limit").update());
        _click(button("request-code"));
        _setValue(text("code"), TestPhone.code(jdbc, phone));
        _click(button("enter"));
    }

    private void send(Account to) {
        transaction.executeWithoutResult(status -> messages.send(to.id(), "profile-changed", "/account/activity"));
    }

    private static String said() {
        return _find(Markdown.class).stream().map(Markdown::getContent).collect(Collectors.joining("\n"));
    }

    private static String body() {
        return _find(Div.class).stream()
                .map(div -> div.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private static Component bell() {
        return _get(MessageBell.class);
    }

    private static String unreadInBell() {
        return _get(Span.class, spec -> spec.withId("unread")).getText();
    }

    private static TextField text(String id) {
        return _get(TextField.class, spec -> spec.withId(id));
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }
}
