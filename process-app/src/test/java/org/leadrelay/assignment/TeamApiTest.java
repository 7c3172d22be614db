package org.leadrelay.assignment;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
@OwnDatabase
class TeamApiTest {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private HandOffs handOffs;

    @Autowired
    private Reps reps;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Crew crew;
    private String rep;
    private RequestPostProcessor manager;

    @BeforeEach
    void aManagerAndARep() {
        crew = new Crew(people, reps, jdbc);
        crew.alone();
        crew.rep("ann", 10);
        rep = crew.login("ann");
        String login = crew.login("boss");
        people.create(login, new PersonChange("Boss", null, "en", Set.of(Roles.SALES_MANAGER)), PASSWORD);
        manager = httpBasic(login, PASSWORD);
    }

    @AfterEach
    void leaveTheOthersAsTheyWere() {
        crew.goHome();
    }

    @Test
    void the_manager_sees_every_rep_with_load_and_capacity() throws Exception {
        // given
        handOffs.assign(new LeadRows(jdbc).lead(), 1, rep);
        // when
        ResultActions answer = mvc.perform(get("/api/team/reps").with(manager));
        // then
        String path = "$.items[?(@.login=='" + rep + "')]";
        answer.andExpect(status().isOk())
                .andExpect(jsonPath(path + ".openLeads", hasItem(1)))
                .andExpect(jsonPath(path + ".capacity", hasItem(10)));
    }

    @Test
    void the_manager_changes_a_capacity() throws Exception {
        mvc.perform(put("/api/team/reps/" + rep)
                        .with(manager)
                        .contentType(APPLICATION_JSON)
                        .content("{\"capacity\": 25}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.capacity").value(25));
    }

    @Test
    void a_capacity_that_makes_no_sense_is_refused_with_the_field() throws Exception {
        for (String body : new String[] {"{\"capacity\": -1}", "{}", "{\"capacity\": 100001}"}) {
            mvc.perform(put("/api/team/reps/" + rep)
                            .with(manager)
                            .contentType(APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value("capacity"));
        }
    }

    @Test
    void an_absence_is_set_and_ended() throws Exception {
        mvc.perform(post("/api/team/reps/" + rep + "/absences")
                        .with(manager)
                        .contentType(APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.absent").value(true));
        mvc.perform(delete("/api/team/reps/" + rep + "/absences").with(manager))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.absent").value(false));
    }

    @Test
    void an_absence_that_ends_before_it_begins_is_refused() throws Exception {
        mvc.perform(post("/api/team/reps/" + rep + "/absences")
                        .with(manager)
                        .contentType(APPLICATION_JSON)
                        .content("""
                            {"from": "2026-03-09T08:00:00Z", "until": "2026-03-08T08:00:00Z"}
                            """))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("until"));
    }

    @Test
    void an_absence_names_its_deputy_and_where_the_open_tasks_go() throws Exception {
        // given
        crew.rep("ben", 5);
        String absence = "$.absences[0]";

        // when
        ResultActions answer = mvc.perform(away("{'deputy': '%s', 'openTasks': 'deputy'}", crew.login("ben")));

        // then
        answer.andExpect(status().isOk())
                .andExpect(jsonPath(absence + ".deputy").value(crew.login("ben")))
                .andExpect(jsonPath(absence + ".openTasks").value("deputy"));
        mvc.perform(get("/api/team/reps").with(manager))
                .andExpect(jsonPath("$.items[?(@.login=='" + rep + "')].absences[0].deputy")
                        .value(crew.login("ben")));
    }

    @Test
    void an_absence_without_a_word_about_open_tasks_leaves_them() throws Exception {
        mvc.perform(away("{'until': '%s'}", "2099-01-01T00:00:00Z"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.absences[0].openTasks").value("stay"))
                .andExpect(jsonPath("$.absences[0].deputy").doesNotExist());
    }

    @Test
    void a_deputy_who_cannot_stand_in_is_refused_with_the_field() throws Exception {
        for (String body : new String[] {
            "{'deputy': '" + rep + "'}",
            "{'deputy': '" + crew.login("boss") + "'}",
            "{'deputy': 'nobody'}",
            "{'openTasks': 'deputy'}"
        }) {
            mvc.perform(away(body, ""))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value("deputy"));
        }
        mvc.perform(away("{'openTasks': 'burn'}", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("openTasks"));
        mvc.perform(get("/api/team/reps").with(manager))
                .andExpect(jsonPath("$.items[?(@.login=='" + rep + "')].absences[*]", hasSize(0)));
    }

    private RequestBuilder away(String body, String value) {
        return post("/api/team/reps/" + rep + "/absences")
                .with(manager)
                .contentType(APPLICATION_JSON)
                .content(body.formatted(value).replace('\'', '"'));
    }

    @Test
    void waiting_leads_are_listed_with_their_reason() throws Exception {
        // given
        reps.setCapacity(rep, 0);
        UUID lead = new LeadRows(jdbc).lead("high");
        handOffs.choose(Crew.handOff(lead, 1, false));
        // when
        ResultActions answer = mvc.perform(get("/api/team/waiting").with(manager));
        // then
        answer.andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].leadId").value(lead.toString()))
                .andExpect(jsonPath("$.items[0].reason").value("noReps"));
    }

    @Test
    void a_rep_may_neither_look_nor_change() throws Exception {
        RequestPostProcessor asRep = httpBasic(rep, PASSWORD);
        mvc.perform(get("/api/team/reps").with(asRep)).andExpect(status().isForbidden());
        mvc.perform(get("/api/team/waiting").with(asRep)).andExpect(status().isForbidden());
        mvc.perform(put("/api/team/reps/" + rep)
                        .with(asRep)
                        .contentType(APPLICATION_JSON)
                        .content("{\"capacity\": 99}"))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/team/reps")).andExpect(status().isUnauthorized());
    }
}
