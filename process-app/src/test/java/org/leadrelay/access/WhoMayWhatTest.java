package org.leadrelay.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.WhoMayWhat.Caller;
import org.leadrelay.access.WhoMayWhat.May;
import org.leadrelay.access.WhoMayWhat.Row;
import org.leadrelay.access.WhoMayWhat.Whose;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.worklist.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Walks every operation of the OpenAPI document as every caller, on objects of their own, of their
 * team and of others, and compares with {@code who-may-what.md}.
 */
@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class WhoMayWhatTest {

    private static final RequestPostProcessor ADMINISTRATOR =
            httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD);

    /** Wrong logins are counted by address: those of the walk have one of their own. */
    private static final String ADDRESS_OF_THE_DEACTIVATED = "198.51.100.7";

    /** Values of variables that no object brings. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("board", "funnel"),
            Map.entry("version", "1"),
            Map.entry("mandate", "head-of-marketing"),
            Map.entry("scope", "source"),
            Map.entry("name", "matrix"),
            Map.entry("id", "matrix"),
            Map.entry("number", "1"),
            Map.entry("file", "lead-fit"),
            Map.entry("track", "awareness"),
            Map.entry("step", "1"),
            Map.entry("language", "en"),
            Map.entry("long", "x".repeat(1_001)));

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Database database;

    private final MatrixPeople everybody = new MatrixPeople();
    private final MatrixObjects objects = new MatrixObjects(everybody);
    private Map<Caller, RequestPostProcessor> callers = Map.of();

    @BeforeEach
    void aCompany() throws Exception {
        database.empty();
        beans.autowireBean(everybody);
        beans.autowireBean(objects);
        callers = everybody.people();
        mvc.perform(MockMvcRequestBuilders.post("/api/charter/draft").with(callers.get(Caller.PROCESS_OWNER)));
    }

    @AfterEach
    void theFirstCharterAgain() {
        database.firstCharter();
        database.empty();
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() throws Exception {
        // given
        Map<String, String> described = described();
        Map<String, String> written = new LinkedHashMap<>();
        WhoMayWhat.read().rows().forEach(each -> written.put(each.operation(), each.tag()));

        // then
        Set<String> missing = new TreeSet<>(described.keySet());
        missing.removeAll(written.keySet());
        assertThat(missing.stream().map(each -> advice(each, described.get(each))))
                .as("operations of which nobody has said who may call them")
                .isEmpty();
        assertThat(written)
                .as("rows of %s, each with the tag of its operation", WhoMayWhat.FILE)
                .isEqualTo(described);
    }

    private static String advice(String operation, String tag) {
        return "Add a row to %s under '## %s' that says who may: | %s | in words | object or - | %s | what to send |"
                .formatted(
                        WhoMayWhat.FILE,
                        tag,
                        operation,
                        Arrays.stream(Caller.values()).map(each -> "?").collect(Collectors.joining(" | ")));
    }

    @Test
    void everybody_may_what_the_file_says_and_nothing_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> asDeactivated = new HashSet<>();
        for (Row row : WhoMayWhat.read().rows()) {
            for (Caller caller : Caller.values()) {
                // the door refuses them before it looks at the operation, at the price of a bcrypt
                if (caller != Caller.DEACTIVATED || asDeactivated.add(row.tag() + row.method())) {
                    check(row, caller).ifPresent(wrong::add);
                }
            }
        }
        assertThat(wrong)
                .as("cells that are not true. Mend the product, or say in %s who may", WhoMayWhat.FILE)
                .isEmpty();
    }

    private Optional<String> check(Row row, Caller caller) throws Exception {
        May says = row.may().get(caller);
        List<String> seen = new ArrayList<>();
        boolean differs = false;
        boolean tried = false;
        for (Whose whose : Whose.values()) {
            Optional<Map<String, String>> object = objects.object(row.object(), caller, whose);
            if (object.isEmpty()) {
                continue;
            }
            MockHttpServletResponse answer = call(row, caller, object.get());
            Boolean allowed = allowed(row, caller, answer, object.get());
            tried |= says.allows(whose);
            differs |= allowed == null || allowed != says.allows(whose);
            seen.add("%s %s (%d)"
                    .formatted(whose, allowed == null ? "FAILED" : allowed ? "yes" : "no", answer.getStatus()));
        }
        if (says != May.NO && !tried) {
            return Optional.of("%s: %s has no object of which '%s' could be true: write no."
                    .formatted(row.operation(), caller.code(), says.code()));
        }
        return differs
                ? Optional.of("%s for %s: '%s' stands there, but it is %s"
                        .formatted(row.operation(), caller.code(), says.code(), seen))
                : Optional.empty();
    }

    /** Null when the answer says neither. */
    private static Boolean allowed(Row row, Caller caller, MockHttpServletResponse answer, Map<String, String> object)
            throws Exception {
        int status = answer.getStatus();
        if (status == 401 || status == 403 || status == 404 || (status == 429 && caller == Caller.DEACTIVATED)) {
            return false;
        }
        if (status >= 500) {
            return null;
        }
        if (row.object().equals("held task") && status == 409) {
            return false; // somebody else holds it
        }
        if (row.object().endsWith(" listed")) {
            return status == 200 ? answer.getContentAsString().contains(object.get("token")) : null;
        }
        return true;
    }

    private MockHttpServletResponse call(Row row, Caller caller, Map<String, String> object) throws Exception {
        Map<String, String> values = new LinkedHashMap<>(USUAL);
        values.putAll(object);
        values.put("new", UUID.randomUUID().toString());
        String path = row.path();
        String sends = row.sends().equals("-") ? "" : row.sends();
        for (Map.Entry<String, String> each : values.entrySet()) {
            path = path.replace("{" + each.getKey() + "}", each.getValue());
            sends = sends.replace("$" + each.getKey(), each.getValue());
        }
        MockHttpServletRequestBuilder call = request(row.method(), path, sends);
        if (caller == Caller.DEACTIVATED) {
            call.with(request -> {
                request.setRemoteAddr(ADDRESS_OF_THE_DEACTIVATED);
                return request;
            });
        }
        return mvc.perform(call.with(callers.get(caller))).andReturn().getResponse();
    }

    /**
     * @param sends {@code ?query}, a JSON document, {@code name=value} of a form, or {@code file}
     */
    private static MockHttpServletRequestBuilder request(String method, String path, String sends) {
        if (sends.equals("file")) {
            byte[] file = "email\nx@firm.example\n".getBytes(UTF_8);
            String part = path.startsWith("/api/re") ? "files" : "file"; // models come several at once
            return multipart(URI.create(path)).file(new MockMultipartFile(part, "m.csv", "text/csv", file));
        }
        HttpMethod by = HttpMethod.valueOf(method);
        if (sends.isEmpty() || sends.startsWith("?")) {
            return MockMvcRequestBuilders.request(by, URI.create(path + sends));
        }
        boolean form = !sends.startsWith("{") && !sends.startsWith("[");
        return MockMvcRequestBuilders.request(by, URI.create(path))
                .contentType(form ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON)
                .content(sends);
    }

    /** Every operation with its tag, as the product describes itself. */
    private Map<String, String> described() throws Exception {
        JsonNode paths = json.readTree(mvc.perform(get("/v3/api-docs").with(ADMINISTRATOR))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .get("paths");
        Map<String, String> operations = new LinkedHashMap<>();
        paths.properties().forEach(path -> operations.putAll(of(path.getKey(), path.getValue())));
        return operations;
    }

    private static Map<String, String> of(String path, JsonNode methods) {
        Map<String, String> operations = new LinkedHashMap<>();
        methods.properties()
                .forEach(each -> operations.put(
                        each.getKey().toUpperCase(Locale.ROOT) + " " + path,
                        each.getValue().path("tags").path(0).asText()));
        return operations;
    }
}
