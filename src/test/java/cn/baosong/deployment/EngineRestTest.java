package cn.baosong.deployment;

import static cn.baosong.testing.Modeler.BOUNDARY;
import static cn.baosong.testing.Modeler.basic;
import static cn.baosong.testing.Modeler.multipart;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.testing.Actors;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls of Camunda Modeler as it makes them, and what else somebody tries at that door. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EngineRestTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Actors actors;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Trial trial;

    private final HttpClient client = HttpClient.newHttpClient();
    private Account owner;
    private String secret;

    @BeforeEach
    void aProcessOwnerWithAToken() {
        owner = actors.account(Role.PROCESS_OWNER);
        secret = actors.as(owner, () -> tokens.make("办公室电脑", 30)).secret();
    }

    @Test
    void theModelerChecksTheConnectionAndDeploys() throws Exception {
        var key = SmallModels.freshKey();

        var connection = get("/deployment?maxResults=0", bearer(secret));
        assertThat(connection.statusCode()).isEqualTo(200);
        assertThat(json(connection)).isEmpty();
        assertThat(json(get("/version", bearer(secret))).path("version").asText())
                .startsWith("7.");

        var deployed = deploy(basic(owner.loginName(), secret), Map.of("流程 一.bpmn", SmallModels.userTask(key)));
        assertThat(deployed.statusCode()).isEqualTo(200);
        var body = json(deployed);
        assertThat(body.path("source").asText()).isEqualTo("Camunda Modeler");
        var definition = body.path("deployedProcessDefinitions").elements().next();
        assertThat(definition.path("key").asText()).isEqualTo(key);
        assertThat(definition.path("version").asInt()).isEqualTo(1);
        assertThat(definition.path("resource").asText()).isEqualTo("流程 一.bpmn");
        assertThat(body.path("deployedCaseDefinitions").isNull()).isTrue();
        assertThat(deployed.headers().firstValue("Set-Cookie")).isEmpty();

        // The Modeler asks that the same is not deployed twice.
        var again = deploy(basic(owner.loginName(), secret), Map.of("流程 一.bpmn", SmallModels.userTask(key)));
        assertThat(json(again).path("id").asText()).isEqualTo(body.path("id").asText());
        assertThat(json(again).path("deployedProcessDefinitions").isNull()).isTrue();

        var start = send(
                "POST",
                "/process-definition/" + definition.path("id").asText() + "/start",
                bearer(secret),
                BodyPublishers.ofString("{}"),
                "application/json");
        assertThat(start.statusCode()).isEqualTo(403);
        assertThat(json(start).path("message").asText()).contains("不开放");
    }

    @Test
    void aRevisionKnowsWhoDeployedIt() throws Exception {
        var key = SmallModels.freshKey();
        var settings = """
                <bpmn:extensionElements><camunda:properties><camunda:property name="scheme" value="%s" />
                </camunda:properties></bpmn:extensionElements><bpmn:startEvent""".formatted(key);
        var deployed = deploy(
                bearer(secret),
                Map.of(key + ".bpmn", SmallModels.userTask(key).replaceFirst("<bpmn:startEvent", settings)));
        assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);
        assertThat(revisions.newest(key, YearMonth.of(2026, 1)).deployedBy()).isEqualTo(owner.id());
    }

    @Test
    void aRefusedModelIsExplainedAndLeavesNoTrace() throws Exception {
        var key = SmallModels.freshKey();
        var before = trial.rows();
        var bad = SmallModels.process(
                key, "<bpmn:serviceTask id=\"task\" name=\"打开大门\" camunda:class=\"java.lang.Runtime\" />");
        var files = new LinkedHashMap<String, String>();
        files.put(key + ".bpmn", SmallModels.userTask(key + "-good"));
        files.put("bad.bpmn", bad);

        var refused = deploy(bearer(secret), files);

        assertThat(refused.statusCode()).isEqualTo(400);
        var body = json(refused);
        assertThat(body.path("type").asText()).isEqualTo("ParseException");
        // By these words the Modeler tells a refused model from a server that is not there.
        assertThat(body.path("message").asText())
                .startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains("bad.bpmn", "打开大门 (task)", "java.lang.Runtime", "委托表达式");
        assertThat(body.path("details")
                        .path("bad.bpmn")
                        .path("errors")
                        .path(0)
                        .path("mainElementId")
                        .asText())
                .isEqualTo("task");
        assertThat(trial.rows()).isEqualTo(before);

        var english = send(HttpRequest.newBuilder(uri("/deployment/create"))
                .header("Accept-Language", "en-US,en;q=0.9")
                .header("Authorization", bearer(secret))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(multipart(files))
                .build());
        assertThat(json(english).path("message").asText()).contains("A model may not name the Java class");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/engine", "GET,/process-definition", "GET,/process-instance", "POST,/process-instance",
        "GET,/user", "POST,/user/create", "GET,/deployment/1/resources", "DELETE,/deployment/1",
        "POST,/deployment", "PUT,/deployment/create", "GET,/history/variable-instance", "POST,/message",
        "POST,/external-task/fetchAndLock", "GET,/no-such-thing", "GET,/", "OPTIONS,/deployment/create",
        "GET,/version/../engine", "GET,/version/", "GET,/engine/default/version"
    })
    void everythingElseIsClosedToEverybody(String method, String path) throws Exception {
        var closed = send(method, path, bearer(secret), BodyPublishers.noBody(), "application/json");
        assertThat(closed.statusCode()).isIn(400, 403);
        if (closed.statusCode() == 403) {
            assertThat(json(closed).path("type").asText()).isEqualTo("AuthorizationException");
        }
        assertThat(send(method, path, null, BodyPublishers.noBody(), "application/json")
                        .statusCode())
                .isIn(400, 401);
    }

    @Test
    void onlyATokenOfAProcessOwnerOpens() throws Exception {
        assertThat(get("/version", null).statusCode()).isEqualTo(401);
        assertThat(get("/version", null).headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        for (var wrong : new String[] {
            bearer("baosong_" + "A".repeat(43)),
            bearer(secret + "x"),
            bearer(""),
            basic("somebody", secret),
            basic(owner.loginName(), "Baosong#000001"),
            "Basic !!!",
            "Basic " + "QQ".repeat(400),
            "Negotiate abc"
        }) {
            assertThat(get("/version", wrong).statusCode()).as(wrong).isEqualTo(401);
        }
        assertThat(json(get("/version", "Basic !!!")).path("message").asText()).contains("访问令牌");

        accounts.revokeRole(owner.id(), Role.PROCESS_OWNER);
        assertThat(get("/version", bearer(secret)).statusCode()).isEqualTo(401);
        accounts.grantRole(owner.id(), Role.PROCESS_OWNER);
        assertThat(get("/version", bearer(secret)).statusCode()).isEqualTo(200);
        accounts.disable(owner.id(), null);
        assertThat(get("/version", bearer(secret)).statusCode()).isEqualTo(401);
    }

    @Test
    void aRevokedOrExpiredTokenIsWorthNothing() throws Exception {
        var token = actors.as(owner, () -> tokens.mine()).get(0);
        actors.as(owner, () -> tokens.revoke(token.id()));
        assertThat(get("/version", bearer(secret)).statusCode()).isEqualTo(401);

        var second = actors.as(owner, () -> tokens.make("二", 1));
        jdbc.sql("UPDATE access_token SET expires_at = created_at WHERE id = :id")
                .param("id", second.token().id())
                .update();
        assertThat(get("/version", bearer(second.secret())).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNoUploadIsTheClientsMistake() throws Exception {
        var token = bearer(secret);
        assertThat(send("POST", "/deployment/create", token, BodyPublishers.ofString("{}"), "application/json")
                        .statusCode())
                .isEqualTo(415);
        for (var body : new String[] {"", "garbage", "--" + BOUNDARY, "--" + BOUNDARY + "--\r\n"}) {
            var answer = send(
                    "POST",
                    "/deployment/create",
                    token,
                    BodyPublishers.ofString(body),
                    "multipart/form-data; boundary=" + BOUNDARY);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(json(answer).path("message").asText()).isNotBlank();
        }
        assertThat(get("/deployment?maxResults=many", token).statusCode()).isEqualTo(400);
        assertThat(get("/deployment?maxResults=-1&firstResult=-5", token).statusCode())
                .isEqualTo(200);
        assertThat(deploy(token, Map.of("large.form", "x".repeat(4_000_000))).statusCode())
                .isEqualTo(413);
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        return send("GET", path, authorization, BodyPublishers.noBody(), "application/json");
    }

    private HttpResponse<String> deploy(String authorization, Map<String, String> files) throws Exception {
        return send(
                "POST",
                "/deployment/create",
                authorization,
                multipart(files),
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private HttpResponse<String> send(
            String method, String path, String authorization, BodyPublisher body, String contentType) throws Exception {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Accept", "application/json")
                .header("Content-Type", contentType)
                .method(method, body);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/engine-rest" + path);
    }
}
