package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The engine's history is for its operators: nothing that the product answers comes from there. */
@OwnDatabase
class WithoutEngineHistoryTest extends JourneyTest {

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
        EveryReading readings = new EveryReading(mvc, json, jdbc);
        List<String> addresses = readings.addresses(leads);
        Map<String, String> first = answers(readings, addresses);
        Map<String, String> before = answers(readings, addresses);
        // looking may itself be told: what differs without any change is no answer to compare
        before.entrySet().removeIf(each -> !each.getValue().equals(first.get(each.getKey())));

        // when
        List<String> tables = jdbc.sql("select tablename from pg_tables where tablename like 'act\\_hi\\_%'")
                .query(String.class)
                .list();
        tables.forEach(table -> jdbc.sql("delete from " + table).update());
        Map<String, String> after = answers(readings, addresses);

        // then
        assertThat(tables).hasSizeGreaterThan(15);
        assertThat(before.values()).filteredOn(each -> each.startsWith("200")).hasSizeGreaterThan(100);
        assertThat(before)
                .allSatisfy((address, answer) -> assertThat(after.get(address)).isEqualTo(answer));
    }

    private static Map<String, String> answers(EveryReading readings, List<String> addresses) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (String caller : EveryReading.CALLERS) {
            for (String address : addresses) {
                MockHttpServletResponse answer = readings.answer(caller, address);
                answers.put(caller + " " + address, answer.getStatus() + " " + answer.getContentAsString());
            }
        }
        return answers;
    }
}
