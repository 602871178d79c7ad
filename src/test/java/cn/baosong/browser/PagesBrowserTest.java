package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.filing.Periods;
import cn.baosong.review.Screening;
import cn.baosong.testing.InboxFixture;
import cn.baosong.testing.InboxFixture.Row;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every main page in both languages on a desk and on a telephone: it fits the width, every element is one the bundle
 * knows, no text is missing its translation, and the browser has nothing to complain about.
 */
class PagesBrowserTest extends BrowserTest {

    private static final String TOO_WIDE = """
            () => {
              const page = document.scrollingElement;
              if (page.scrollWidth <= page.clientWidth) return [];
              const wide = [...document.querySelectorAll('body *')]
                  .filter(element => element.getBoundingClientRect().right > page.clientWidth + 1)
                  .map(element => element.tagName.toLowerCase() + '#' + element.id + '.' + element.className);
              return ['page ' + page.scrollWidth + ' of ' + page.clientWidth + ': ' + wide.slice(0, 8).join(' ')];
            }
            """;

    private static final String UNKNOWN = """
            () => {
              const unknown = new Set();
              const visit = root => {
                for (const element of root.querySelectorAll('*')) {
                  const tag = element.localName;
                  if (tag.includes('-') && !tag.startsWith('flow-container-')
                      && tag !== 'vaadin-grid-cell-content' && !customElements.get(tag)) {
                    unknown.add(tag);
                  }
                  if (element.shadowRoot) visit(element.shadowRoot);
                }
              };
              visit(document);
              return [...unknown];
            }
            """;

    @Autowired
    private Periods periods;

    @Autowired
    private InboxFixture rows;

    @Test
    @DisplayName("before login: login, registration of an account, demo inbox, no such page")
    void outside() {
        var visitor = visitor();
        var tab = visitor.open("/login");
        inBothLanguages(
                tab,
                List.of(
                        "/login",
                        "/register",
                        "/forgot-password",
                        "/bind-phone",
                        "/change-phone",
                        "/find-account",
                        "/agreement",
                        "/privacy",
                        "/verify",
                        "/help/indicators",
                        "/demo/inbox",
                        "/nowhere"));
    }

    @Test
    @DisplayName("an applicant: home, the empty form, the form with what is wrong")
    void applicant() {
        var tab = loggedIn(cast.newcomer().loginName());
        inBothLanguages(tab, List.of("/", "/registration", "/enterprise", "/nowhere"));
        tab.go("/registration").click("start-registration");
        inBothLanguages(tab, List.of("/registration", "/"));
        tab.follow("/registration");
        for (var locale : List.of(Texts.ENGLISH, Texts.CHINESE)) {
            speak(tab, locale);
            looksRight(tab.click("submit-registration"), locale);
        }
    }

    @Test
    @DisplayName("an enterprise whose form is filled in, is waiting, was returned, is approved")
    void enterprises() {
        for (var person : List.of(cast.filledIn(), cast.waiting(), cast.returned("请核对"))) {
            inBothLanguages(loggedIn(person.loginName(), "/registration"), List.of("/registration"));
        }
        inBothLanguages(
                loggedIn(cast.approved().loginName()),
                List.of("/", "/registration", "/enterprise", "/reports", "/reports/import"));
    }

    @Test
    @DisplayName("a report: each step of filling in, the one before to read, to print, its versions")
    void report() {
        var month = periods.current();
        var page = "/reports/" + month;
        var before = "/reports/" + month.minusMonths(1);
        inBothLanguages(
                loggedIn("demoent01", page),
                List.of(
                        page,
                        page + "?step=2",
                        page + "?step=3",
                        page + "?step=4",
                        page + "?step=5",
                        before + "/print",
                        before + "/view",
                        before + "/versions"));
    }

    @Test
    @DisplayName("the user centre: what one is and says, devices, activity, messages; the picture before the first SMS")
    void userCentre() {
        var person = cast.newcomer();
        var tab = loggedIn(person.loginName(), "/account");
        inBothLanguages(
                tab,
                List.of(
                        "/account",
                        "/account/phone",
                        "/account/email",
                        "/account/password",
                        "/account/devices",
                        "/account/activity",
                        "/messages"));
        tab.go("/account").fill("display-name", "试行人员").click("save-profile");
        tab.says(say("account.basics.saved"));
        inBothLanguages(tab, List.of("/account", "/messages?show=unread", "/messages?page=7"));
        inBothLanguages(loggedIn(Cast.COUNTY, "/account"), List.of("/account"));

        var stranger = visitor().open("/register");
        for (var locale : Texts.LOCALES) {
            speak(stranger.go("/register"), locale)
                    .fill("phone", cast.stranger().phone())
                    .click("request-code");
            looksRight(stranger, locale);
        }
    }

