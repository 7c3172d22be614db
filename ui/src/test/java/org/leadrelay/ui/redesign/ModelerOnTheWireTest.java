package org.leadrelay.ui.redesign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.ui.testing.RawHttp.as;
import static org.leadrelay.ui.testing.RawHttp.head;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.RawHttp;
import org.leadrelay.ui.testing.RawHttp.Answer;
import org.leadrelay.ui.testing.RunningDemo;

/** Camunda Modeler's calls as they are on the wire, byte by byte, at the running product. */
class ModelerOnTheWireTest {

    private static final long MB = 1024L * 1024;
    private static final String JSON = "accept: application/json";
    private static final String ORIGIN = "Origin: file://";
    private static final String BOUNDARY = "----WebKitFormBoundaryq1w2e3r4t5z6u7i8";
    private static final String PARTS = "Content-Type: multipart/form-data; boundary=" + BOUNDARY;
    private static final String OWNER = as(Roles.PROCESS_OWNER);
    private static final ObjectMapper READER = new ObjectMapper();

    @Test
    void the_connection_check_without_credentials_is_401_and_nothing_else() throws IOException {
        // when
        Answer answer = ask("GET", "/engine-rest/deployment?maxResults=0", JSON, ORIGIN);

        // then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("file://");
        assertThat(message(answer)).contains("login");
    }

    @Test
    void the_connection_check_with_credentials_is_200_and_the_version_that_of_the_engine() throws IOException {
        Answer check = ask("GET", "/engine-rest/deployment?maxResults=0", JSON, ORIGIN, OWNER);
        assertThat(check.status()).isEqualTo(200);
        assertThat(json(check)).isEmpty();

        Answer version = ask("GET", "/engine-rest/version", JSON, ORIGIN, OWNER);
        assertThat(version.status()).isEqualTo(200);
        assertThat(json(version).path("version").asText()).startsWith("7.");
    }

