package cn.baosong.browser;

import cn.baosong.browser.Cast.Applicant;
import cn.baosong.common.Texts;
import cn.baosong.testing.TestPhone;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account through all that can happen to it, with nothing but a browser and what the demo inbox shows. */
class AccountJourneyTest extends BrowserTest {

    private static final String FIRST = "First#2026word";
    private static final String SECOND = "Second#2026word";

    @ParameterizedTest
    @ValueSource(strings = "en")
    @DisplayName("register, log in, bind an e-mail, log in by each name, forget the password, change the phone")
    void lifeOfAnAccount(String language) {
        var locale = Locale.forLanguageTag(language);
        var person = cast.stranger();
        var email = person.loginName() + "@example.org";
        var tab = visitor().open("/register");
        if (locale.equals(Texts.ENGLISH)) {
            tab.click("language");
        }
        register(tab, person, locale);
        tab.click("done-login").arriveAt("/login");
        enter(tab, person.loginName(), FIRST, person.phone());

        tab.go("/account/email").showsAt("bound-email", say(locale, "account.centre.email.none"));
        tab.fill("email", email);
        tab.fill("code", codeAfter(email, () -> tab.click("request-code")));
        tab.fill("own-password", "Wrong#12345").click("save").shows(say(locale, "account.error.password.own"));
        tab.holds("email", email).fill("own-password", FIRST).click("save");
        tab.says(say(locale, "account.centre.email.done")).showsAt("bound-email", "***@example.org");

        for (var name : new String[] {email, person.phone()}) {
            logOut(tab);
            enter(tab, name, FIRST, person.phone());
        }

        logOut(tab);
        recover(tab, person, locale);
        enter(tab, person.loginName(), SECOND, person.phone());

        var newPhone = TestPhone.fresh();
        logOut(tab);
        tab.click("change-phone").arriveAt("/change-phone");
        changePhone(tab, person, newPhone);
        tab.shows(say(locale, "account.change-phone.done")).click("back").arriveAt("/login");
        enter(tab, newPhone, SECOND, newPhone);
        tab.go("/account/phone").showsAt("bound-phone", newPhone.substring(7));
        tab.go("/messages")
                .shows(say(locale, "messaging.inbox.phone-changed", "***", "20").substring(0, 5));
    }

    @Test
    @DisplayName("a verified legal person logs in by its credit code")
    void creditCode() {
        var tab = visitor().open("/login");
        enter(tab, cast.creditCodeOf("demoent01"), PASSWORD, cast.phoneOf("demoent01"));
        tab.go("/account").shows("demoent01").shows(say("account.verification.LEGAL_PERSON"));
    }

    private void register(Tab tab, Applicant person, Locale locale) {
        tab.fill("login-name", person.loginName()).fill("email", "other@example.org");
        tab.fill("password", FIRST).fill("password-repeat", FIRST).fill("phone", person.phone());
        tab.fill("code", codeAfter(person.phone(), () -> solvePicture(tab.click("request-code"))));
        tab.at("agreement").locator("input").check();
        tab.click("register").shows(say(locale, "account.register.done.title"));
    }

    private void recover(Tab tab, Applicant person, Locale locale) {
        tab.click("forgot").arriveAt("/forgot-password").fill("login-name", person.loginName());
        tab.fill("code", codeAfter(person.phone(), () -> solvePicture(tab.click("request-code"))));
        tab.fill("password", SECOND).fill("password-repeat", SECOND).click("save");
        tab.shows(say(locale, "account.forgot.done")).click("back").arriveAt("/login");
    }

    private void changePhone(Tab tab, Applicant person, String newPhone) {
        tab.fill("login-name", person.loginName()).fill("own-password", SECOND);
        tab.fill("proof", codeAfter(person.phone(), () -> tab.click("request-proof")));
        tab.fill("phone", newPhone);
        tab.fill("code", codeAfter(newPhone, () -> solvePicture(tab.click("request-code"))));
        tab.click("save");
    }

    private void enter(Tab tab, String name, String password, String to) {
        enterLogin(tab, name, password, to);
        tab.page().waitForURL(url -> !url.contains("/login"));
        tab.settle();
    }

    private static void logOut(Tab tab) {
        tab.click("logout").arriveAt("/login");
    }
}
