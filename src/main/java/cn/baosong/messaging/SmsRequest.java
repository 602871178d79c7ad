package cn.baosong.messaging;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the request of one SMS from the settings; wrong settings are refused when it is made, in one sentence. */
final class SmsRequest {

    private static final String SETTING = "baosong.messaging.sms.";
    private static final Set<String> ANYWHERE = Set.of("phone", "text", "id");
    private static final Map<String, String> TRIAL = Map.of("phone", "1", "text", "1", "id", "1");

    private final String method;
    private final Template url;
    private final Template body;
    private final String contentType;
    private final Escape escape;
    private final Map<String, Template> headers = new HashMap<>();

    SmsRequest(SmsSettings settings) {
        method = settings.method().toUpperCase(Locale.ROOT);
        if (!Set.of("GET", "POST", "PUT").contains(method)) {
            throw new IllegalArgumentException(SETTING + "method must be GET, POST or PUT");
        }
        url = new Template(SETTING + "url", settings.url().strip(), ANYWHERE);
        body = new Template(SETTING + "body", settings.body(), ANYWHERE);
        contentType = settings.contentType();
        escape = Escape.of(SETTING + "content-type", contentType);
        settings.headers().forEach((name, value) -> {
            if (!value.isBlank()) {
                headers.put(name, new Template(SETTING + "headers." + name, value, Set.of("id")));
            }
        });
        for (var name : new String[] {"phone", "text"}) {
            if (!url.has(name) && (isGet() || !body.has(name))) {
                throw new IllegalArgumentException(
                        "{" + name + "} stands neither in " + SETTING + "url nor in a body that is sent");
            }
        }
        checkUrl();
        headers.keySet().forEach(this::checkHeader);
    }

    HttpRequest of(Parcel parcel) {
        var values = Map.of(
                "phone",
                parcel.recipient(),
                "text",
                parcel.text(),
                "id",
                parcel.id().toString());
        var request = HttpRequest.newBuilder(URI.create(url.fill(values, Escape.URL::apply)));
        if (isGet()) {
            request.GET();
        } else {
            request.setHeader("Content-Type", contentType)
                    .method(method, HttpRequest.BodyPublishers.ofString(body.fill(values, escape::apply)));
        }
        headers.forEach((name, value) -> request.setHeader(name, value.fill(values, Escape.URL::apply)));
        return request.build();
    }

    private boolean isGet() {
        return method.equals("GET");
    }

    private void checkUrl() {
        try {
            var uri = URI.create(url.fill(TRIAL, Escape.URL::apply));
            var other = URI.create(url.fill(TRIAL, value -> "2"));
            HttpRequest.newBuilder(uri);
            if (uri.getAuthority().equals(other.getAuthority())) {
                return;
            }
        } catch (IllegalArgumentException | NullPointerException wrong) {
            // Said below, without the address: there may be a key in it.
        }
        throw new IllegalArgumentException(
                SETTING + "url is not an http(s) address with placeholders in path and query alone");
    }

    private void checkHeader(String name) {
        try {
            HttpRequest.newBuilder(URI.create("http://localhost"))
                    .setHeader(name, headers.get(name).fill(TRIAL, value -> value));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(SETTING + "headers." + name + " cannot be sent as a header", wrong);
        }
    }
}
