package cn.baosong.messaging;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Hands SMS to a gateway over HTTP. Redirects are refused like any other answer that does not mean success, and nothing
 * of an answer reaches an error: a gateway may repeat number and text in it.
 */
final class HttpSmsCarrier implements Carrier {

    private final SmsSettings settings;
    private final SmsRequest request;
    private final Pattern successStatus;
    private final Pattern successBody;
    private final HttpClient client;

    /** @throws IllegalArgumentException with one sentence, when a setting is wrong */
    HttpSmsCarrier(SmsSettings settings) {
        this.settings = settings;
        this.request = new SmsRequest(settings);
        this.successStatus = pattern("success-status", settings.successStatus());
        this.successBody = pattern("success-body", settings.successBody());
        if (settings.timeout().isNegative() || settings.timeout().isZero()) {
            throw new IllegalArgumentException("baosong.messaging.sms.timeout must be more than nothing");
        }
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public void carry(Parcel parcel) throws IOException, InterruptedException {
        var answer = exchange(parcel);
        if (!successStatus.matcher(Integer.toString(answer.statusCode())).matches()) {
            throw new IOException("the gateway answered with status " + answer.statusCode());
        }
        if (!successBody.matcher(answer.body()).find()) {
            throw new IOException("the gateway answered with status " + answer.statusCode()
                    + ", and the answer does not match success-body");
        }
    }

    private HttpResponse<String> exchange(Parcel parcel) throws IOException, InterruptedException {
        var exchange = client.sendAsync(
                request.of(parcel), head -> new LimitedBody(settings.maxAnswer().toBytes()));
        try {
            return exchange.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new HttpTimeoutException(
                    "no whole answer within " + settings.timeout().toMillis() + " ms");
        } catch (ExecutionException failure) {
            var cause = failure.getCause();
            throw new IOException(
                    cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()));
        } finally {
            // Closes the connection of an exchange that is not over, and does nothing to one that is.
            exchange.cancel(true);
        }
    }

    private static Pattern pattern(String setting, String source) {
        try {
            return Pattern.compile(source);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "baosong.messaging.sms." + setting + " is not a regular expression: " + wrong.getDescription());
        }
    }
}
