package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What people should not type, open or press. That nothing typed is ever run is held in every browser test: a dialog, a
 * script error or a request to elsewhere fails it.
 */
class HostileInputBrowserTest extends BrowserTest {

    /** No tag by itself, one as soon as a page puts anything with a {@code >} behind it. */
    private static final String HALF_A_TAG = "<img src=x onerror=alert(1) ";

    private static final String TAG = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final List<String> TEXT_FIELDS =
            List.of("name", "legalRepresentative", "address", "contact", "mainBusiness");

    @Test
    @DisplayName("half a tag, entities and templates are text to the reviewer, in list, page and dialog")
    void textStaysText() {
        var changes = new HashMap<String, Object>();
        TEXT_FIELDS.forEach(field -> changes.put(field, HALF_A_TAG + field));
        changes.put("name", HALF_A_TAG + UUID.randomUUID());
        changes.put("contact", "&lt;b&gt;${7*7}{{7*7}}&amp;");
        changes.put("mainBusiness", "'; DROP TABLE registration; --\n" + HALF_A_TAG);
        var applicant = cast.waiting(changes);
        var name = applicant.enterprise();

        var desk = loggedIn(Cast.COUNTY, "/reviews/registration").openReview(name);
        desk.showsAt("name", name).showsAt("contact", "&lt;b&gt;${7*7}{{7*7}}&amp;");
        desk.showsAt("mainBusiness", "DROP TABLE registration").showsAt("mainBusiness", HALF_A_TAG.strip());
        desk.click("return").shows(say("review.return.title", name));
        desk.fill("reason", TAG).click("reason-confirm").says(say("review.returned", name));
        desk.go("/reviews/registration?tab=decided").shows(TAG);

        loggedIn(applicant.loginName(), "/registration").shows(TAG).holds("name", name);
    }

    @Test
    @DisplayName("a tag in a text field is refused with a message that names the field")
    void tagsAreRefused() {
        var applicant = cast.filledIn();
        var tab = loggedIn(applicant.loginName(), "/registration");
        TEXT_FIELDS.forEach(field -> tab.fill(field, TAG));
        tab.click("submit-registration")
                .says(say("registration.submit.problems", TEXT_FIELDS.size()))
                .shows(say("form.error.markup", "企业名称"))
                .shows(say("form.error.markup", "主营业务/主要产品"));
        assertThat(cast.steps(applicant)).isEmpty();
        tab.go("/registration").holds("name", TAG);
    }

    @Test
    @DisplayName("ten megabytes in a field are refused in words, and the draft of before stands")
    void tenMegabytes() {
        var applicant = cast.filledIn();
        var tab = loggedIn(applicant.loginName(), "/registration");
        tab.at("contact").evaluate("""
                field => {
                  field.maxlength = null;
                  field.value = 'x'.repeat(10 * 1024 * 1024);
                  field.dispatchEvent(new Event('input', {bubbles: true}));
                }
                """);
        tab.settle().click("submit-registration");
        tab.shows(say("form.draft.tooLarge"));
        assertThat(cast.steps(applicant)).isEmpty();
        tab.go("/registration").holds("contact", "周二").holds("name", applicant.enterprise());
    }

    @Test
    @DisplayName("an address made up ends on the page that says there is no such page")
    void madeUpAddresses() {
        var reviewer = loggedIn(Cast.COUNTY);
        for (var path : List.of(
                "/reviews/registration/00000000-0000-4000-8000-000000000000",
                "/reviews/registration/1",
                "/reviews/registration/%27%20OR%201=1%20--",
                "/reviews/registration/%3Cscript%3Ealert(1)%3Cscript%3E",
                "/reviews/nothing",
                "/reviews/nothing/00000000-0000-4000-8000-000000000000",
                "/reviews",
                "/registration/1")) {
            reviewer.go(path);
            lost(reviewer);
        }
    }

    @Test
    @DisplayName("another desk's registration does not exist for this one")
    void foreignRegistration() {
        var elsewhere = new HashMap<String, Object>();
        elsewhere.put("region", "330110");
        var applicant = cast.waiting(elsewhere);
        var reviewer = loggedIn(Cast.COUNTY, "/reviews/registration/" + applicant.registration());
        lost(reviewer);
        assertThat(reviewer.page().locator("body").innerText()).doesNotContain(applicant.enterprise());
    }

    @Test
    @DisplayName("an enterprise opens no page of an administrator, a stranger none at all")
    void noEntry() {
        var applicant = cast.waiting();
        var paths = List.of("/reviews/registration", "/reviews/registration/" + applicant.registration(), "/desks");
        var enterprise = logIn(visitor(), applicant.loginName(), "/");
        for (var path : paths) {
            enterprise.go(path);
            lost(enterprise);
        }
        var stranger = visitor().open("/login");
        for (var path : paths) {
            stranger.go(path);
            assertThat(stranger.path()).startsWith("/login");
        }
    }

    @Test
    @DisplayName("who presses 【提交审核】 twice has submitted once")
    void submitTwice() {
        var applicant = cast.filledIn();
        var tab = loggedIn(applicant.loginName(), "/registration");
        tab.at("submit-registration").evaluate("button => { button.click(); button.click(); }");
        tab.settle().says(say("registration.submitted")).shows(say("registration.status.UNDER_REVIEW"));
        assertThat(tab.page().locator("vaadin-notification-card").count()).isOne();
        assertThat(cast.steps(applicant)).containsOnlyKeys("UNDER_REVIEW").containsEntry("UNDER_REVIEW", 1);
    }

    @Test
    @DisplayName("a page that was left open and submits once more is told where things stand")
    void submitFromAnOldPage() {
        var applicant = cast.filledIn();
        var visitor = visitor();
        var old = logIn(visitor, applicant.loginName(), "/registration");
        var fresh = visitor.open("/registration");
        fresh.click("submit-registration").says(say("registration.submitted"));

        old.click("submit-registration").says(say("registration.error.not-editable"));
        assertThat(cast.steps(applicant)).containsEntry("UNDER_REVIEW", 1);
    }

    private void lost(Tab tab) {
        tab.shows(say("shell.lost.title"));
        assertThat(tab.page().locator("body").innerText())
                .doesNotContain("Exception", "at cn.baosong", "at com.vaadin");
    }
}
