package cn.baosong.browser;

import cn.baosong.common.Texts;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.TakeoverFixture;
import cn.baosong.testing.TestPhone;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An enterprise of the old platform, from the operator's workbook to its first login here. */
class TakeoverJourneyTest extends BrowserTest {

    private static final String OWN = "Own#2026word";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Bytes that a server with its ordinary settings would not let through, and a workbook may well have. */
    private static final int LARGE = 4_000_000;

    @Autowired
    private TakeoverFixture takeover;

    @ParameterizedTest
    @ValueSource(strings = "en")
    @DisplayName("taken over, given an activation code by its county, bound to a phone, logged in")
    void activated(String language) {
        var locale = Locale.forLanguageTag(language);
        var row = TakeoverFixture.row("330203");
        var id = row.get(TakeoverFixture.LOGIN_NAME);
        var wrong = TakeoverFixture.with(TakeoverFixture.row("330203"), TakeoverFixture.CODE, "12345");
        var phone = TestPhone.fresh();

        var operator = speaking(loggedIn("operator01"), locale).go("/takeover");
        var file = operator.page().locator("vaadin-upload input[type=file]");
        file.setInputFiles(new FilePayload("<i>list</i>.txt", "text/plain", new byte[] {1}));
        var refusal = say(locale, "excel.error.not-a-workbook");
        operator.shows(say(locale, "common.upload.refused", "<i>list</i>.txt", refusal));
        file.setInputFiles(new FilePayload("large.xlsx", WORKBOOK, new byte[LARGE]));
        operator.showsAt("message", refusal);
        file.setInputFiles(new FilePayload("old.xlsx", WORKBOOK, takeover.workbook(List.of(row, wrong))));
        operator.page().waitForURL(url -> url.matches(".*/takeover/.+"));
        Awaitility.await("the rows are decided")
                .pollInSameThread()
                .until(() -> operator.settle().at("count-REFUSED").innerText().contains("1"));
        operator.showsAt("count-DONE", "1").shows(wrong.get(TakeoverFixture.LOGIN_NAME));

        var county = speaking(loggedIn(Cast.COUNTY), locale).go("/enterprises/activation?q=" + id);
        county.page()
                .locator("vaadin-grid vaadin-button")
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .click();
        var code = county.settle().at("activation-code").innerText().strip();
        county.click("activation-noted");

        var tab = speaking(visitor().open("/login"), locale);
        tab.click("bind-phone").arriveAt("/bind-phone");
        tab.fill("login-name", id).fill("activation-code", code).fill("phone", phone);
        tab.fill("code", codeAfter(phone, () -> solvePicture(tab.click("request-code"))));
        tab.fill("password", OWN).fill("password-repeat", OWN).click("bind");
        tab.shows(say(locale, "account.bind-phone.done.title")).click("back").arriveAt("/login");
        enterLogin(tab, id, OWN, phone);
        tab.page().waitForURL(url -> !url.contains("/login"));
        tab.settle().shows(row.get(TakeoverFixture.NAME)).shows(row.get(TakeoverFixture.CODE));
        tab.go("/enterprise").showsAt("name", row.get(TakeoverFixture.NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = "en")
    @DisplayName("who forgot the user ID gets it, masked, by the credit code; a code nobody has is answered alike")
    void foundAgain(String language) {
        var locale = Locale.forLanguageTag(language);
        var person = cast.approved();
        var inbox = new InboxTab(visitor().open("/demo/inbox?phone=" + person.phone()));
        var tab = speaking(visitor().open("/find-account"), locale);

        tab.fill("credit-code", person.code()).click("send");
        solvePicture(tab);
        tab.shows(say(locale, "enterprise.find.sent"));
        var text = inbox.nextText();
        org.assertj.core.api.Assertions.assertThat(text)
                .contains(person.loginName().substring(0, 2) + "***")
                .doesNotContain(person.loginName());
        tab.fill("credit-code", RegistrationFixture.freshCode("330203")).click("send");
        tab.shows(say(locale, "enterprise.find.sent"));
    }

    private static Tab speaking(Tab tab, Locale locale) {
        return locale.equals(Texts.ENGLISH) ? tab.click("language").settle() : tab;
    }
}