    @Test
    @DisplayName("an administrator: home, inbox, decided, review, desks; a process owner: home")
    void administrators() {
        var applicant = cast.waiting();
        cast.approved();
        var review = "/reviews/registration/" + applicant.registration();
        inBothLanguages(
                loggedIn(Cast.COUNTY),
                List.of(
                        "/",
                        "/reviews/registration",
                        "/reviews/registration?tab=decided",
                        review,
                        "/desks",
                        "/enterprises/activation"));
        rows.put(new Row(cast.countyDesk(), "filing", "海曙精工机械有限公司")
                .userId("haishu_jinggong")
                .region("33/3302/330203")
                .period("2026-10")
                .screening(Screening.NOT_PASSED, 3)
                .figure("230118", "-14.70")
                .due("2026-11-01T00:00:00Z")
                .direct(cast.countyDesk()));
        inBothLanguages(loggedIn(Cast.COUNTY, "/reviews/filing?sort=-growth"), List.of("/reviews/filing?sort=-growth"));
        rows.clear();
        inBothLanguages(loggedIn("zhejiang01", "/desks"), List.of("/desks"));
        inBothLanguages(loggedIn("owner01"), List.of("/"));
    }

    @Test
    @DisplayName("notices: the lists, one to read, an administrator's list and editor")
    void notices() {
        var reader = loggedIn("demoent01", "/notices/announcements");
        inBothLanguages(
                reader, List.of("/notices/announcements", "/notices/news", "/notices/news?q=nothing-is-called-so"));
        reader.go("/notices/announcements");
        reader.page().locator("#notices a").first().click();
        reader.page().waitForURL(url -> url.matches(".*/notices/[0-9a-f-]{36}"));
        inBothLanguages(reader, List.of(reader.path()));
        inBothLanguages(
                loggedIn("ningbo01", "/notices/manage"),
                List.of("/notices/manage", "/notices/edit", "/notices/manage?q=nothing"));
    }

    @Test
    @DisplayName("an operator: the old platform, what leaves this one, the catalogue of products")
    void operator() {
        inBothLanguages(
                loggedIn(cast.operator(), "/takeover"),
                List.of(
                        "/takeover",
                        "/messages/outbox",
                        "/messages/outbox?status=SENT",
                        "/messages/outbox?q=nobody",
                        "/product-codes"));
    }

    /** Every page as the links lead there; one of them, the first of each language, is loaded whole. */
    private void inBothLanguages(Tab tab, List<String> paths) {
        if (!tab.path().equals(paths.get(0))) {
            tab.go(paths.get(0));
        }
        for (var locale : List.of(Texts.ENGLISH, Texts.CHINESE)) {
            speak(tab, locale);
            for (var path : paths) {
                looksRight(tab.path().equals(path) ? tab : tab.follow(path), locale);
            }
        }
    }

    /** Presses the language switch if the page speaks the other one. */
    private Tab speak(Tab tab, Locale locale) {
        var offered = say(locale, "common.language");
        if (!tab.at("language").innerText().strip().equals(offered)) {
            tab.at("language").click();
            tab.showsAt("language", offered);
        }
        return tab.settle();
    }

    private void looksRight(Tab tab, Locale locale) {
        for (var width : List.of(390, 1440)) {
            tab.size(width, 900).settle();
            var where = tab.path() + " " + locale + " at " + width;
            assertThat((List<?>) tab.page().evaluate(TOO_WIDE)).as(where).isEmpty();
        }
        var where = tab.path() + " " + locale;
        assertThat((List<?>) tab.page().evaluate(UNKNOWN)).as(where).isEmpty();
        var text = tab.page().locator("body").innerText();
        assertThat(text).as(where).isNotBlank().doesNotContainPattern("!\\{?[a-z]+(\\.[a-z-]+)+");
        assertThat(tab.page().title()).as(where).isNotBlank();
        assertThat(tab.page().locator("html").getAttribute("lang")).as(where).startsWith(locale.getLanguage());
        if (locale.equals(Texts.ENGLISH) && !tab.path().equals("/nowhere")) {
            assertThat(text).as(where).containsPattern("[A-Za-z]{4}");
        }
    }
}
