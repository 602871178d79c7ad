package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two administrators of one desk with the same registration before them. */
class ConcurrentReviewBrowserTest extends BrowserTest {

    @Test
    @DisplayName("the second to approve is told who approved and when")
    void approvedMeanwhile() {
        var applicant = cast.waiting();
        var first = loggedIn(Cast.COUNTY, page(applicant));
        var second = loggedIn(cast.colleague(), page(applicant));

        first.click("accept").says(say("review.approved", applicant.enterprise()));
        second.click("accept");

        told(second, "review.error.approved-by");
        assertThat(cast.steps(applicant)).containsEntry("APPROVED", 1);
        second.go(page(applicant)).shows(say("review.status.done")).shows(Cast.COUNTY);
    }

    @Test
    @DisplayName("who was writing a reason when the other returned it is told so")
    void returnedMeanwhile() {
        var applicant = cast.waiting();
        var first = loggedIn(Cast.COUNTY, page(applicant));
        var second = loggedIn(cast.colleague(), page(applicant));

        second.click("return").fill("reason", "第二个原因");
        first.click("return").fill("reason", "第一个原因").click("reason-confirm");
        first.says(say("review.returned", applicant.enterprise()));
        second.click("reason-confirm");

        told(second, "review.error.returned-by");
        var enterprise = loggedIn(applicant.loginName(), "/registration").shows("第一个原因");
        assertThat(enterprise.page().locator("body").innerText()).doesNotContain("第二个原因");
    }

    @Test
    @DisplayName("of two who press at the same moment one decides and the other is told")
    void sameMoment() {
        var applicant = cast.waiting();
        var both = List.of(loggedIn(Cast.COUNTY, page(applicant)), loggedIn(cast.colleague(), page(applicant)));

        both.forEach(tab -> tab.at("accept").dispatchEvent("click"));
        both.forEach(Tab::settle);

        assertThat(both)
                .filteredOn(tab -> notices(tab).contains(say("review.approved", applicant.enterprise())))
                .hasSize(1);
        assertThat(both)
                .filteredOn(tab -> notices(tab).contains(ending("review.error.approved-by")))
                .hasSize(1);
        assertThat(cast.steps(applicant)).containsEntry("APPROVED", 1);
    }

    @Test
    @DisplayName("keys lead through the inbox, and are letters again in a field")
    void keysInTheInbox() {
        var applicant = cast.waiting();
        var desk = loggedIn(Cast.COUNTY, "/reviews/registration?q=" + encoded(applicant.enterprise()));
        var keyboard = desk.page().keyboard();
        keyboard.press("/");
        desk.settle();
        keyboard.type("jar");
        desk.page().waitForURL(url -> url.endsWith("jar"));
        desk.go("/reviews/registration?q=" + encoded(applicant.enterprise())).shows(applicant.enterprise());

        keyboard.press("j");
        desk.settle();
        keyboard.press("r");
        desk.settle();
        desk.fill("reason", "资料不全").click("reason-confirm");

        desk.says(say("review.returned", applicant.enterprise()));
        assertThat(cast.steps(applicant)).containsEntry("RETURNED", 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String page(Cast.Applicant applicant) {
        return "/reviews/registration/" + applicant.registration();
    }

    private void told(Tab tab, String key) {
        tab.says(ending(key));
        assertThat(notices(tab)).contains(Cast.COUNTY).containsPattern("[0-9]{2}:[0-9]{2}");
    }

    /** @return what stands after name and time */
    private String ending(String key) {
        var text = say(key, Cast.COUNTY, "@");
        return text.substring(text.indexOf('@') + 1);
    }

    private static String notices(Tab tab) {
        return String.join("\n", tab.page().locator("vaadin-notification-card").allInnerTexts());
    }
}
