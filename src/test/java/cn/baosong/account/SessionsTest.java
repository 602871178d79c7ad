package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.repository.SessionTable;
import cn.baosong.common.Texts;
import cn.baosong.testing.Actors;
import cn.baosong.testing.MovableClock;
import cn.baosong.testing.TestPhone;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SessionsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    @Autowired
    private SessionTable table;

    @Autowired
    private BrowserName browsers;

    @Autowired
    private MyDevices devices;

    @Autowired
    private ObjectProvider<Sessions> running;

    @Autowired
    private SignInSession signIn;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Actors actors;

    @Autowired
    private JdbcClient jdbc;

    private final MovableClock clock = new MovableClock(Instant.now());
    private Sessions here;
    private Sessions there;
    private Account me;

    @BeforeEach
    void twoNodesOnOneDatabase() {
        here = new Sessions(table, browsers, clock, TIMEOUT);
        there = new Sessions(table, browsers, clock, TIMEOUT);
        me = actors.applicant();
    }

    @Test
    void whatIsEndedOnOneNodeIsOutOnTheOther() throws Exception {
        var session = logIn(there);
        assertThat(alive(there, session)).isTrue();
        assertThat(here.open(me.id())).hasSize(1);

        assertThat(here.end(me.id(), id(session))).isPresent();

        assertThat(alive(there, session)).as("asked a moment ago").isTrue();
        clock.advance(Duration.ofSeconds(10));
        assertThat(alive(there, session)).isFalse();
        assertThat(here.open(me.id())).isEmpty();
    }

    @Test
    void theDatabaseIsAskedAtMostEveryTenSecondsAndTheRowIsSeen() throws Exception {
        var session = logIn(here);
        var opened = here.open(me.id()).get(0).seenAt();
        clock.advance(Duration.ofSeconds(60));
        assertThat(alive(here, session)).isTrue();
        var seen = here.open(me.id()).get(0).seenAt();
        assertThat(seen).isEqualTo(opened.plusSeconds(60));
        clock.advance(Duration.ofSeconds(9));
        assertThat(alive(here, session)).isTrue();
        assertThat(here.open(me.id()).get(0).seenAt()).isEqualTo(seen);
        clock.advance(Duration.ofSeconds(1));
        assertThat(alive(here, session)).isTrue();
        assertThat(here.open(me.id()).get(0).seenAt()).isEqualTo(seen.plusSeconds(10));
    }

    @Test
    void aDisabledAccountIsOutEverywhere() throws Exception {
        var session = logIn(here);
        assertThat(alive(here, session)).isTrue();
        jdbc.sql("UPDATE account SET enabled = false WHERE id = :id")
                .param("id", me.id())
                .update();
        clock.advance(Duration.ofSeconds(10));
        assertThat(alive(here, session)).isFalse();
    }

    @Test
    void strangersAndWhoHasNoSessionPassUnasked() throws Exception {
        assertThat(alive(here, new MockHttpSession())).isTrue();
        var request = new MockHttpServletRequest();
        var chain = new MockFilterChain();
        new SessionWatch(here, clock).doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void allOrAllButOne() {
        var kept = logIn(here);
        logIn(here);
        logIn(there);
        var another = actors.applicant();
        here.open(another.id(), request("x"));

        assertThat(there.endOthers(me.id(), id(kept))).isEqualTo(2);
        assertThat(here.open(me.id())).extracting(SessionTable.Row::id).containsExactly(id(kept));
        assertThat(there.endAll(me.id())).isEqualTo(1);
        assertThat(here.open(me.id())).isEmpty();
        assertThat(here.open(another.id())).as("somebody else's stays").hasSize(1);
    }

    @Test
    void aChangedPasswordEndsWhatIsOpenElsewhere() {
        var person = accounts.create(
                TestPhone.freshLoginName(), "Secret#2026", null, null, Set.of(Role.APPLICANT), Texts.CHINESE);
        running.getObject().open(person.id(), request("x"));
        passwords.change(person.id(), "Secret#2026", "Other#12345");
        assertThat(running.getObject().open(person.id())).isEmpty();
    }

    @Test
    void whatANodeLeftBehindThatDiedCountsAsEnded() {
        var session = logIn(there);
        clock.advance(TIMEOUT.plusMinutes(2));
        assertThat(here.open(me.id())).isEmpty();
        assertThat(here.end(me.id(), id(session))).isEmpty();

        clock.advance(Duration.ofHours(13));
        here.sweep();
        assertThat(jdbc.sql("SELECT count(*) FROM account_session WHERE id = :id")
                        .param("id", id(session))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void logoutAndTimeOutEndTheLogin() {
        var session = logIn(running.getObject());
        assertThat(running.getObject().open(me.id())).hasSize(1);
        new SessionEnd(running).sessionDestroyed(new HttpSessionEvent(session));
        assertThat(running.getObject().open(me.id())).isEmpty();
        new SessionEnd(running).sessionDestroyed(new HttpSessionEvent(new MockHttpSession()));
    }

    @Test
    void aLoginWritesItselfDownAndTheNextInTheSameBrowserTakesItsPlace() {
        var request = request("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0");
        signIn.open(me, request, new MockHttpServletResponse());
        var first = Sessions.id(request.getSession()).orElseThrow();
        signIn.open(me, request, new MockHttpServletResponse());
        assertThat(running.getObject().open(me.id())).singleElement().satisfies(row -> {
            assertThat(row.id()).isNotEqualTo(first);
            assertThat(row.browser()).isEqualTo("Firefox 128 · Linux");
            assertThat(row.address()).isEqualTo("192.0.2.7");
        });
        signIn.open(
                new SignedIn(null, null, Actors.freshPhone(), Set.of(Role.APPLICANT)),
                request,
                new MockHttpServletResponse());
        assertThat(running.getObject().open(me.id())).as("another person now").isEmpty();
        SecurityContextHolder.clearContext();
    }

    @Test
    void anothersLoginDoesNotExist() {
        var foreign = actors.applicant();
        here.open(foreign.id(), request("x"));
        var id = here.open(foreign.id()).get(0).id();

        for (var wrong : new UUID[] {id, UUID.randomUUID()}) {
            assertThatThrownBy(() -> actors.as(me, () -> devices.end(wrong))).hasMessage("account.error.device");
        }
        assertThat(here.open(foreign.id())).hasSize(1);
        assertThatThrownBy(devices::all).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> devices.end(id)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void endingALoginIsRecorded() {
        logIn(running.getObject());
        var id = running.getObject().open(me.id()).get(0).id();
        actors.as(me, () -> devices.end(id));
        assertThat(jdbc.sql("SELECT detail FROM account_event WHERE account_id = :id AND event = 'SESSION_ENDED'")
                        .param("id", me.id())
                        .query(String.class)
                        .list())
                .containsExactly("Chrome 120 · Windows 10");
        assertThatThrownBy(() -> actors.as(me, () -> devices.end(id))).hasMessage("account.error.device");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/17.1 Mobile/15E148 Safari/604.1|Mobile Safari 17 · iOS 17",
                "curl/8.5.0|curl 8",
                "nothing anybody knows|''",
                "''|''",
                "|''"
            })
    void browsersInAFewWords(String header, String words) {
        assertThat(browsers.of(header)).isEqualTo(words);
    }

    @Test
    void aBrowserThatCallsItselfAnythingStaysShortAndClean() {
        var evil = "Chrome/120.0\r\nSet-Cookie: a=b\u0000<script>" + "a(".repeat(500_000);
        assertThat(browsers.of(evil)).hasSizeLessThanOrEqualTo(80).doesNotContainPattern("[\\p{Cntrl}<>]");
        assertThat(browsers.of("Mozilla/5.0 (" + "Android ".repeat(200_000) + ")"))
                .hasSizeLessThanOrEqualTo(80);
        here.open(me.id(), request(evil));
        assertThat(here.open(me.id())).singleElement().satisfies(row -> assertThat(row.browser())
                .doesNotContain("\r", "\n"));
    }

    private MockHttpSession logIn(Sessions node) {
        var request = request("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                + " Chrome/120.0.0.0 Safari/537.36");
        node.open(me.id(), request);
        return (MockHttpSession) request.getSession();
    }

    private static MockHttpServletRequest request(String userAgent) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.7");
        request.addHeader(HttpHeaders.USER_AGENT, userAgent);
        return request;
    }

    private static UUID id(MockHttpSession session) {
        return Sessions.id(session).orElseThrow();
    }

    /** @return whether a request in this session finds it standing */
    private boolean alive(Sessions node, MockHttpSession session) throws Exception {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        new SessionWatch(node, clock).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }
}
