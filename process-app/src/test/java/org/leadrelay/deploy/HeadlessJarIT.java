package org.leadrelay.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.testing.SharedServer;

/** The packaged jar of this module, as a worker node is started: REST and jobs, no views. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HeadlessJarIT {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @Test
    void the_jar_boots_without_views_answers_rest_and_stops_in_order() throws Exception {
        // given
        Process node = start("--leadrelay.data.directory=" + directory.resolve("data"));
        try (var words = node.inputReader(StandardCharsets.UTF_8)) {
            String address = null;
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                Matcher port = PORT.matcher(line);
                if (port.find()) {
                    address = "http://localhost:" + port.group(1);
                }
                if (line.contains("Lead Relay is ready")) {
                    break;
                }
            }

            // then
            assertThat(address).isNotNull();
            assertThat(status(address + "/actuator/health", null)).isEqualTo(200);
            assertThat(status(address + "/api/me", "marketing:demo")).isEqualTo(200);
            assertThat(status(address + "/api/me", null)).isEqualTo(401);
            assertThat(status(address + "/v3/api-docs", "marketing:demo")).isEqualTo(200);
            assertThat(status(address + "/", "marketing:demo")).isEqualTo(401);
            assertThat(status(address + "/login", null)).isEqualTo(401);

            // when: unlike Process.destroy, this leaves its last words readable
            node.toHandle().destroy();
            words.lines().forEach(line -> {});

            // then
            assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(directory.resolve("data/postgresql-17/postmaster.pid")).doesNotExist();
        } finally {
            node.destroyForcibly();
        }
    }

    @Test
    void without_an_administrator_and_a_password_for_one_it_refuses_to_start() throws Exception {
        // given
        Process node =
                start(
                        "--spring.datasource.url=" + SharedServer.newDatabase(),
                        "--spring.datasource.username=postgres");

        // when
        String words = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(node.waitFor()).isEqualTo(1);
        assertThat(words)
                .contains("LEADRELAY_ADMIN_PASSWORD is not set")
                .doesNotContain("Lead Relay is ready");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Duser.timezone=UTC",
                                "-Djavax.xml.accessExternalSchema=file,jar:file,nested,jar:nested",
                                "-Xmx512m",
                                "-jar",
                                jar().toString(),
                                "--server.port=0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // Whatever this machine sets for a node of its own.
        builder.environment()
                .keySet()
                .removeIf(each -> each.matches("(SPRING|LEADRELAY|SERVER)_.*"));
        return builder.start();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(each -> each.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Package the module first."))
                    .toAbsolutePath();
        }
    }

    private int status(String address, String credentials)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (credentials != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
