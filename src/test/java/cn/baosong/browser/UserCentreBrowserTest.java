package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The picture before the first SMS, logins that are ended from elsewhere, and messages. */
class UserCentreBrowserTest extends BrowserTest {

    @Test
    @DisplayName(
            "a wrong picture code is refused in place, Enter confirms the right one, and only then an SMS goes out")
    void pictureCode() {
        var person = cast.stranger();
        var tab = visitor().open("/register");
        tab.fill("phone", person.phone()).click("request-code");
        assertThat((Integer) tab.at("picture").evaluate("image => image.naturalWidth"))
                .as("the picture is one")
                .isEqualTo(160);
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(tab.input("picture-digits"))
                .isFocused();
        var old = digits.newest();
        tab.fill("picture-digits", "0000").click("picture-confirm");
        tab.shows(say("account.error.picture"));
        tab.fill("picture-digits", old);
        tab.input("picture-digits").press("Enter");
        tab.settle().shows(say("account.error.picture"));
        assertThat(tab.page().locator("body").innerText()).doesNotContain(say("account.register.sent.demo"));

        tab.type("picture-digits", digits.newest());
        tab.input("picture-digits").press("Enter");
        tab.settle().shows(say("account.register.sent.demo"));
        assertThat(tab.at("login-name").getAttribute("invalid"))
                .as("Enter was meant for the picture")
                .isNull();
        assertThat(tab.at("agreement").locator("a").count()).isEqualTo(2);
    }

    @Test
    @DisplayName("a login ended from another browser lands on the login page with its next click")
    void endedFromElsewhere() {
        var person = cast.filledIn();
        var lost = loggedIn(person.loginName(), "/registration").fill("contact", "孙六");
        var kept = loggedIn(person.loginName(), "/account/devices");
        assertThat(kept.page().locator(".entries li").count()).isEqualTo(2);
        kept.shows(say("account.devices.here"));
        kept.page().locator(".end-device").click();
        kept.says(say("account.devices.ended", 1));

        Awaitility.await("the session ends")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .pollInSameThread()
                .until(() -> {
                    lost.page().locator("a.home").click();
                    return lost.page().locator(".v-system-error").isVisible()
                            || lost.path().startsWith("/login");
                });
        if (!lost.path().startsWith("/login")) {
            lost.page().locator(".v-system-error").click();
        }
        lost.arriveAt("/login");
        kept.go("/registration").holds("contact", "孙六");
    }

    @Test
    @DisplayName("the bell counts a message, its link opens the page and reads it")
    void bell() {
        var tab = loggedIn(cast.newcomer().loginName());
        assertThat(tab.at("unread").isVisible()).isFalse();
        tab.click("who").arriveAt("/account");
        tab.fill("display-name", "小周").fill("address", "示范路 3 号").click("save-profile");
        tab.says(say("account.basics.saved"));
        tab.go("/").showsAt("unread", "1");
        tab.click("bell").arriveAt("/messages");
        tab.page().locator(".entries .unread button.entry-title").click();
        tab.arriveAt("/account/activity").shows(say("account.event.PROFILE_CHANGED"));
        assertThat(tab.at("unread").isVisible()).isFalse();
        tab.go("/messages?show=unread").shows(say("account.messages.empty.unread.title"));
        tab.go("/account").holds("display-name", "小周").holds("address", "示范路 3 号");
    }
}
