package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
class AccessTest {

    private static final RequestPostProcessor ADMINISTRATOR =
            httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    ApiKeys keys;

    @Autowired
    Passwords passwords;

    @Autowired
    Teams teams;

    @Autowired
    TeamReach reach;

    @Autowired
    CurrentPerson currentPerson;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void withoutNewcomer() {
        cast.actingAsNobody();
        people.find("anew").ifPresent(each -> people.deactivate(each.login(), null));
    }

    @BeforeEach
    void somePeople() {
        cast.person("ida", Roles.SALES_REP);
        cast.person("olga", Roles.AUDITOR);
    }

    @Test
    void the_first_administrator_comes_from_the_environment() throws Exception {
        mvc.perform(get("/api/me").with(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.login").value("administrator"))
                .andExpect(jsonPath("$.roles[0]").value("administrator"));
    }

    @Test
    void a_call_from_a_browser_with_a_session_leaves_that_session_its_id() throws Exception {
        // given
        cast.actingAs("administrator");
        String secret = keys.create("browser-" + UUID.randomUUID(), "browser", null, Set.of(KeyScope.LEADS))
                .secret();
        cast.actingAsNobody();
        MockHttpSession session = new MockHttpSession();
        String id = session.getId();
        // when
        mvc.perform(get("/api/me").session(session).with(ADMINISTRATOR)).andExpect(status().isOk());
        mvc.perform(post("/api/leads")
                        .session(session)
                        .header("X-API-Key", secret)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnprocessableEntity());
        // then
        assertThat(session.getId()).isEqualTo(id);
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void whoever_is_not_logged_in_is_told_how_in_problem_json() throws Exception {
        mvc.perform(get("/api/anything"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", startsWith("Basic")))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("API key")));
        mvc.perform(get("/api/me").with(httpBasic("ida", "wrong"))).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/me").header("Authorization", "Basic %%%")).andExpect(status().isUnauthorized());
    }

    @Test
    void a_refusal_is_in_the_language_that_was_asked_for() throws Exception {
        mvc.perform(get("/api/admin/people/nobody").with(ADMINISTRATOR).header("Accept-Language", "de-AT"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("Niemand hat den Anmeldenamen „nobody“."));
        mvc.perform(post("/api/admin/people")
                        .with(ADMINISTRATOR)
                        .header("Accept-Language", "de")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                            {"login": "rosa", "displayName": "", "password": "tomato-ladder-quiet"}
                            """))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].message").value("„Name“ fehlt. Füllen Sie das Feld aus."));
    }

    @Test
    void administration_is_for_administrators_only() throws Exception {
        mvc.perform(get("/api/admin/people").with(as("ida"))).andExpect(status().isForbidden());
        mvc.perform(get("/actuator/metrics").with(as("ida"))).andExpect(status().isForbidden());
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        cast.actingAs("ida");
        assertThatThrownBy(() -> teams.create("Mine", Set.of())).isInstanceOf(Forbidden.class);
    }

    @Test
    void an_auditor_changes_nothing() throws Exception {
        mvc.perform(get("/api/me").with(as("olga"))).andExpect(status().isOk());
        mvc.perform(post("/api/leads").with(as("olga")).contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_deactivated_person_is_out_at_once_and_the_last_administrator_stays() throws Exception {
        // given
        oneAdministrator();
        mvc.perform(get("/api/me").with(as("ida"))).andExpect(status().isOk());

        // when
        send(post("/api/admin/people/ida/deactivate"), "{}").andExpect(status().isNoContent());

        // then
        mvc.perform(get("/api/me").with(as("ida"))).andExpect(status().isUnauthorized());
        send(post("/api/admin/people/administrator/deactivate"), "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("last administrator")));
    }

    /** Other tests leave theirs behind. */
    private void oneAdministrator() {
        currentPerson.as(Actor.SYSTEM, () -> {
            people.loginsByRole(Roles.ADMINISTRATOR).stream()
                    .filter(login -> !login.equals("administrator"))
                    .forEach(login -> people.deactivate(login, null));
            return people;
        });
    }

    @Test
    void a_password_that_an_administrator_set_has_to_be_changed_before_anything_else() throws Exception {
        // given
        send(post("/api/admin/people/ida/password"), "{\"password\":\"given-by-somebody\"}")
                .andExpect(status().isNoContent());
        RequestPostProcessor given = httpBasic("ida", "given-by-somebody");
        mvc.perform(get("/api/leads").with(given))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("/api/me/password")));

        // when
        mvc.perform(post("/api/me/password")
                        .with(given)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"oldPassword\":\"given-by-somebody\",\"newPassword\":\"" + Cast.PASSWORD + "\"}"))
                .andExpect(status().isNoContent());

        // then
        mvc.perform(get("/api/me").with(given)).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/me").with(as("ida"))).andExpect(status().isOk());
    }

    @Test
    void before_a_password_is_chosen_rest_sets_the_password_and_answers_nothing_else() throws Exception {
        // given
        cast.person("anew", Roles.ADMINISTRATOR);
        people.resetPassword("anew", "given-by-somebody");
        RequestPostProcessor given = httpBasic("anew", "given-by-somebody");

        // then
        for (String path : List.of(
                "/api/me",
                "/api/me/notices",
                "/api/me/password",
                "/api/leads",
                "/api/admin/people",
                "/v3/api-docs",
                "/actuator/metrics")) {
            mvc.perform(get(path).with(given)).andExpect(status().isForbidden());
        }
    }

    @Test
    void before_a_password_is_chosen_no_role_counts_in_an_open_page_either() {
        // given
        cast.person("anew", Roles.ADMINISTRATOR);
        people.resetPassword("anew", "given-by-somebody");
        cast.actingAs("anew");
        assertThat(currentPerson.get().roles()).isEmpty();
        assertThatThrownBy(() -> teams.create("Mine", Set.of())).isInstanceOf(Forbidden.class);

        // when
        passwords.change("given-by-somebody", "tomato-ladder-quiet");

        // then
        assertThat(currentPerson.get().roles()).containsExactly(Roles.ADMINISTRATOR);
    }

    @Test
    void a_key_opens_the_api_until_it_is_revoked_and_its_secret_is_shown_once() throws Exception {
        // given
        String answer = send(
                        post("/api/admin/keys"),
                        "{\"name\":\"webinars\",\"source\":\"webinar\",\"scopes\":[\"leads\"]}")
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        JsonNode key = json.readTree(answer);
        String secret = key.get("secret").asText();
        assertThat(secret).startsWith("lr_");

        // when
        mvc.perform(get("/api/me").header("Authorization", "Bearer " + secret))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.login").value("key:webinars"))
                .andExpect(jsonPath("$.origin").value("webinars"))
                .andExpect(jsonPath("$.source").value("webinar"))
                .andExpect(jsonPath("$.scopes[0]").value("leads"));
        mvc.perform(get("/api/admin/keys").with(ADMINISTRATOR))
                .andExpect(content().string(not(containsString(secret))));

        // then
        send(delete("/api/admin/keys/" + key.get("key").get("id").asText()), "").andExpect(status().isNoContent());
        mvc.perform(get("/api/me").header("X-API-Key", secret)).andExpect(status().isUnauthorized());
    }

    @Test
    void roles_are_data_and_people_may_hold_several() throws Exception {
        send(put("/api/admin/roles/inside-sales"), "{\"label\":\"Inside sales\"}")
                .andExpect(status().isOk());
        send(post("/api/admin/people"), """
            {"login":"Nadia","displayName":"Nadia","password":"tomato-ladder-quiet",
             "roles":["inside-sales","marketing"]}\
            """)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.login").value("nadia"))
                .andExpect(jsonPath("$.mustChangePassword").value(true));
        send(
                        post("/api/admin/people"),
                        "{\"login\":\"x\",\"displayName\":\"X\",\"password\":\"tomato-ladder-quiet\",\"roles\":[\"king\"]}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("roles"));
    }

    @Test
    void a_reps_colleagues_are_those_who_share_a_team() {
        // given
        cast.person("ida", Roles.SALES_REP);
        cast.person("jo", Roles.SALES_REP);
        cast.person("kim", Roles.SALES_REP);
        cast.team("North", "ida", "jo");

        // then
        assertThat(colleaguesOf("ida")).contains("ida", "jo").doesNotContain("kim");
        assertThat(colleaguesOf("kim")).containsExactly("kim");
        cast.actingAs("ida");
        assertThat(currentPerson.get().teams()).contains(cast.team("North", "ida", "jo"));
    }

    private Set<String> colleaguesOf(String login) {
        cast.actingAs(login);
        return reach.of(currentPerson.get());
    }

    @Test
    void a_login_is_given_once() {
        assertThatThrownBy(() -> people.create("ida", new PersonChange("I", null, null, null), "tomato-ladder-quiet"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("taken");
    }

    @Test
    void a_team_and_a_living_key_have_their_name_alone_in_whatever_spelling() throws Exception {
        // given
        cast.team("South", "ida");
        UUID east = cast.team("East", "ida");

        // then
        send(post("/api/admin/teams"), "{\"name\":\"SOUTH\",\"members\":[]}").andExpect(status().isConflict());
        send(put("/api/admin/teams/" + east), "{\"name\":\"south\",\"members\":[]}")
                .andExpect(status().isConflict());
        assertThat(teams.all())
                .filteredOn(each -> each.id().equals(east))
                .allMatch(each -> each.members().contains("ida"));
        assertThat(cast.team("East", "ida", "olga")).isEqualTo(east);
        send(post("/api/admin/keys"), "{\"name\":\"Fair\",\"scopes\":[\"leads\"]}")
                .andExpect(status().isCreated());
        send(post("/api/admin/keys"), "{\"name\":\"fair\",\"scopes\":[\"leads\"]}")
                .andExpect(status().isConflict());
    }

    private static RequestPostProcessor as(String login) {
        return httpBasic(login, Cast.PASSWORD);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.with(ADMINISTRATOR)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
