package org.leadrelay.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.testing.SharedServer;

/** The packaged jar of this module, as a worker node is started: REST and jobs, no views. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HeadlessJarIT {

    @TempDir
    Path directory;

    @Test
    void the_jar_boots_without_views_answers_rest_and_stops_in_order() throws Exception {
        // given
        try (Node node = Node.start(
                        directory,
                        List.of(),
                        "--leadrelay.data.directory=" + directory.resolve("data"),
                        "--leadrelay.demo.past=P3D")
                .ready()) {
            // then
            assertThat(node.says("leads came")).containsPattern("[1-9]\\d* leads came");
            assertThat(node.get("/api/demo/clock", "marketing:demo")
                            .get("ahead")
                            .asText())
                    .isEqualTo("PT0S");
            assertThat(node.status("/actuator/health", null)).isEqualTo(200);
            assertThat(node.status("/api/me", "marketing:demo")).isEqualTo(200);
            assertThat(node.status("/api/me", null)).isEqualTo(401);
            assertThat(node.status("/v3/api-docs", "marketing:demo")).isEqualTo(200);
            assertThat(node.status("/", "marketing:demo")).isEqualTo(401);
            assertThat(node.status("/login", null)).isEqualTo(401);

            // when
            node.process().toHandle().destroy();

            // then
            assertThat(node.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(directory.resolve("data/postgresql-17/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void without_an_administrator_and_a_password_for_one_it_refuses_to_start() throws Exception {
        // given
        try (Node node = Node.start(
                directory,
                List.of(),
                "--spring.datasource.url=" + SharedServer.newDatabase(),
                "--spring.datasource.username=" + SharedServer.APPLICATION,
                "--spring.flyway.user=" + SharedServer.OWNER)) {
            // when
            String words = node.lastWords();

            // then
            assertThat(node.process().waitFor()).isEqualTo(1);
            assertThat(words)
                    .contains("LEADRELAY_ADMIN_PASSWORD is not set")
                    .doesNotContain("Started LeadRelayApplication");
        }
    }
}
