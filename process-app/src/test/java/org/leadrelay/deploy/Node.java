package org.leadrelay.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A packaged jar as a process of its own, and how to talk to it. */
public final class Node implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private String address = "";

    private Node(Process process) {
        this.process = process;
        Thread reader = new Thread(
                () -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(words::add), "words-of-a-node");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the headless jar of this module without waiting for anything. */
    static Node start(Path directory, List<String> environment, String... arguments) throws IOException {
        return start(jar(), directory, environment, arguments);
    }

    /** Starts a jar without waiting for anything. */
    public static Node start(Path jar, Path directory, List<String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Duser.timezone=UTC",
                "-Djavax.xml.accessExternalSchema=file,jar:file,nested,jar:nested",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.port=0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // Whatever this machine sets for a node of its own.
        builder.environment().keySet().removeIf(each -> each.matches("(SPRING|LEADRELAY|SERVER)_.*"));
        for (int i = 0; i < environment.size(); i += 2) {
            builder.environment().put(environment.get(i), environment.get(i + 1));
        }
        return new Node(builder.start());
    }

    /** Waits until the node says that it is ready. */
    public Node ready() throws InterruptedException {
        try {
            Matcher port = PORT.matcher(says("Tomcat started on port"));
            assertThat(port.find()).isTrue();
            address = "http://localhost:" + port.group(1);
            says("Started LeadRelayApplication");
            return this;
        } catch (AssertionError unready) {
            close();
            throw unready;
        }
    }

    /** Waits until the node has said this, and answers the line; what came before it is read. */
    String says(String text) throws InterruptedException {
        while (true) {
            String line = words.poll(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the node does not say \"" + text + "\"");
            }
            if (line.contains(text)) {
                return line;
            }
        }
    }

    /** All it has said since, once it has ended by itself. */
    String lastWords() throws InterruptedException {
        process.waitFor();
        StringBuilder last = new StringBuilder();
        for (String line = words.poll(1, TimeUnit.SECONDS); line != null; line = words.poll(1, TimeUnit.SECONDS)) {
            last.append(line).append('\n');
        }
        return last.toString();
    }

    Process process() {
        return process;
    }

    public int port() {
        return URI.create(address).getPort();
    }

    int status(String path, String credentials) throws IOException, InterruptedException {
        return client.send(request(path, credentials).build(), BodyHandlers.discarding())
                .statusCode();
    }

    JsonNode get(String path, String credentials) throws IOException, InterruptedException {
        return get(path, credentials, "en");
    }

    JsonNode get(String path, String credentials, String language) throws IOException, InterruptedException {
        HttpRequest request =
                request(path, credentials).header("Accept-Language", language).build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    /** Sends JSON, and answers the body if there is one. */
    JsonNode post(String path, String credentials, String json) throws IOException, InterruptedException {
        return taken(send("POST", path, credentials, json));
    }

    JsonNode put(String path, String credentials, String json) throws IOException, InterruptedException {
        return taken(send("PUT", path, credentials, json));
    }

    /** Sends JSON, whatever the answer. */
    HttpResponse<String> send(String method, String path, String credentials, String json)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, credentials)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Sends a file as a form does, and answers the body. */
    JsonNode upload(String path, String credentials, String fileName, String content)
            throws IOException, InterruptedException {
        return upload(path, credentials, "file", Map.of(fileName, content));
    }

    /**
     * @param files contents by name
     */
    JsonNode upload(String path, String credentials, String field, Map<String, String> files)
            throws IOException, InterruptedException {
        String boundary = "between-the-parts";
        StringBuilder body = new StringBuilder();
        files.forEach((name, content) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s\r\n"
                        .formatted(boundary, field, name, content)));
        HttpRequest.Builder request = request(path, credentials)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body + "--" + boundary + "--\r\n"));
        return taken(client.send(request.build(), BodyHandlers.ofString()));
    }

    private static JsonNode taken(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String credentials) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (credentials != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(each -> each.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Package the module first."))
                    .toAbsolutePath();
        }
    }

    /** As a power cut does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
