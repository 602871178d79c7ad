package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
        var tab = logIn(visitor(), cast.newcomer().loginName());
        inBothLanguages(tab, List.of("/", "/registration", "/enterprise", "/nowhere"));
        tab.go("/registration").click("start-registration");
        inBothLanguages(tab, List.of("/", "/registration"));
        for (var locale : Texts.LOCALES) {
            speak(tab.go("/registration"), locale);
            tab.go("/registration").click("submit-registration");
            looksRight(tab, locale);
        }
    }

    @Test
    @DisplayName("an enterprise whose form is filled in, is waiting, was returned, is approved")
    void enterprises() {
        for (var person : List.of(cast.filledIn(), cast.waiting(), cast.returned("请核对"))) {
            inBothLanguages(loggedIn(person.loginName()), List.of("/registration"));
        }
        inBothLanguages(
                loggedIn(cast.approved().loginName()),
                List.of("/", "/registration", "/enterprise", "/reports", "/reports/import"));
    }

    @Test
    @DisplayName("the user centre: what one is and says, devices, activity, messages; the picture before the first SMS")
    void userCentre() {
        var person = cast.newcomer();
        var tab = loggedIn(person.loginName());
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
        inBothLanguages(loggedIn(Cast.COUNTY), List.of("/account"));

        var stranger = visitor().open("/register");
        for (var locale : Texts.LOCALES) {
            speak(stranger.go("/register"), locale);
            stranger.fill("phone", cast.stranger().phone()).click("request-code");
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
        inBothLanguages(loggedIn("zhejiang01"), List.of("/desks"));
        inBothLanguages(loggedIn("owner01"), List.of("/"));
    }

    @Test
    @DisplayName("notices: the lists, one to read, an administrator's list and editor")
    void notices() {
        var reader = loggedIn("demoent01");
        inBothLanguages(
                reader, List.of("/notices/announcements", "/notices/news", "/notices/news?q=nothing-is-called-so"));
        reader.go("/notices/announcements");
        reader.page().locator("#notices a").first().click();
        reader.page().waitForURL(url -> url.matches(".*/notices/[0-9a-f-]{36}"));
        inBothLanguages(reader, List.of(reader.path()));
        inBothLanguages(loggedIn("ningbo01"), List.of("/notices/manage", "/notices/edit", "/notices/manage?q=nothing"));
    }

    @Test
    @DisplayName("an operator: what leaves the platform")
    void operator() {
        inBothLanguages(
                loggedIn(cast.operator()),
                List.of("/takeover", "/messages/outbox", "/messages/outbox?status=SENT", "/messages/outbox?q=nobody"));
    }

    private void inBothLanguages(Tab tab, List<String> paths) {
        for (var locale : Texts.LOCALES) {
            speak(tab, locale);
            for (var path : paths) {
                looksRight(tab.go(path), locale);
            }
        }
        speak(tab, Texts.CHINESE);
    }

    /** Presses the language switch if the page speaks the other one. */
    private void speak(Tab tab, Locale locale) {
        var offered = say(locale, "common.language");
        if (!tab.at("language").innerText().strip().equals(offered)) {
            tab.at("language").click();
            tab.showsAt("language", offered);
        }
        tab.settle();
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
