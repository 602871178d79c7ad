package cn.baosong.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real SMS gateway on this machine, which can be made to fail in every way a gateway fails. */
public final class TestGateway implements AutoCloseable {

    /** How it behaves. */
    public enum Mode {
        UP,
        /** Status 500, and the request in the answer. */
        REFUSES,
        /** Status 200, and an answer that says no. */
        SAYS_NO,
        REDIRECTS,
        HANGS,
        /** One byte at a time, for ever. */
        DRIPS,
        /** Takes the request and closes the connection. */
        CLOSES,
        /** Says yes, and goes on for ten megabytes. */
        TALKS
    }

    /** A request that was taken. */
    public record Received(String method, String query, Map<String, List<String>> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tries = new AtomicInteger();
    private volatile Mode mode = Mode.UP;
    private volatile CountDownLatch changed = new CountDownLatch(1);

    public TestGateway() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
    }

    /** Changes what it does from now on; whoever hangs is let go, unanswered. */
    public void mode(Mode next) {
        mode = next;
        tries.set(0);
        var before = changed;
        changed = new CountDownLatch(1);
        before.countDown();
    }

    /** @return requests since the mode was last changed */
    public int tries() {
        return tries.get();
    }

    /** @return what was taken, in the order it came */
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        mode(Mode.CLOSES);
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var now = mode;
            var change = changed;
            tries.incrementAndGet();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (now) {
                case UP, TALKS -> {
                    received.add(new Received(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getRawQuery(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            body));
                    answer(exchange, 200, "{\"code\":\"OK\"}" + (now == Mode.TALKS ? "x".repeat(10_000_000) : ""));
                }
                case REFUSES -> answer(exchange, 500, body);
                case SAYS_NO -> answer(exchange, 200, "{\"code\":\"NO\",\"request\":" + body + "}");
                case REDIRECTS -> {
                    exchange.getResponseHeaders().add("Location", url() + "?moved=1");
                    answer(exchange, 302, "");
                }
                case HANGS -> change.await();
                case DRIPS -> drip(exchange, change);
                case CLOSES -> {}
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void drip(HttpExchange exchange, CountDownLatch change) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        do {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
        } while (!change.await(20, TimeUnit.MILLISECONDS));
    }
}
