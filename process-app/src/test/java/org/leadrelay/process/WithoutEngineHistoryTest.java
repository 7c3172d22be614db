package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The engine's history is for its operators: nothing that the product answers comes from there. */
@OwnDatabase
class WithoutEngineHistoryTest extends JourneyTest {

    private static final List<String> CALLERS = List.of("audrey", "max", "mara", "root", "paula", "ada");

    /** What a variable of a path stands for when it is no lead and no task. */
    private static final Map<String, String> VALUES =
            Map.of("version", "1", "mandate", "head-of-marketing", "name", "matrix", "login", "ada", "scope", "source");

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Test
    void every_answer_is_the_same_to_the_byte_when_all_of_it_is_deleted() throws Exception {
        // given: leads that were won, rejected, nurtured and handed off
        cast.person("audrey", Roles.AUDITOR);
        cast.person("root", Roles.ADMINISTRATOR);
        cast.person("paula", Roles.PROCESS_OWNER);
        UUID won = acceptedLead();
        asHolder(won, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        asHolder(won, "Activity_DecideOutcome", Map.of("outcome", "won"));
        List<UUID> leads = List.of(won, rejectedLead(), leadScored("3", null), readyLead());
        List<String> addresses = addresses(leads);
        Map<String, String> first = answers(addresses);
        Map<String, String> before = answers(addresses);
        // looking may itself be told: what differs without any change is no answer to compare
        before.entrySet().removeIf(each -> !each.getValue().equals(first.get(each.getKey())));

        // when
        List<String> tables = jdbc.sql("select tablename from pg_tables where tablename like 'act\\_hi\\_%'")
                .query(String.class)
                .list();
        tables.forEach(table -> jdbc.sql("delete from " + table).update());
        Map<String, String> after = answers(addresses);

        // then
        assertThat(tables).hasSizeGreaterThan(15);
        assertThat(before.values()).filteredOn(each -> each.startsWith("200")).hasSizeGreaterThan(100);
        assertThat(before)
                .allSatisfy((address, answer) -> assertThat(after.get(address)).isEqualTo(answer));
    }

    /** Every reading operation, for every lead and every open task. */
    private List<String> addresses(List<UUID> leads) throws Exception {
        JsonNode paths = json.readTree(mvc.perform(get("/v3/api-docs").with(httpBasic("root", Cast.PASSWORD)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("paths");
        List<String> tasks =
                jdbc.sql("select task_id from task_item").query(String.class).list();
        List<String> addresses = new ArrayList<>();
        paths.properties().forEach(path -> {
            if (path.getValue().has("get")) {
                String address = path.getKey();
                List<String> ids = address.startsWith("/api/tasks/")
                        ? tasks
                        : leads.stream().map(UUID::toString).toList();
                ids.forEach(id -> addresses.add(filled(address, id)));
            }
        });
        return addresses.stream().distinct().toList();
    }

    private static String filled(String address, String id) {
        String filled = address;
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        filled = filled.startsWith("/api/calendars") ? filled.replace("{id}", "default") : filled;
        return filled.replaceAll("\\{\\w+}", id);
    }

    private Map<String, String> answers(List<String> addresses) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (String caller : CALLERS) {
            for (String address : addresses) {
                MockHttpServletResponse answer = mvc.perform(get(address).with(httpBasic(caller, Cast.PASSWORD)))
                        .andReturn()
                        .getResponse();
                answers.put(caller + " " + address, answer.getStatus() + " " + answer.getContentAsString());
            }
        }
        return answers;
    }
}
