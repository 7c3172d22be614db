package org.leadrelay.process;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.testing.Cast;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Every GET operation of the REST API, asked as one person of each kind. */
final class EveryReading {

    /** An auditor, a manager, marketing, an administrator, a process owner and a rep. */
    static final List<String> CALLERS = List.of("audrey", "max", JourneyDriver.MARKETER, "root", "paula", "ada");

    /** What a variable of a path stands for when it is no lead and no task. */
    private static final Map<String, String> VALUES =
            Map.of("version", "1", "mandate", "head-of-marketing", "name", "matrix", "login", "ada", "scope", "source");

    private final MockMvc mvc;
    private final ObjectMapper json;
    private final JdbcClient jdbc;

    EveryReading(MockMvc mvc, ObjectMapper json, JdbcClient jdbc) {
        this.mvc = mvc;
        this.json = json;
        this.jdbc = jdbc;
    }

    /** Their addresses, for each of these leads and every open task. */
    List<String> addresses(List<UUID> leads) throws Exception {
        JsonNode paths = json.readTree(answer("root", "/v3/api-docs").getContentAsString())
                .path("paths");
        List<String> tasks =
                jdbc.sql("select task_id from task_item").query(String.class).list();
        List<String> addresses = new ArrayList<>();
        paths.properties().forEach(path -> {
            if (path.getValue().has("get")) {
                List<String> ids = path.getKey().startsWith("/api/tasks/")
                        ? tasks
                        : leads.stream().map(UUID::toString).toList();
                ids.forEach(id -> addresses.add(filled(path.getKey(), id)));
            }
        });
        return addresses.stream().distinct().toList();
    }

    MockHttpServletResponse answer(String caller, String address) throws Exception {
        return mvc.perform(get(address).with(httpBasic(caller, Cast.PASSWORD)))
                .andReturn()
                .getResponse();
    }

    private static String filled(String address, String id) {
        String filled = address;
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        filled = filled.startsWith("/api/calendars") ? filled.replace("{id}", "default") : filled;
        return filled.replaceAll("\\{\\w+}", id);
    }
}
