package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.testing.RawHttp;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Forged headers on a running Tomcat that is set up as the product's. */
class TrustedProxiesTest {

    private static final String FORGED = """
        Forwarded: for=203.0.113.9;proto=https;host=evil.example
        X-Forwarded-For: 203.0.113.9
        X-Forwarded-Proto: https
        X-Forwarded-Scheme: https
        X-Forwarded-Ssl: on
        X-Forwarded-Host: evil.example
        X-Forwarded-Port: 444
        X-Forwarded-Prefix: /evil
        X-Forwarded-By: 203.0.113.9
        X-Real-IP: 203.0.113.9
        X-Client-IP: 203.0.113.9
        True-Client-IP: 203.0.113.9
        X-Original-URL: /admin
        X-Original-Host: evil.example
        X-Rewrite-URL: /admin
        X-HTTP-Method-Override: DELETE
        Proxy: http://evil.example
        """;

    private @Nullable WebServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void nobody_is_believed_without_a_word() throws IOException {
        // given
        start(null);

        // when
        Map<String, String> seen = ask("127.0.0.1", FORGED);

        // then
        assertThat(seen)
                .containsEntry("remote", "127.0.0.1")
                .containsEntry("remote-host", "127.0.0.1")
                .containsEntry("scheme", "http")
                .containsEntry("secure", "false")
                .containsEntry("server", "leads.example:8080")
                .containsEntry("url", "http://leads.example:8080/somewhere")
                .containsEntry("context", "")
                .containsEntry("method", "GET")
                .containsEntry("headers", "connection,host");
        assertThat(seen.get("cookie")).doesNotContain("Secure");
        assertThat(seen.get("redirect")).isEqualTo("http://leads.example:8080/login");
    }

    @Test
    void an_address_beside_the_trusted_ones_is_not_believed() throws IOException {
        // given
        start(List.of("127.0.0.2", "10.0.0.0/8"));

        // when
        Map<String, String> seen = ask("127.0.0.3", FORGED);

        // then
        assertThat(seen)
                .containsEntry("remote", "127.0.0.3")
                .containsEntry("scheme", "http")
                .containsEntry("url", "http://leads.example:8080/somewhere")
                .containsEntry("headers", "connection,host");
    }

    @Test
    void a_trusted_proxy_says_who_calls_and_how_but_not_to_which_host() throws IOException {
        // given
        start(List.of("127.0.0.2"));

        // when
        Map<String, String> seen = ask("127.0.0.2", FORGED);

        // then
        assertThat(seen)
                .containsEntry("remote", "203.0.113.9")
                .containsEntry("scheme", "https")
                .containsEntry("secure", "true")
                .containsEntry("server", "leads.example:444")
                .containsEntry("context", "")
                .containsEntry("method", "GET")
                .containsEntry("headers", "connection,host");
        assertThat(seen.get("cookie")).contains("Secure");
        assertThat(seen.get("redirect")).isEqualTo("https://leads.example:444/login");
    }

    @Test
    void the_nearest_address_that_is_no_proxy_is_the_caller() throws IOException {
        // given
        start(List.of("127.0.0.2", "10.0.3.0/24"));

        // when
        Map<String, String> seen =
                ask("127.0.0.2", "X-Forwarded-For: 198.51.100.1, 203.0.113.9\nX-Forwarded-For: 10.0.3.7\n");

        // then
        assertThat(seen).containsEntry("remote", "203.0.113.9");
    }

    @Test
    void the_port_is_the_schemes_when_the_proxy_names_none() throws IOException {
        // given
        start(List.of("127.0.0.2"));

        // when
        Map<String, String> seen = ask("127.0.0.2", "X-Forwarded-Proto: https\n");

        // then
        assertThat(seen).containsEntry("url", "https://leads.example/somewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "0.0.0.0/0"})
    void what_is_no_address_stops_the_start_with_a_remedy(String network) {
        assertThatThrownBy(() -> start(List.of(network)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("LEADRELAY_PROXY_TRUSTED")
                .hasMessageContaining(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRAMEWORK", "NATIVE"})
    void ways_that_believe_everybody_stop_the_start(ForwardHeadersStrategy strategy) {
        // given
        ServerProperties properties = new ServerProperties();
        properties.setForwardHeadersStrategy(strategy);

        // then
        assertThatThrownBy(() -> customized(List.of("127.0.0.2"), properties))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("SERVER_FORWARDHEADERSSTRATEGY");
    }

    @Test
    void springs_own_setting_of_the_valve_stops_the_start() {
        // given
        ServerProperties properties = new ServerProperties();
        properties.getTomcat().getRemoteip().setRemoteIpHeader("X-Real-IP");

        // then
        assertThatThrownBy(() -> customized(null, properties)).isInstanceOf(CannotStart.class);
    }

    private void start(@Nullable List<String> trusted) {
        server = customized(trusted, new ServerProperties()).getWebServer(context -> {
            ServletRegistration.Dynamic echo = context.addServlet("echo", new Echo());
            echo.addMapping("/");
        });
        server.start();
    }

    private static TomcatServletWebServerFactory customized(
            @Nullable List<String> trusted, ServerProperties properties) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new TrustedProxies(new ProxySettings(trusted), properties).customize(factory);
        return factory;
    }

    /** Calls from an address of this machine. */
    private Map<String, String> ask(String from, String headers) throws IOException {
        String answer = RawHttp.ask(
                from,
                server.getPort(),
                "GET /somewhere HTTP/1.1\nHost: leads.example:8080\nConnection: close\n" + headers + "\n");
        Map<String, String> seen = new TreeMap<>();
        answer.lines()
                .filter(each -> each.contains(": "))
                .forEach(each -> seen.put(
                        each.substring(0, each.indexOf(':')).toLowerCase(Locale.ROOT),
                        each.substring(each.indexOf(':') + 2).trim()));
        seen.put("cookie", seen.getOrDefault("set-cookie", ""));
        seen.put("redirect", seen.getOrDefault("location", ""));
        return seen;
    }

    /** Answers with what the product would see, and with a redirect. */
    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getSession();
            response.setStatus(HttpServletResponse.SC_FOUND);
            StringBuffer url = request.getRequestURL();
            response.setHeader("Location", url.substring(0, url.indexOf("/somewhere")) + "/login");
            PrintWriter out = response.getWriter();
            out.println("remote: " + request.getRemoteAddr());
            out.println("remote-host: " + request.getRemoteHost());
            out.println("scheme: " + request.getScheme());
            out.println("secure: " + request.isSecure());
            out.println("server: " + request.getServerName() + ":" + request.getServerPort());
            out.println("url: " + url);
            out.println("context: " + request.getContextPath());
            out.println("method: " + request.getMethod());
            out.println("headers: "
                    + Collections.list(request.getHeaderNames()).stream()
                            .map(each -> each.toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
    }
}
