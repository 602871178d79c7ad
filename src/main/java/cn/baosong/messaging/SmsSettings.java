package cn.baosong.messaging;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The SMS gateway. {@code {phone}}, {@code {text}} and {@code {id}} in url and body are replaced, escaped for where they
 * stand; {@code {id}} is the same at every try of a message and may stand in a header too.
 *
 * @param url empty for no gateway
 * @param method POST, PUT or GET
 * @param headers sent as they are, empty ones not at all
 * @param contentType of the body: JSON, XML or form
 * @param body not sent with GET
 * @param successStatus regular expression for the status of the answer
 * @param successBody regular expression that is found in the answer of a gateway that took the SMS; empty for any answer
 * @param connectTimeout longest wait for a connection
 * @param timeout longest wait for the whole exchange, the body of the answer included
 * @param maxAnswer so much of the answer is read
 */
@ConfigurationProperties("baosong.messaging.sms")
record SmsSettings(
        @DefaultValue("") String url,
        @DefaultValue("POST") String method,
        @DefaultValue Map<String, String> headers,
        @DefaultValue("application/json") String contentType,
        @DefaultValue("") String body,
        @DefaultValue("2\\d\\d") String successStatus,
        @DefaultValue("") String successBody,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("64KB") DataSize maxAnswer) {

    /** Keys stand in addresses, headers and bodies. */
    @Override
    public String toString() {
        return "SmsSettings[]";
    }
}