    @Test
    void where_modeler_finds_nobody_it_is_not_led_to_the_login_page() throws IOException {
        assertThat(ask("GET", "/rest/deployment?maxResults=0", JSON, ORIGIN).status())
                .isEqualTo(404);
        assertThat(ask("GET", "/rest/deployment?maxResults=0", JSON, ORIGIN, OWNER)
                        .status())
                .isEqualTo(404);
        assertThat(ask("GET", "/deployment?maxResults=0", JSON, ORIGIN, OWNER).status())
                .isEqualTo(404);
        Answer below = ask("GET", "/engine-rest/history/task", JSON, ORIGIN, OWNER);
        assertThat(below.status()).isEqualTo(404);
        assertThat(message(below)).contains("/engine-rest/history/task");
        assertThat(ask("GET", "/inbox", "Accept: text/html,application/xhtml+xml")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void the_preflight_of_a_file_page_is_answered() throws IOException {
        // when
        Answer answer = ask(
                "OPTIONS",
                "/engine-rest/deployment/create",
                ORIGIN,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization");

        // then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("file://");
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST");
        assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("authorization");
    }

    @Test
    void a_deployment_makes_the_candidate_and_the_same_again_is_the_same() throws IOException {
        // given
        String before = current();
        String model = shipped("processes/lead-follow-up.bpmn");

        // when
        Answer first = deploy(OWNER, file("lead-follow-up (2).bpmn", model));
        Answer again = deploy(OWNER, file("lead-follow-up (2).bpmn", model));

        // then
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        String id = json(first).path("id").asText();
        assertThat(id).matches("candidate-\\d+");
        assertThat(json(again).path("id").asText()).isEqualTo(id);
        JsonNode definition =
                json(first).path("deployedProcessDefinitions").elements().next();
        assertThat(definition.path("id").asText()).isEqualTo("lead-follow-up:" + id);
        assertThat(current()).as("what runs").isEqualTo(before);

        // when Modeler's Run goes on
        String start = "{\"businessKey\":\"\",\"variables\":{}}";
        Answer started = RawHttp.send(
                head(
                                "POST",
                                "/engine-rest/process-definition/"
                                        + definition.path("id").asText() + "/start",
                                JSON,
                                ORIGIN,
                                "content-type: application/json",
                                OWNER)
                        + "Content-Length: " + start.length() + "\r\n",
                start);

        // then
        assertThat(started.status()).isEqualTo(400);
        assertThat(message(started)).contains("candidate");
    }

    @Test
    void a_table_has_no_process_and_that_is_null() throws IOException {
        // when
        Answer answer = deploy(OWNER, file("lead-fit.dmn", shipped("decisions/lead-fit.dmn")));

        // then
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(json(answer).get("deployedProcessDefinitions").isNull()).isTrue();
        assertThat(json(answer).path("deployedDecisionDefinitions")).hasSize(1);
    }

    @Test
    void a_refused_model_is_said_in_the_message_with_element_and_page() throws IOException {
        // given
        String model = shipped("processes/lead-nurture.bpmn")
                .replace("camunda:delegateExpression=\"${sendTouch}\"", "camunda:class=\"java.lang.Runtime\"");

        // when
        Answer answer = deploy(OWNER, file("lead-nurture.bpmn", model));

        // then
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        List<String> lines = message(answer).lines().toList();
        assertThat(lines.get(0)).isEqualTo("ENGINE-09005 Could not parse BPMN process.");
        assertThat(lines).anyMatch(each -> each.startsWith("* Activity_SendTouch (lead-nurture.bpmn): "));
        assertThat(lines.get(lines.size() - 1)).matches("http://localhost/redesign/\\d+");

        // when it is mended
        Answer mended = deploy(OWNER, file("lead-nurture.bpmn", shipped("processes/lead-nurture.bpmn")));

        // then
        assertThat(mended.status()).as(mended.text()).isEqualTo(200);
    }

    @Test
    void what_is_no_model_is_refused_the_same_way() throws IOException {
        Answer text = deploy(OWNER, file("notes.txt", "call them"));
        assertThat(text.status()).isEqualTo(400);
        assertThat(message(text)).startsWith("ENGINE-09005 ").contains("notes.txt");

        Answer nothing = deploy(OWNER);
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(message(nothing)).contains("no file");

        Answer tenant = deploy(OWNER, field("tenant-id", "acme"), file("a.bpmn", "<x/>"));
        assertThat(tenant.status()).isEqualTo(400);
        assertThat(message(tenant)).contains("tenant");
    }

    @Test
    void whoever_may_not_is_told_so_before_a_byte_is_sent_and_more_than_ten_megabytes_too() throws IOException {
        // given
        long files = RunningDemo.temporaryFiles();

        // then
        refused(401, JSON);
        refused(403, JSON, as(Roles.MARKETING));
        refused(403, JSON, "Authorization: Bearer lr_" + "x".repeat(43));
        Answer large = announced(11 * MB, JSON, ORIGIN, OWNER);
        assertThat(large.status()).isEqualTo(413);
        assertThat(message(large)).contains("10 MB");
        assertThat(large.header("Access-Control-Allow-Origin")).isEqualTo("file://");
        Answer chunked =
                RawHttp.sendChunks(head("POST", "/engine-rest/deployment/create", PARTS, OWNER), "--", 20 * MB);
        assertThat(chunked.status()).isIn(411, 0);
        assertThat(RunningDemo.temporaryFiles()).isEqualTo(files);
    }

    @Test
    void the_link_after_a_success_leads_to_the_candidates_page() throws IOException {
        // when
        Answer wellKnown = ask("GET", "/.well-known/camunda-automation-platform/webapps", JSON, ORIGIN);

        // then
        assertThat(wellKnown.status()).isEqualTo(200);
        String cockpit = json(wellKnown).path("cockpitUrl").asText();
        assertThat(cockpit).isEqualTo("http://localhost/redesign/from-modeler");

        // when
        String query = URLEncoder.encode("[{\"type\":\"id\",\"operator\":\"eq\",\"value\":\"candidate-17\"}]", UTF_8);
        Answer link = ask("GET", "/redesign/from-modeler/repository?deploymentsQuery=" + query, "Accept: text/html");

        // then
        assertThat(link.status()).isEqualTo(303);
        assertThat(link.header("Location")).endsWith("/redesign/17");
        assertThat(ask("GET", "/redesign/from-modeler/repository", "Accept: text/html")
                        .header("Location"))
                .endsWith("/redesign");
    }

    @Test
    void an_umlaut_that_came_as_one_byte_is_a_wrong_password_and_no_failure() throws IOException {
        // given
        String basic = Base64.getEncoder().encodeToString("nobody-here:größer".getBytes(ISO_8859_1));

        // then
        assertThat(ask("GET", "/engine-rest/version", JSON, "Authorization: Basic " + basic)
                        .status())
                .isEqualTo(401);
        for (String broken : new String[] {"Basic", "Basic ====", "Basic bm9jb2xvbg==", "Digest x", "Bearer"}) {
            assertThat(ask("GET", "/engine-rest/version", JSON, "Authorization: " + broken)
                            .status())
                    .as(broken)
                    .isEqualTo(401);
        }
    }

    private static void refused(int status, String... headers) throws IOException {
        Answer answer = announced(5 * MB, headers);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(message(answer)).isNotBlank();
    }

    /** Of the body, not a byte is sent. */
    private static Answer announced(long bytes, String... headers) throws IOException {
        String[] all = Stream.concat(Stream.of(PARTS), Stream.of(headers)).toArray(String[]::new);
        return RawHttp.send(
                head("POST", "/engine-rest/deployment/create", all) + "Content-Length: " + bytes + "\r\n", "");
    }

    private static Answer ask(String method, String path, String... headers) throws IOException {
        return RawHttp.send(head(method, path, headers), "");
    }

    /** The release in force, by which the kit is named. */
    private static String current() throws IOException {
        Answer kit = ask("GET", "/api/redesign/kit", OWNER);
        assertThat(kit.status()).isEqualTo(200);
        return kit.header("Content-Disposition");
    }

    private static Answer deploy(String who, String... parts) throws IOException {
        String body = field("deployment-name", "lead-journey")
                + field("deployment-source", "Camunda Modeler")
                + field("enable-duplicate-filtering", "true")
                + String.join("", parts)
                + "--" + BOUNDARY + "--\r\n";
        return RawHttp.send(
                head("POST", "/engine-rest/deployment/create", JSON, ORIGIN, PARTS, who) + "Content-Length: "
                        + body.getBytes(UTF_8).length + "\r\n",
                body);
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }

    /** The part's name is that of the file. */
    private static String file(String name, String content) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n"
                        .formatted(BOUNDARY, name, name)
                + content + "\r\n";
    }

    private static String shipped(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ModelerOnTheWireTest.class.getClassLoader().getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static String message(Answer answer) throws IOException {
        return json(answer).path("message").asText();
    }

    private static JsonNode json(Answer answer) throws IOException {
        String body = answer.body();
        int from = body.indexOf('{');
        int list = body.indexOf('[');
        return READER.readTree(body.substring(list >= 0 && (from < 0 || list < from) ? list : Math.max(from, 0)));
    }
}
