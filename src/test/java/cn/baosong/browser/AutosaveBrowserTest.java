package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is typed into a form stays, whatever becomes of the page. */
class AutosaveBrowserTest extends BrowserTest {

    private static final Pattern SAVED = Pattern.compile("[0-9]{2}:[0-9]{2}:[0-9]{2}");

    @Test
    @DisplayName("what was typed before the page was closed is there when one comes back")
    void comesBack() {
        var person = cast.filledIn();
        var visitor = visitor();
        var tab = logIn(visitor, person.loginName(), "/registration");
        typeAndSave(tab, "contact", "、赵六");
        tab.page().close();

        visitor.open("/registration").holds("contact", "周二、赵六");
    }

    @Test
    @DisplayName("what is typed when one goes to another page at once is saved on leaving")
    void leaving() {
        var person = cast.filledIn();
        var tab = logIn(visitor(), person.loginName(), "/registration");
        typeAndSave(tab, "contact", "甲");
        tab.type("address", "乙");
        tab.page().locator("nav a").first().click();
        tab.arriveAt("/");

        tab.go("/registration").holds("contact", "周二甲").holds("address", "示范路 1 号乙");
    }

    @Test
    @DisplayName("Ctrl+S saves the field one is typing in")
    void controlS() {
        var person = cast.filledIn();
        var visitor = visitor();
        var tab = logIn(visitor, person.loginName(), "/registration");
        tab.type("mainBusiness", "；热处理");
        tab.page().keyboard().press("Control+s");
        assertThat(tab.page().locator(".autosave")).containsText(SAVED);

        visitor.open("/registration").holds("mainBusiness", "精密传动零部件的生产与销售；热处理");
    }

    @Test
    @DisplayName("two tabs that type into different fields keep both")
    void twoTabs() {
        var person = cast.filledIn();
        var visitor = visitor();
        var one = logIn(visitor, person.loginName(), "/registration");
        var two = visitor.open("/registration");
        typeAndSave(one, "contact", "一");
        typeAndSave(two, "address", "二");
        typeAndSave(one, "legalRepresentative", "三");
        one.page().close();
        two.page().close();

        visitor.open("/registration")
                .holds("contact", "周二一")
                .holds("address", "示范路 1 号二")
                .holds("legalRepresentative", "林一三");
    }

    @Test
    @DisplayName("two tabs that type into the same field are told of each other before anything is overwritten")
    void sameField() {
        var person = cast.filledIn();
        var visitor = visitor();
        var one = logIn(visitor, person.loginName(), "/registration");
        var two = visitor.open("/registration");
        typeAndSave(one, "contact", "一");
        two.type("contact", "二").showsAt("take-contact", say("form.elsewhere.take"));
        two.shows("周二一").holds("contact", "周二二");
        two.click("take-contact").holds("contact", "周二一");
        typeAndSave(two, "contact", "三");

        visitor.open("/registration").holds("contact", "周二一三");
    }

    @Test
    @DisplayName("a session that expired while typing is said so, and after the login the draft is there")
    void expired() {
        var person = cast.filledIn();
        var visitor = visitor();
        var tab = logIn(visitor, person.loginName(), "/registration");
        typeAndSave(tab, "contact", "前");

        expireSession(visitor);
        tab.type("address", "后");
        backThroughTheLogin(tab, person.loginName());

        tab.holds("contact", "周二前").holds("name", person.enterprise());
    }

    @Test
    @DisplayName("who logs out in another tab is told so on typing on, and after the login the draft is there")
    void loggedOutElsewhere() {
        var person = cast.filledIn();
        var visitor = visitor();
        var tab = visitor.open("/login");
        enterLogin(tab, person.loginName());
        tab.page().waitForURL(url -> !url.contains("/login"));
        tab.go("/registration");
        typeAndSave(tab, "contact", "前");

        visitor.open("/").click("logout").arriveAt("/login");
        tab.type("address", "后");
        backThroughTheLogin(tab, person.loginName());

        tab.holds("contact", "周二前").holds("name", person.enterprise());
    }

    @Test
    @DisplayName("who types on after the form was submitted in another tab is told that nothing more is taken")
    void submittedElsewhere() {
        var person = cast.filledIn();
        var visitor = visitor();
        var old = logIn(visitor, person.loginName(), "/registration");
        visitor.open("/registration").click("submit-registration").says(say("registration.submitted"));

        old.type("contact", "后");
        assertThat(old.page().locator(".autosave")).hasText(say("registration.error.not-editable"));
    }

    private void backThroughTheLogin(Tab tab, String loginName) {
        var message = tab.page().locator(".v-system-error");
        assertThat(message).containsText(say("account.session.expired.title"));
        assertThat(message).containsText(say("account.session.expired"));
        message.click();
        tab.arriveAt("/login");
        enterLogin(tab, loginName);
        tab.arriveAt("/registration");
    }

    /** Types as people do and waits until the page says that it is saved. */
    private static void typeAndSave(Tab tab, String id, String text) {
        var mark = tab.page().locator(".autosave");
        var before = mark.innerText();
        tab.type(id, text);
        assertThat(mark).not().hasText(before);
        assertThat(mark).containsText(SAVED);
    }
}
