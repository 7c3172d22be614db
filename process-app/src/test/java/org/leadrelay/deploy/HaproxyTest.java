package org.leadrelay.deploy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.testing.RawHttp;

/**
 * Attacks on the proxy's file as it is shipped. Without an HAProxy they are skipped; {@code
 * .ci/run} installs one and fails if they were.
 */
class HaproxyTest {

    private static final String FROM = "127.0.0.3";

    @TempDir
    static Path directory;

    private static Haproxy proxy;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(Haproxy.isInstalled(), "no HAProxy is installed");
        proxy = Haproxy.asShipped(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        if (proxy != null) {
            proxy.close();
        }
    }

    @BeforeEach
    void forget() {
        proxy.seen().clear();
    }

    @Test
    void haproxy_has_nothing_to_say_against_the_file() throws Exception {
        assertThat(Haproxy.complaints()).isEmpty();
    }

    @Test
    void what_the_caller_says_of_itself_never_reaches_a_node() throws Exception {
        // when
        String answer = get("/inbox", """
            Forwarded: for=203.0.113.9;proto=https;host=evil.example
            X-Forwarded-For: 203.0.113.9
            x-forwarded-for: 203.0.113.10
            X_Forwarded_For: 203.0.113.11
            X.Forwarded.For: 203.0.113.12
            X-FORWARDED-PROTO: https
            X-Forwarded-Protocol: https
            X-Forwarded-Scheme: https
            X-Forwarded-Ssl: on
            X-Forwarded-Host: evil.example
            X-Forwarded-Server: evil.example
            X-Forwarded-Port: 444
            X-Forwarded-Prefix: /evil
            X-Forwarded-User: administrator
            X-Forwarded: evil
            X-Real-IP: 203.0.113.9
            X-Client-IP: 203.0.113.9
            X-Cluster-Client-IP: 203.0.113.9
            True-Client-IP: 203.0.113.9
            X-Original-URL: /admin
            X-Original-Host: evil.example
            X-Original-Forwarded-For: 203.0.113.9
            X-Rewrite-URL: /admin
            X-ProxyUser-Ip: 203.0.113.9
            X-HTTP-Method-Override: DELETE
            X-HTTP-Method: DELETE
            X-Method-Override: DELETE
            Proxy: http://evil.example
            """);

        // then
        assertThat(answer)
                .contains(
                        "\nx-forwarded-for: " + FROM + "\n",
                        "\nx-forwarded-proto: http\n",
                        "\nx-forwarded-port: 8080\n",
                        "\nhost: localhost:8080\n")
                .doesNotContain("evil", "203.0.113", "444", "/admin", "https", "DELETE", "x-real");
        assertThat(headers(answer))
                .containsExactlyInAnyOrder("host", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto");
    }

    @Test
    void headers_named_as_hop_by_hop_are_said_all_the_same() throws Exception {
        // when
        String answer = send("""
            GET /inbox HTTP/1.1
            Host: localhost
            Connection: close, X-Forwarded-For, X-Forwarded-Proto, Host, Cookie
            X-Forwarded-For: 203.0.113.9

            """);

        // then
        assertThat(answer)
                .contains("\nx-forwarded-for: " + FROM + "\n", "\nx-forwarded-proto: http\n")
                .doesNotContain("203.0.113", "x-forwarded-port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/prometheus",
                "/actuator/metrics/jvm.memory.used",
                "/actuator/info",
                "/actuator/health/",
                "/actuator/health/db",
                "/actuator/health/../prometheus",
                "/actuator/health/%2e%2e/prometheus",
                "/actuator/health;x=y/../../prometheus",
                "/%61ctuator/prometheus",
                "/%61%63%74%75%61%74%6f%72/prometheus",
                "/ACTUATOR/prometheus",
                "//actuator/prometheus",
                "/./actuator/prometheus",
                "/inbox/../actuator/prometheus",
                "/;x/actuator/prometheus",
                "/actuator;x/prometheus",
                "http://localhost:8080/actuator/prometheus",
                "/actuator/prometheus?/actuator/health"
            })
    void of_the_actuator_only_health_goes_through(String path) throws Exception {
        assertThat(get(path, "")).startsWith("HTTP/1.1 404 ");
        assertThat(proxy.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/login",
                "/v3/api-docs",
                "/leads?search=actuator"
            })
    void health_and_the_product_go_through(String path) throws Exception {
        assertThat(get(path, "")).startsWith("HTTP/1.1 200 ").contains("node: node-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost.evil.example",
                "Host: evil.example:8080",
                "Host: localhost@evil.example",
                "Host:",
                "X-Host: localhost",
                "Host: localhost\nHost: evil.example"
            })
    void another_host_is_not_served(String host) throws Exception {
        assertThat(send("GET /login HTTP/1.1\nConnection: close\n" + host + "\n\n"))
                .containsPattern("^HTTP/1.1 4(21|00) ")
                .doesNotContain("node: node-");
        assertThat(proxy.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "leads.example", "leads.example:443"})
    void a_known_host_is_served_whatever_its_port(String host) throws Exception {
        assertThat(send("GET /login HTTP/1.1\nConnection: close\nHost: " + host + "\n\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG"})
    void no_other_methods_are_served(String method) throws Exception {
        String target = method.equals("CONNECT") ? "localhost:8080" : "/login";
        assertThat(send(method + " " + target + " HTTP/1.1\nHost: localhost:8080\nConnection: close\n\n"))
                .containsPattern("^HTTP/1.1 4\\d\\d ");
        assertThat(proxy.seen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/leads, 10485761",
        "/intake/web-to-lead, 99999999",
        "/, 10485761",
        "/api/imports, 269484033",
        "/VAADIN/dynamic/resource/1/2/upload, 269484033"
    })
    void too_large_a_body_is_refused_before_it_is_read(String path, long length) throws Exception {
        // when
        String answer = send(
                "POST %s HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: %d\n\n".formatted(path, length)
                        + "x".repeat(20_000));

        // then
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("10 MB");
        assertThat(proxy.seen()).isEmpty();
    }

    @Test
    void large_and_many_headers_are_refused() throws Exception {
        assertThat(get("/login", "X-Large: " + "x".repeat(16_384) + "\n")).startsWith("HTTP/1.1 400 ");
        assertThat(get("/login", "X-One-Of-Many: x\n".repeat(80))).startsWith("HTTP/1.1 400 ");
        assertThat(get("/" + "x".repeat(16_384), "")).startsWith("HTTP/1.1 4");
        assertThat(proxy.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /login HTTP/1.1\nHost: localhost\nX-Slow: ",
                "POST /api/leads HTTP/1.1\nHost: localhost\nContent-Length: 100\n\n{"
            })
    void who_sends_slowly_is_cut_off_and_holds_no_node(String beginning) throws Exception {
        // given
        try (Haproxy impatient = Haproxy.changed(
                directory, file -> file.replace("timeout http-request 15s", "timeout http-request 300ms"))) {
            // then
            assertThat(RawHttp.ask(FROM, impatient.port(), beginning)).startsWith("HTTP/1.1 408 ");
            assertThat(impatient.seen()).isEmpty();
        }
    }

    @Test
    void one_address_cannot_take_all_connections() throws Exception {
        // given
        List<Socket> open = new ArrayList<>();
        try (Haproxy narrow =
                Haproxy.changed(directory, file -> file.replace("sc0_conn_cur gt 300", "sc0_conn_cur gt 3"))) {
            for (int i = 0; i < 3; i++) {
                Socket one = new Socket("127.0.0.1", narrow.port(), InetAddress.getByName(FROM), 0);
                open.add(one);
                one.getOutputStream().write("GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
                assertThat(one.getInputStream().read()).isEqualTo('H');
            }

            // then
            assertThat(answerOrNothing(FROM, narrow.port())).isEmpty();
            assertThat(answerOrNothing("127.0.0.4", narrow.port())).startsWith("HTTP/1.1 200 ");
        } finally {
            for (Socket each : open) {
                each.close();
            }
        }
    }

    @Test
    void a_person_stays_on_their_node_by_a_cookie_that_scripts_and_other_sites_do_not_get() throws Exception {
        // when
        String first = get("/login", "");
        MatchResult cookie = found(first, "(?m)^set-cookie: (NODE=node-[12]); (.*)$");
        String again = get("/inbox", "Cookie: " + cookie.group(1) + "\n");

        // then
        assertThat(cookie.group(2)).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        assertThat(again)
                .contains("node: " + cookie.group(1).substring("NODE=".length()))
                .doesNotContain("NODE=");
    }

    @Test
    void over_tls_the_cookie_is_secure_and_the_node_is_told() throws Exception {
        // given
        TestCertificate certificate = TestCertificate.in(directory);
        try (Haproxy secure = Haproxy.changed(
                        directory,
                        file -> file.replaceFirst("(?m)^    bind :8080$", "")
                                .replace("# With TLS, instead: bind :8443", "bind :8443")
                                .replace(
                                        "/run/secrets/certificate.pem",
                                        certificate.pem().toString()));
                Socket socket = certificate.connect(secure.port())) {
            // when
            String answer = RawHttp.ask(socket, """
                GET /login HTTP/1.1
                Host: leads.example
                Connection: close
                X-Forwarded-Proto: http

                """);

            // then
            assertThat(found(answer, "(?m)^set-cookie: NODE=(.*)$").group(1))
                    .contains("HttpOnly", "SameSite=Lax", "Secure");
            assertThat(answer).contains("\nx-forwarded-proto: https\n", "x-forwarded-for: 127.0.0.1");
        }
    }

    private static String answerOrNothing(String from, int port) {
        try {
            return RawHttp.ask(from, port, "GET /login HTTP/1.1\nHost: localhost\nConnection: close\n\n");
        } catch (IOException reset) {
            return "";
        }
    }

    private static MatchResult found(String answer, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(answer);
        assertThat(matcher.find()).as(pattern + " in " + answer).isTrue();
        return matcher.toMatchResult();
    }

    /** The names of the headers that reached the node. */
    private static List<String> headers(String answer) {
        return answer.substring(answer.indexOf("node: "))
                .lines()
                .skip(1)
                .map(each -> each.substring(0, each.indexOf(':')))
                .filter(each -> !each.equals("connection"))
                .toList();
    }

    private static String get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\nHost: localhost:8080\nConnection: close\n" + headers + "\n");
    }

    private static String send(String request) throws IOException {
        return RawHttp.ask(FROM, proxy.port(), request);
    }
}
