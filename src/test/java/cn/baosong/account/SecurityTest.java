package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the running server answers a stranger. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SecurityTest {

    @LocalServerPort
    private int port;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/account/password",
                "/no-such-page",
                "/actuator/prometheus",
                "/actuator/env",
                "/actuator",
                "/account/password/../password",
                "/VAADIN/../account/password"
            })
    void protectedPathsLeadToTheLogin(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isIn(302, 400);
        if (answer.statusCode() == 302) {
            assertThat(location(answer)).endsWith("/login");
        }
    }

    /** Outside Vaadin's pages there is one plain page, in both languages, that tells nothing of the inside. */
    @Test
    void whatCannotBeOpenedIsAPlainPage() throws Exception {
        var withoutToken = HttpRequest.newBuilder(uri("/register"))
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build();
        var answer = client.send(withoutToken, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("打不开这个页面", "This page cannot be opened")
                .doesNotContain("Exception", "Whitelabel", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/register",
                "/setup/any-token",
                "/css/baosong.css",
                "/images/mark.svg",
                "/actuator/health"
            })
    void whatEverybodyMaySeeIsOpen(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void theDemoInboxExistsInTheDemoAlone() throws Exception {
        var answer = get("/demo/inbox");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/login");
    }

    @Test
    void everyAnswerCarriesItsGuards() throws Exception {
        var headers = get("/login").headers();
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"));
        assertThat(headers.firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void theLoginPageIsInChineseByDefault() throws Exception {
        assertThat(get("/login").body()).contains("lang=\"zh");
    }

    @Test
    void aPasswordAlonePostedToTheLoginOpensNothing() throws Exception {
        var answer =
                post("/login", "username=admin&password=" + URLEncoder.encode("Secret#2026", StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).contains("/login?error");
        assertThat(get("/account/password").statusCode()).isEqualTo(302);
    }

    @Test
    void postsOfOtherSitesAreRefused() throws Exception {
        assertThat(post("/logout", "").statusCode()).isEqualTo(403);
    }

    @Test
    void metricsAreForOperators() throws Exception {
        assertThat(get("/actuator/prometheus").body()).doesNotContain("baosong_outbox");
    }

    @Test
    void failuresTellNothingOfTheInside() throws Exception {
        for (var path : new String[] {"/css/none.css", "/webjars/../../etc/passwd", "/error", "/images/%00"}) {
            var body = get(path).body();
            assertThat(body).doesNotContain("Exception", "at org.", "root:");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept", "text/html, */*")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
