package cn.baosong.browser;

import cn.baosong.account.BackDoor;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.messaging.DemoInbox;
import cn.baosong.testing.KnownDigits;
import cn.baosong.testing.TestPostgres;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running application in the demo profile, shared by all browser tests, and what its visitors do again and again. */
@Tag("browser")
@ExtendWith(Browser.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "baosong.demo.reports=0")
@ActiveProfiles("demo")
@Import({BackDoor.class, Cast.class, MatrixPage.Saved.class})
abstract class BrowserTest {

    /** Of every account of the demo world and of these tests. */
    static final String PASSWORD = "Baosong#2026";

    /** One for each application, so that none loses its own. */
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    Texts texts;

    @Autowired
    CodeLists codes;

    @Autowired
    Cast cast;

    @Autowired
    KnownDigits digits;

    @Autowired
    private DemoInbox inbox;

    @Autowired
    private ServletWebServerApplicationContext server;

    private Visitors visitors;

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        var url = TestPostgres.newDatabase("baosong_browser_" + DATABASES.incrementAndGet());
        registry.add("spring.datasource.url", () -> url);
    }

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    @BeforeEach
    void receive(Visitors visitors) {
        this.visitors = visitors;
    }

    /** @return of the application, without a slash at the end */
    String address() {
        return "http://localhost:" + port;
    }

    Visitor visitor() {
        return visitors.arrive(address());
    }

    /** Somebody who is logged in and sees the first page. */
    Tab loggedIn(String loginName) {
        return loggedIn(loginName, "/");
    }

    /** Somebody who is logged in and sees this page. That the login page leads there is held by the journeys. */
    Tab loggedIn(String loginName, String path) {
        return logIn(visitor(), loginName, path);
    }

    Tab logIn(Visitor visitor, String loginName, String path) {
        visitor.enter(BackDoor.PATH + loginName);
        return visitor.open(path);
    }

    /** Fills in the login page in front of one and presses 【登录】. */
    void enterLogin(Tab tab, String loginName) {
        enterLogin(tab, loginName, PASSWORD, cast.phoneOf(loginName));
    }

    /** @param name any by which one logs in, @param to the phone or e-mail the code goes to */
    void enterLogin(Tab tab, String name, String password, String to) {
        tab.fill("login-name", name).fill("password", password);
        tab.fill("code", codeAfter(to, () -> tab.click("request-code")));
        tab.at("enter").click();
    }

    /** Types what the picture before the first SMS shows, and confirms. */
    void solvePicture(Tab tab) {
        tab.fill("picture-digits", digits.newest()).click("picture-confirm");
    }

    /** @return the code that reaches a phone or an e-mail once it was asked for */
    String codeAfter(String to, Runnable request) {
        var before = newest(to);
        request.run();
        return nextCode(to, before);
    }

    private Instant newest(String phone) {
        return inbox.newest(phone, 1).stream()
                .findFirst()
                .map(DemoInbox.Received::receivedAt)
                .orElse(Instant.MIN);
    }

    private String nextCode(String phone, Instant before) {
        return Awaitility.await("a code to " + phone)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> inbox.newest(phone, 1).stream()
                                .filter(message -> message.receivedAt().isAfter(before))
                                .map(DemoInbox.Received::code)
                                .findFirst()
                                .orElse(""),
                        code -> !code.isEmpty());
    }

    /** What half an hour of silence does: the server knows the browser's session no longer. */
    void expireSession(Visitor visitor) {
        var tomcat = ((TomcatWebServer) server.getWebServer()).getTomcat();
        for (var application : tomcat.getHost().findChildren()) {
            try {
                var session = ((Context) application).getManager().findSession(visitor.session());
                if (session != null) {
                    session.expire();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    String say(Locale locale, String key, Object... arguments) {
        return texts.get(locale, key, arguments);
    }

    String say(String key, Object... arguments) {
        return say(Texts.CHINESE, key, arguments);
    }
}
