package org.leadrelay.notification;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProductTest
class ChannelsApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Cast cast;

    @Autowired
    private Mandates mandates;

    @AfterEach
    void nobodyHeadsSales() {
        mandates.give(Mandate.HEAD_OF_SALES, null, Set.of(), null);
    }

    @Test
    void everyone_reads_and_changes_their_own_choice_kind_by_kind() throws Exception {
        // given
        String ada = cast.person("channels-ada", Roles.SALES_REP);
        mine(ada)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outsideHours").value(false))
                .andExpect(jsonPath("$.kinds.length()").value(NoticeKind.values().length))
                .andExpect(jsonPath("$.kinds[0].kind").value("remind"))
                .andExpect(jsonPath("$.kinds[0].bell").value(true))
                .andExpect(jsonPath("$.kinds[0].mail").value("now"));
        // when
        choose(ada, "{\"outsideHours\": true, \"kinds\": [{\"kind\": \"remind\", \"mail\": \"digest\"}]}")
                .andExpect(status().isOk());
        // then
        mine(ada)
                .andExpect(jsonPath("$.outsideHours").value(true))
                .andExpect(jsonPath("$.kinds[0].bell").value(true))
                .andExpect(jsonPath("$.kinds[0].mail").value("digest"))
                .andExpect(jsonPath("$.kinds[1].mail").value("now"));
    }

    @Test
    void what_is_no_kind_and_no_way_of_mailing_is_refused_with_its_field() throws Exception {
        String ben = cast.person("channels-ben", Roles.SALES_REP);
        choose(ben, "{\"kinds\": [{\"kind\": \"gossip\"}]}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("kind"))
                .andExpect(content().string(containsString("signature, approval, guessing, answerLost")));
        choose(ben, "{\"kinds\": [{\"kind\": \"remind\", \"mail\": \"pigeon\"}]}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("mail"));
    }

    @Test
    void the_head_of_a_side_keeps_one_channel_for_escalations() throws Exception {
        // given
        String head = cast.person("channels-head", Roles.SALES_MANAGER);
        mandates.give(Mandate.HEAD_OF_SALES, head, Set.of(), null);
        // when
        ResultActions both =
                choose(head, "{\"kinds\": [{\"kind\": \"escalation\", \"bell\": false, \"mail\": \"off\"}]}");
        // then
        both.andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("kinds"));
        choose(head, "{\"kinds\": [{\"kind\": \"escalation\", \"bell\": false, \"mail\": \"now\"}]}")
                .andExpect(status().isOk());
    }

    private ResultActions mine(String login) throws Exception {
        return mvc.perform(get("/api/me/notices").with(httpBasic(login, Cast.PASSWORD)));
    }

    private ResultActions choose(String login, String body) throws Exception {
        return mvc.perform(put("/api/me/notices")
                .with(httpBasic(login, Cast.PASSWORD))
                .contentType(APPLICATION_JSON)
                .content(body));
    }
}
