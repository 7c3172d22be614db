package org.leadrelay.nurture;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A marketing tool on this machine that answers as a test wants it, and keeps what it was sent. */
public final class ToolServer implements AutoCloseable {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private final AtomicLong written = new AtomicLong();
    private volatile Answer answer = Answer.status(202);

    /** What the tool does with a call. */
    @FunctionalInterface
    interface Answer {

        void give(HttpExchange exchange) throws IOException;

        static Answer status(int status) {
            return exchange -> exchange.sendResponseHeaders(status, -1);
        }
    }

    /** A call, as it arrived. */
    public record Call(Headers headers, String body) {

        public String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }

        String id() {
            return header("webhook-id");
        }
    }

    private ToolServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/hooks", this::hook);
        server.createContext("/elsewhere", exchange -> {
            elsewhere.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    public static ToolServer started() {
        return new ToolServer();
    }

    private void hook(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(exchange.getRequestHeaders(), body));
            answer.give(exchange);
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Settings in which this server is the tool {@code mailer}. */
    ToolSettings settings() {
        return settings(url("/hooks"));
    }

    static ToolSettings settings(String url) {
        return new ToolSettings(Map.of("mailer", tool(url)));
    }

    static ToolSettings.Tool tool(String url) {
        return new ToolSettings.Tool(URI.create(url), SECRET, Duration.ofMillis(700), Duration.ofDays(1));
    }

    ToolSettings.Tool tool() {
        return tool(url("/hooks"));
    }

    /** One answer after the other, the last one for ever. */
    public void answers(int... statuses) {
        List<Integer> left =
                new CopyOnWriteArrayList<>(Arrays.stream(statuses).boxed().toList());
        answer = exchange ->
                Answer.status(left.size() > 1 ? left.remove(0) : left.get(0)).give(exchange);
    }

    /** Takes the call and never answers. */
    void hangs() {
        answer = exchange -> {
            try {
                if (!closing.await(1, TimeUnit.MINUTES)) {
                    throw new IOException("nobody closed the tool that hangs");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    void redirectsElsewhere() {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", url("/elsewhere"));
            exchange.sendResponseHeaders(307, -1);
        };
    }

    /** Answers 200 and two gigabytes. */
    void answersTwoGigabytes() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 2L * 1024 * 1024 * 1024);
            byte[] piece = new byte[64 * 1024];
            try (OutputStream out = exchange.getResponseBody()) {
                while (written.addAndGet(piece.length) < 2L * 1024 * 1024 * 1024) {
                    out.write(piece);
                }
            }
        };
    }

    long bytesWritten() {
        return written.get();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    List<String> elsewhere() {
        return List.copyOf(elsewhere);
    }

    /** Whether a call is signed as a receiver checks it. */
    static boolean isSigned(Call call) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(call.header("webhook-timestamp")));
        return WebhookSecret.of(SECRET)
                .signature(call.id(), at, call.body().getBytes(StandardCharsets.UTF_8))
                .equals(call.header("webhook-signature"));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
