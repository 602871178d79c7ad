package cn.baosong.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.xml.sax.InputSource;

class HttpSmsCarrierTest {

    private static final String PHONE = "13800138000";
    private static final String JSON = "{\"id\":\"{id}\",\"to\":\"{phone}\",\"content\":\"{text}\"}";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Everything that means something somewhere, and a placeholder that must stay as it is. */
    private static final String HOSTILE =
            "【报送】\"引号\" 'x' \\ {phone} {id} {x} $1 \\1 a=b&c=d+e%20 </content><to>1</to> ]]> \uD83D\uDE00 100%";

    private final TestGateway gateway = new TestGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {HOSTILE, "two\r\nlines\tand \u0000 control", "", "{text}"})
    void jsonStaysJson(String text) throws Exception {
        var parcel = parcel(text);
        carrier("POST", "", "application/json; charset=utf-8", JSON).carry(parcel);

        var sent = gateway.received().get(0);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.headers().get("Content-type")).containsExactly("application/json; charset=utf-8");
        assertThat(new ObjectMapper().readValue(sent.body(), Map.class))
                .isEqualTo(Map.of("id", parcel.id().toString(), "to", PHONE, "content", text));
    }

    @Test
    void formsStayForms() throws Exception {
        carrier("PUT", "", FORM, "mobile={phone}&content={text}&extra=1").carry(parcel(HOSTILE + "\r\n"));

        assertThat(parameters(gateway.received().get(0).body()))
                .isEqualTo(Map.of("mobile", PHONE, "content", HOSTILE + "\r\n", "extra", "1"));
    }

    @Test
    void xmlStaysXml() throws Exception {
        carrier("POST", "", "text/xml", "<sms to=\"{phone}\"><content>{text}</content></sms>")
                .carry(parcel(HOSTILE + "\u0000"));

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(gateway.received().get(0).body())));
        assertThat(document.getElementsByTagName("to").getLength()).isZero();
        assertThat(document.getDocumentElement().getAttribute("to")).isEqualTo(PHONE);
        assertThat(document.getDocumentElement().getTextContent()).isEqualTo(HOSTILE + " ");
    }

    @Test
    void addressesStayAddresses() throws Exception {
        var parcel = parcel(HOSTILE + "\r\nHost: elsewhere\r\n\r\nGET / HTTP/1.1");
        carrier("get", "?to={phone}&content={text}&id={id}", "application/json", "")
                .carry(parcel);

        var sent = gateway.received();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).body()).isEmpty();
        assertThat(parameters(sent.get(0).query()))
                .isEqualTo(Map.of(
                        "to", PHONE, "content", parcel.text(), "id", parcel.id().toString()));
        assertThat(sent.get(0).headers().get("Host")).singleElement().asString().startsWith("127.0.0.1");
    }

    @Test
    void headersAreSentAndMayHoldTheId() throws Exception {
        var parcel = parcel("text");
        new HttpSmsCarrier(settings(
                        "POST",
                        "",
                        "application/json",
                        JSON,
                        Map.of("Authorization", "Bearer x", "Idempotency-Key", "sms-{id}"),
                        "2.."))
                .carry(parcel);

        var headers = gateway.received().get(0).headers();
        assertThat(headers.get("Authorization")).containsExactly("Bearer x");
        assertThat(headers.get("Idempotency-key")).containsExactly("sms-" + parcel.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSES", "SAYS_NO", "REDIRECTS", "HANGS", "DRIPS", "CLOSES"})
    void aFailureIsAFailureAndSaysNothingOfTheMessageAndTheNextTryCanSucceed(TestGateway.Mode mode) throws Exception {
        var carrier = carrier("POST", "", "application/json", JSON);
        gateway.mode(mode);

        assertThatThrownBy(() -> carrier.carry(parcel("secret 123456")))
                .isInstanceOf(IOException.class)
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getMessage())).doesNotContain(PHONE, "secret", "123456"))
                .satisfies(failure -> assertThat(failure instanceof HttpTimeoutException)
                        .isEqualTo(mode == TestGateway.Mode.HANGS || mode == TestGateway.Mode.DRIPS));
        assertThat(gateway.received()).isEmpty();
        assertThat(gateway.tries()).as("nothing is followed, nothing repeated").isEqualTo(1);

        gateway.mode(TestGateway.Mode.UP);
        carrier.carry(parcel("again"));
        assertThat(gateway.received()).hasSize(1);
    }

    @Test
    void aGatewayThatIsNotThereIsAFailure() {
        var carrier = carrier("POST", "", "application/json", JSON);
        gateway.close();
        assertThatThrownBy(() -> carrier.carry(parcel("text"))).isInstanceOf(IOException.class);
    }

    @Test
    void ofALongAnswerTheBeginningIsReadAndCounts() {
        gateway.mode(TestGateway.Mode.TALKS);
        assertThatCode(() -> carrier("POST", "", "application/json", JSON).carry(parcel("text")))
                .doesNotThrowAnyException();
    }

    @Test
    void aWrongSettingIsRefusedInOneSentence() {
        refused("POST", "", "application/json", "{\"to\":\"{mobile}\"}", "{mobile}");
        refused("POST", "", "application/json", "{\"to\":\"{phone}\"}", "{text}");
        refused("GET", "?p={phone}", "application/json", "{text}", "{text}");
        refused("DELETE", "", "application/json", JSON, "method");
        refused("POST", "", "text/plain", "{phone} {text}", "content-type");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpSmsCarrier(settings("POST", "", "application/json", JSON, Map.of(), "2(..")))
                .withMessageContaining("success-status");
        for (var header : new String[] {"Host", "a b", ""}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HttpSmsCarrier(
                            settings("POST", "", "application/json", JSON, Map.of(header, "x"), "2..")))
                    .withMessageContaining("headers." + header);
        }
        for (var value : new String[] {"a\r\nBcc: x", "{phone}", "{text}"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HttpSmsCarrier(
                            settings("POST", "", "application/json", JSON, Map.of("X-Key", value), "2..")))
                    .withMessageContaining("headers.X-Key");
        }
        for (var url : new String[] {"ftp://example.org", "http://{phone}.example.org/", "no address", "http://"}) {
            var settings = new SmsSettings(
                    url,
                    "POST",
                    Map.of(),
                    "application/json",
                    JSON,
                    "2..",
                    "",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    DataSize.ofKilobytes(1));
            assertThatIllegalArgumentException()
                    .as(url)
                    .isThrownBy(() -> new HttpSmsCarrier(settings))
                    .withMessageContaining("baosong.messaging.sms.url");
        }
    }

    private void refused(String method, String query, String type, String body, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> carrier(method, query, type, body))
                .withMessageContaining(what)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }

    private HttpSmsCarrier carrier(String method, String query, String type, String body) {
        return new HttpSmsCarrier(settings(method, query, type, body, Map.of(), "2.."));
    }

    private SmsSettings settings(
            String method, String query, String type, String body, Map<String, String> headers, String status) {
        return new SmsSettings(
                gateway.url() + query,
                method,
                headers,
                type,
                body,
                status,
                "\"code\":\"OK\"",
                Duration.ofSeconds(3),
                Duration.ofMillis(1500),
                DataSize.ofKilobytes(16));
    }

    private static Parcel parcel(String text) {
        return new Parcel(UUID.randomUUID(), PHONE, null, text);
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
