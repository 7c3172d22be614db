package org.leadrelay.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * HAProxy with the file that is shipped, before two small servers that answer with what reached
 * them. Only addresses and ports are those of this machine.
 */
final class Haproxy implements AutoCloseable {

    static final Path FILE = Path.of("..", "docker", "haproxy.cfg");

    private static final Path DEBIAN = Path.of("/usr/sbin/haproxy");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<HttpServer> nodes;
    private final int port;
    private final Process process;

    private Haproxy(Path directory, UnaryOperator<String> change) throws Exception {
        nodes = List.of(node("node-1"), node("node-2"));
        port = freePort();
        String text = change.apply(Files.readString(FILE))
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replace("bind :8443", "bind 127.0.0.1:" + port);
        for (int i = 0; i < nodes.size(); i++) {
            text = text.replace(
                    "node-" + (i + 1) + ":8080",
                    "127.0.0.1:" + nodes.get(i).getAddress().getPort());
        }
        Path file = Files.writeString(directory.resolve("haproxy.cfg"), text);
        process = start("-db", "-f", file.toString());
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(this::listens);
    }

    /** Whether there is one on this machine. */
    static boolean isInstalled() {
        try {
            return start("-v").waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What HAProxy itself says of the shipped file, warnings included; empty if nothing. */
    static String complaints() throws Exception {
        String text = Files.readString(FILE).replaceAll("node-[12]:8080", "127.0.0.1:8080");
        Path file = Files.createTempFile("haproxy", ".cfg");
        try {
            Files.writeString(file, text);
            Process check = start("-dW", "-c", "-q", "-f", file.toString());
            String words = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return check.waitFor() == 0 ? words : words + "\nexit code " + check.exitValue();
        } finally {
            Files.delete(file);
        }
    }

    static Haproxy asShipped(Path directory) throws Exception {
        return new Haproxy(directory, UnaryOperator.identity());
    }

    static Haproxy changed(Path directory, UnaryOperator<String> change) throws Exception {
        return new Haproxy(directory, change);
    }

    int port() {
        return port;
    }

    /** The paths of all requests that reached a node, but for the checks of its health. */
    List<String> seen() {
        return seen;
    }

    private boolean listens() {
        assertThat(process.isAlive()).as("HAProxy runs").isTrue();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        // Where Debian puts it, which is not in everybody's path.
        builder.command().add(Files.isExecutable(DEBIAN) ? DEBIAN.toString() : "haproxy");
        builder.command().addAll(List.of(arguments));
        builder.environment().put("LEADRELAY_HOSTS", "localhost leads.example");
        return builder.redirectErrorStream(true).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HttpServer node(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(name, exchange));
        server.start();
        return server;
    }

    private void answer(String name, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        if (!"localhost".equals(exchange.getRequestHeaders().getFirst("Host"))
                || !path.equals("/actuator/health/readiness")) {
            seen.add(path);
        }
        exchange.getRequestBody().readAllBytes();
        byte[] body = exchange.getRequestHeaders().entrySet().stream()
                .map(each -> each.getKey().toLowerCase(Locale.ROOT) + ": " + String.join(" & ", each.getValue()) + "\n")
                .sorted()
                .collect(Collectors.joining("", "node: " + name + "\n", ""))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        nodes.forEach(each -> each.stop(0));
    }
}
