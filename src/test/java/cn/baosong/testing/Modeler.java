package cn.baosong.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Camunda Modeler as the platform sees it: the calls it makes when its user presses 【Deploy】. */
public final class Modeler {

    /** Between the parts of what it uploads. */
    public static final String BOUNDARY = "----modelerBoundary7MA4YWxk";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String authorization;

    /**
     * @param address of the application, without a slash at the end
     * @param token made on the page 访问令牌; the Modeler sends it as a password
     */
    public Modeler(String address, String loginName, String token) {
        this.address = address;
        this.authorization = basic(loginName, token);
    }

    /** @return the header of HTTP Basic */
    public static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @param files text by name; deployed together, or none of them */
    public HttpResponse<String> deploy(Map<String, String> files) {
        var request = HttpRequest.newBuilder(URI.create(address + "/engine-rest/deployment/create"))
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(multipart(files))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** As the Modeler writes it: its own fields, then each file under its name. */
    public static BodyPublisher multipart(Map<String, String> files) {
        var body = new ByteArrayOutputStream();
        field(body, "deployment-name", "diagram");
        field(body, "deployment-source", "Camunda Modeler");
        field(body, "enable-duplicate-filtering", "true");
        files.forEach((name, content) -> write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n"
                                .formatted(BOUNDARY, name, name)
                        + content
                        + "\r\n"));
        write(body, "--" + BOUNDARY + "--\r\n");
        return BodyPublishers.ofByteArray(body.toByteArray());
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
