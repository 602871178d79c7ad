package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.browser.Cast.Applicant;
import cn.baosong.common.Texts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a stranger to an enterprise of the platform, with nothing but a browser and what the demo inbox shows. */
class RegistrationJourneyTest extends BrowserTest {

    private static final String STRANGER = "Stranger#2026";

    @ParameterizedTest
    @ValueSource(strings = "zh-CN")
    @DisplayName("a stranger registers, is approved by the county and logs in as an enterprise")
    void journey(String language) {
        var locale = Locale.forLanguageTag(language);
        var person = cast.stranger();
        var inbox = new InboxTab(visitor().open("/demo/inbox?phone=" + person.phone()));

        var visitor = visitor();
        var tab = visitor.open("/register");
        if (locale.equals(Texts.ENGLISH)) {
            tab.click("language");
        }
        tab.shows(say(locale, "account.register.sentence"));
        openAccount(tab, person, inbox, locale);
        tab.click("done-login").arriveAt("/login");
        logInWithCodeFrom(inbox, tab, person);
        tab.shows(say(locale, "registration.start.title"));

        tab.click("start-registration").arriveAt("/registration");
        fillIn(tab, person, locale);
        saveWithSomethingWrong(tab, locale);
        tab.fill("code", person.code()).fill("postalCode", "315000");
        tab.click("submit-registration").says(say(locale, "registration.submitted"));
        tab.shows(say(locale, "registration.status.UNDER_REVIEW")).shows("海曙区经信局");

        approve(person);

        assertThat(inbox.nextText())
                .isEqualTo(say(
                        locale,
                        "messaging.template.registration-approved",
                        person.enterprise(),
                        "",
                        say(locale, "organization.desk-titled", "海曙区经信局", say(locale, "organization.level.COUNTY"))));
        tab.click("logout").arriveAt("/login");
        logInWithCodeFrom(inbox, tab, person);
        tab.shows(person.enterprise()).shows(person.code());
        tab.go("/enterprise")
                .shows(say(locale, "registration.profile.sentence"))
                .showsAt("name", person.enterprise())
                .showsAt("legalRepresentative", "林一")
                .showsAt("lastYearRevenue", "79,310")
                .showsAt("scale", locale.equals(Texts.ENGLISH) ? "Small" : "小型");
    }

    private void openAccount(Tab tab, Applicant person, InboxTab inbox, Locale locale) {
        tab.fill("login-name", person.loginName());
        var passwords = tab.page().locator("vaadin-password-field input");
        passwords.nth(0).fill(STRANGER);
        passwords.nth(1).fill(STRANGER);
        tab.fill("phone", person.phone()).click("request-code");
        solvePicture(tab);
        tab.fill("code", inbox.nextCode());
        tab.at("agreement").locator("input").check();
        tab.click("register").shows(say(locale, "account.register.done.title"));
    }

    private static void logInWithCodeFrom(InboxTab inbox, Tab tab, Applicant person) {
        tab.fill("login-name", person.loginName()).fill("password", STRANGER).click("request-code");
        tab.fill("code", inbox.nextCode());
        tab.at("enter").click();
        tab.page().waitForURL(url -> !url.contains("/login"));
        tab.settle();
    }

    private void fillIn(Tab tab, Applicant person, Locale locale) {
        tab.fill("name", person.enterprise()).fill("legalRepresentative", "林一");
        tab.fill("code", person.code().substring(0, 17)).date("openedOn", "2015-03-02");
        tab.search("industry", "yyrjkf", "6513").holds("industry-4", entry("industry", "6513", locale));
        // Chosen once more, level by level, as who does not know the code would.
        tab.search("industry", "qttylbjzz", "3489");
        tab.search("region", "hsq", "330203").holds("region-3", entry("region", "330203", locale));
        tab.search("registrationType", "syyxzrgs", "112");
        tab.fill("lastYearRevenue", "79310").holds("lastYearRevenue", "79,310");
        tab.fill("lastYearEmployees", "86").fill("lastYearAssets", "64200");
        tab.holds("scale", locale.equals(Texts.ENGLISH) ? "Small" : "小型");
        tab.choose("listed", locale.equals(Texts.ENGLISH) ? "Yes" : "是");
        tab.fill("stockCode", "600000");
        tab.fill("address", "示范路 1 号").fill("postalCode", "31500").fill("contact", "周二");
        tab.holds("mobile", person.phone());
        tab.fill("mainBusiness", "精密传动零部件的生产与销售");
    }

    private String entry(String list, String code, Locale locale) {
        var path = codes.path(list, code);
        return path.get(path.size() - 1).name(locale);
    }

    private void saveWithSomethingWrong(Tab tab, Locale locale) {
        tab.click("save-registration").says(say(locale, "registration.saved.problems", 2));
        var summary = tab.page().locator(".error-summary");
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(summary)
                .isVisible();
        assertThat(summary.locator("li")).isNotNull();
        assertThat(tab.at("postalCode").getAttribute("invalid")).isNotNull();
        assertThat(tab.at("code").getAttribute("invalid")).isNotNull();
        summary.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(locale.equals(Texts.ENGLISH) ? "Postcode" : "邮政编码"))
                .click();
        PlaywrightAssertions.assertThat(tab.input("postalCode")).isFocused();
    }

    private void approve(Applicant person) {
        var desk = loggedIn(Cast.COUNTY, "/reviews/registration");
        desk.openReview(person.enterprise())
                .showsAt("name", person.enterprise())
                .showsAt("stockCode", "600000");
        desk.click("accept").says(say("review.approved", person.enterprise()));
    }

    @Test
    @DisplayName("a returned registration shows the reason, is corrected and goes back to the desk")
    void returnedAndResubmitted() {
        var applicant = cast.waiting();
        var desk = loggedIn(Cast.COUNTY, "/reviews/registration/" + applicant.registration());
        desk.click("return");
        desk.at("reason-confirm").click();
        desk.shows(say("common.reason.missing"));
        desk.fill("reason", "法人代表与营业执照不一致").click("reason-confirm");
        desk.says(say("review.returned", applicant.enterprise()));

        var tab = loggedIn(applicant.loginName(), "/registration");
        tab.shows("法人代表与营业执照不一致").shows(say("registration.status.RETURNED"));
        tab.holds("legalRepresentative", "林一").fill("legalRepresentative", "林二");
        tab.click("submit-registration").says(say("registration.submitted"));

        desk.go("/reviews/registration/" + applicant.registration())
                .showsAt("legalRepresentative", "林二")
                .shows("法人代表与营业执照不一致");
        desk.click("accept").says(say("review.approved", applicant.enterprise()));
        tab.go("/registration").shows(say("registration.status.APPROVED"));
        assertThat(cast.steps(applicant))
                .containsEntry("UNDER_REVIEW", 2)
                .containsEntry("RETURNED", 1)
                .containsEntry("APPROVED", 1);
    }
}
