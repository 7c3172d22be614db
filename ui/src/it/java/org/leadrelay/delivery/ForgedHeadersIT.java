package org.leadrelay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.deploy.Node;
import org.leadrelay.testing.RawHttp;

/** The packaged all-in-one, started as anyone starts it, and callers that forge headers. */
class ForgedHeadersIT {

    private static final String FORGED = """
        Forwarded: for=203.0.113.9;proto=https;host=evil.example
        X-Forwarded-For: 203.0.113.9
        X-Forwarded-Proto: https
        X-Forwarded-Host: evil.example
        X-Forwarded-Port: 444
        X-Forwarded-Prefix: /evil
        X-Forwarded-Ssl: on
        X-Real-IP: 203.0.113.9
        X-Original-URL: /evil
        X-Rewrite-URL: /evil
        """;

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void redirects_follow_a_trusted_proxy_and_nobody_else() throws Exception {
        // given
        try (Node node = Node.start(
                        Delivery.jar(),
                        directory,
                        List.of("LEADRELAY_PROXY_TRUSTED", "127.0.0.2"),
                        "--leadrelay.data.directory=" + directory.resolve("data"),
                        "--leadrelay.demo.past=PT0S")
                .ready()) {
            // when
            String caller = ask("127.0.0.3", node, "/inbox");
            String proxy = ask("127.0.0.2", node, "/inbox");

            // then
            assertThat(caller)
                    .contains("\nLocation: http://leads.example:8080/login")
                    .doesNotContain("evil", "https:", "; Secure");
            assertThat(proxy)
                    .contains("\nLocation: https://leads.example:444/login")
                    .doesNotContain("evil");
        }
    }

    private static String ask(String from, Node node, String path) throws Exception {
        return RawHttp.ask(
                from,
                node.port(),
                "GET " + path + " HTTP/1.1\nHost: leads.example:8080\nConnection: close\n" + FORGED + "\n");
    }
}
