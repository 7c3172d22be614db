package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.ui.testing.RawHttp.as;
import static org.leadrelay.ui.testing.RawHttp.head;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.RawHttp;
import org.leadrelay.ui.testing.RawHttp.Answer;

/** Headers and bodies of every kind of answer, the container's own included. */
class HeadersOnTheWireTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=]{24})'");
    private static final Pattern BUILT = Pattern.compile("src=\"(?:\\./)?(VAADIN/build/[^\"]+)\"");

    private record Asked(int status, String head) {
        Asked(int status, String method, String path, String... headers) {
            this(status, RawHttp.head(method, path, headers));
        }
    }

    @Test
    void every_refusal_is_a_problem_with_all_headers_and_without_the_servers_name() throws IOException {
        String marketing = as(Roles.MARKETING);
        List<Asked> refused = List.of(
                new Asked(401, "GET", "/api/me"),
                new Asked(401, "GET", "/api/me", "Authorization: Basic bm9ib2R5OnA="),
                new Asked(401, "GET", "/api/leads", "X-API-Key: lr_none"),
                new Asked(401, "GET", "/actuator/metrics"),
                new Asked(401, "GET", "/v3/api-docs"),
                new Asked(403, "GET", "/actuator/metrics", marketing),
                new Asked(404, "GET", "/api/nowhere", marketing),
                new Asked(405, "DELETE", "/api/leads", marketing),
                new Asked(406, "GET", "/api/leads", "Accept: text/xml", marketing),
                new Asked(415, "POST", "/api/leads", "Content-Type: text/xml", marketing),
                new Asked(422, "GET", "/api/leads?size=0", marketing),
                new Asked(405, "TRACE", "/"),
                new Asked(405, "TRACE", "/api/leads", marketing),
                new Asked(400, "GET", "//api//leads", marketing),
                new Asked(400, "GET", "/api/leads;a=b", marketing),
                new Asked(400, "GET", "/api/%2e%2e/leads", marketing),
                new Asked(400, "GET", "/%zz"),
                new Asked(400, "GET", "/a%00b"),
                new Asked(400, "GET", "/a%5cb"),
                new Asked(400, "GET", "/a{b}"),
                new Asked(400, "GET", "/" + "x".repeat(20_000)),
                new Asked(400, "GET", "/", "X-Long: " + "x".repeat(20_000)),
                new Asked(400, "GET / HTTP/1.1\r\n"),
                new Asked(400, "NONSENSE\r\n"),
                new Asked(400, "GET / HTTP/1.1\r\nHost: a b\r\n"),
                new Asked(400, "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n"),
                new Asked(505, "GET / HTTP/9.9\r\nHost: a\r\n"));
        for (Asked each : refused) {
            // when
            Answer answer = RawHttp.send(each.head(), "");

            // then
            String about = each.head() + "\n" + answer.text();
            assertThat(answer.status()).as(about).isEqualTo(each.status());
            assertThat(answer.header("Content-Type")).as(about).startsWith("application/problem+json");
            String body = answer.body();
            JsonNode problem = JSON.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
            assertThat(problem.get("status").asInt()).as(about).isEqualTo(each.status());
            assertThat(problem.get("detail").asText()).as(about).isNotBlank();
            assertThat(answer.text())
                    .as(about)
                    .doesNotContainIgnoringCase("tomcat")
                    .doesNotContain("Exception", "at org.");
            assertHeaders(answer, about);
        }
    }

    @Test
    void every_answer_of_pages_files_and_rest_has_all_headers() throws IOException {
        List<Asked> asked = List.of(
                new Asked(200, "GET", "/login"),
                new Asked(302, "GET", "/inbox"),
                new Asked(200, "GET", "/icons/lead-relay.svg"),
                new Asked(200, "GET", "/actuator/health"),
                new Asked(200, "GET", "/api/me", as(Roles.MARKETING)),
                new Asked(200, "GET", "/api/leads.csv", as(Roles.MARKETING)));
        for (Asked each : asked) {
            // when
            Answer answer = RawHttp.send(each.head(), "");

            // then
            String about = each.head() + "\n" + answer.text();
            assertThat(answer.status()).as(about).isEqualTo(each.status());
            assertHeaders(answer, about);
            boolean mayStay = each.head().contains("/icons/");
            assertThat(answer.header("Cache-Control").contains("no-store"))
                    .as(about)
                    .isEqualTo(!mayStay);
        }
    }

    @Test
    void a_pages_scripts_run_by_the_nonce_of_this_one_answer() throws IOException {
        Answer first = RawHttp.send(head("GET", "/login"), "");
        Answer second = RawHttp.send(head("GET", "/login"), "");

        assertThat(nonce(first)).isNotEqualTo(nonce(second));
        assertThat(Pattern.compile("<script\\b[^>]*>").matcher(first.body()).results())
                .isNotEmpty()
                .allMatch(script -> script.group().contains("nonce=\"" + nonce(first) + "\""));
        assertThat(first.header("Content-Security-Policy"))
                .contains("object-src 'none'", "base-uri 'self'", "form-action 'self'")
                .doesNotContain("script-src 'self' 'unsafe-inline'", "*");
        Matcher built = BUILT.matcher(first.body());
        if (built.find()) {
            Answer file = RawHttp.send(head("GET", "/" + built.group(1)), "");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable");
        }
    }

    private static String nonce(Answer page) {
        Matcher nonce = NONCE.matcher(page.header("Content-Security-Policy"));
        assertThat(nonce.find()).as(page.text()).isTrue();
        return nonce.group(1);
    }

    private static void assertHeaders(Answer answer, String about) {
        assertThat(answer.header("Content-Security-Policy"))
                .as(about)
                .contains("frame-ancestors 'none'", "default-src");
        assertThat(answer.header("X-Frame-Options")).as(about).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).as(about).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).as(about).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).as(about).contains("camera=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(about).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).as(about).isEmpty();
        assertThat(answer.header("Server")).as(about).isEmpty();
    }
}
