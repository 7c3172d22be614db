package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.access.ApiKeys.NewApiKey;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What an API key opens, which leads it reaches, and what it is told. */
@ProductTest
class KeyScopesTest {

    private static final String SIGNAL = "{'kind':'visit'}";
    private static final String CONSENT = "{'channel':'mail','given':false}";

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApiKeys keys;

    @Autowired
    CurrentPerson person;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private final String crm = "crm-" + UUID.randomUUID();
    private final String shop = "shop-" + UUID.randomUUID();

    @BeforeEach
    void people() {
        cast.person("mara", Roles.MARKETING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIGNALS | CONSENTS | /api/leads | {'externalId':'1'} | leads",
                "LEADS | CONSENTS | /api/leads/ID/signals | {'kind':'visit'} | signals",
                "LEADS | SIGNALS | /api/leads/ID/consents | {'channel':'mail','given':false} |" + " consents"
            })
    void a_key_is_told_which_scope_it_lacks_and_how_to_get_it(
            KeyScope one, KeyScope other, String path, String body, String missing) throws Exception {
        // given
        UUID lead = lead(key(crm, KeyScope.LEADS).secret(), "{'externalId':'1'}");
        NewApiKey key = key(crm, EnumSet.of(one, other));
        String there = path.replace("ID", lead.toString());

        // when, then
        byKey(key, post(there), body)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail", containsString("scope '" + missing + "'")))
                .andExpect(jsonPath("$.detail", containsString("An administrator can add it")));
        byKey(key, post(there).header("Accept-Language", "de"), body)
                .andExpect(jsonPath("$.detail", containsString("fehlt der Bereich „" + missing)));

        // and when an administrator adds it
        asProduct(() -> keys.open(key.key().id(), EnumSet.allOf(KeyScope.class)));
        byKey(key, post(there), body).andExpect(status().is2xxSuccessful());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/charter",
                "/api/charter/versions",
                "/api/mandates",
                "/api/tasks",
                "/api/tasks/views",
                "/api/tasks/counts",
                "/api/promises",
                "/api/promises/summary",
                "/api/promises.csv",
                "/api/leads",
                "/api/leads.csv",
                "/api/calendars",
                "/api/team/reps",
                "/api/team/waiting",
                "/api/notices",
                "/api/me/notices",
                "/api/admin/people",
                "/api/admin/keys",
                "/api/imports",
                "/api/intake/facts",
                "/api/intake/declarations",
                "/api/duplicates",
                "/api/consent-cases",
                "/api/exports",
                "/v3/api-docs",
                "/actuator/metrics",
                "/api/not-made-yet"
            })
    void no_key_reads(String path) throws Exception {
        byKey(key(crm, EnumSet.allOf(KeyScope.class)), get(path), "").andExpect(status().isForbidden());
    }

    @Test
    void another_origins_lead_and_one_made_by_hand_are_not_there_and_nothing_is_changed() throws Exception {
        // given
        NewApiKey key = key(crm, EnumSet.allOf(KeyScope.class));
        UUID foreign = lead(key(shop, KeyScope.LEADS).secret(), "{'externalId':'7'}");
        UUID byHand = leadOfMara();
        UUID nowhere = UUID.randomUUID();
        long signals = count("lead_signal");
        long consents = count("lead_consent");

        // when, then
        for (UUID each : new UUID[] {foreign, byHand, nowhere}) {
            String refusal = "{'title':'Not found','status':404,'detail':'There is no lead with the id" + " %s.'}";
            for (String[] call : new String[][] {{"/signals", SIGNAL}, {"/consents", CONSENT}}) {
                byKey(key, post("/api/leads/" + each + call[0]), call[1])
                        .andExpect(status().isNotFound())
                        .andExpect(content().json(refusal.formatted(each), JsonCompareMode.LENIENT));
            }
            byKey(key, get("/api/leads/" + each), "").andExpect(status().isForbidden());
            byKey(key, patch("/api/leads/" + each + "/facts"), "{'company':'X'}")
                    .andExpect(status().isForbidden());
        }
        assertThat(count("lead_signal")).isEqualTo(signals);
        assertThat(count("lead_consent")).isEqualTo(consents);
    }

    @Test
    void an_undone_lead_of_another_origin_is_not_there_either() throws Exception {
        // given
        UUID foreign = lead(key(shop, KeyScope.LEADS).secret(), "{'externalId':'9'}");
        jdbc.sql("update lead set undone_at = now() where id = ?")
                .param(foreign)
                .update();

        // when, then
        byKey(key(crm, KeyScope.SIGNALS), post("/api/leads/" + foreign + "/signals"), SIGNAL)
                .andExpect(status().isNotFound());
    }

    @Test
    void a_record_of_a_known_person_joins_and_makes_the_lead_the_origins_own_too() throws Exception {
        // given
        String address = UUID.randomUUID() + "@firm.example";
        UUID known = lead(key(shop, KeyScope.LEADS).secret(), "{'email':'%s'}".formatted(address));
        NewApiKey key = key(crm, EnumSet.allOf(KeyScope.class));
        byKey(key, post("/api/leads/" + known + "/signals"), SIGNAL).andExpect(status().isNotFound());

        // when
        byKey(key, post("/api/leads"), "{'email':'%s','externalId':'5'}".formatted(address))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcome").value("merged"))
                .andExpect(jsonPath("$.leadId").value(known.toString()));

        // then
        byKey(key, post("/api/leads/" + known + "/signals"), SIGNAL).andExpect(status().isCreated());
    }

    @Test
    void what_a_key_is_told_of_a_lead_is_what_it_sent() throws Exception {
        // given
        NewApiKey key = key(crm, EnumSet.allOf(KeyScope.class));
        String record = "{'externalId':'3','email':'%s@firm.example','company':'Acme'}";
        UUID lead = lead(key.secret(), record.formatted(UUID.randomUUID()));

        // when, then
        byKey(key, post("/api/leads/" + lead + "/consents"), CONSENT)
                .andExpect(status().isCreated())
                .andExpect(content()
                        .json(
                                "{'leadId':'%s','channel':'mail','given':false}".formatted(lead),
                                JsonCompareMode.STRICT));
        byKey(key, post("/api/leads/" + lead + "/signals"), SIGNAL)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.*", hasSize(4)))
                .andExpect(jsonPath("$.leadId").value(lead.toString()));
        byKey(key, post("/api/leads"), record.formatted(UUID.randomUUID()))
                .andExpect(jsonPath("$.*", hasSize(4)))
                .andExpect(jsonPath("$.outcome").exists());
    }

    @Test
    void a_key_opens_at_least_one_scope_and_only_such_as_there_are() throws Exception {
        byAdministrator(post("/api/admin/keys"), "{'name':'%s'}".formatted(crm))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("scopes"));
        byAdministrator(post("/api/admin/keys"), "{'name':'%s','scopes':['all']}".formatted(crm))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("leads, signals, consents")));
        NewApiKey key = key(crm, KeyScope.LEADS);
        byAdministrator(put("/api/admin/keys/" + key.key().id() + "/scopes"), "{'scopes':[]}")
                .andExpect(status().isUnprocessableEntity());
        byAdministrator(put("/api/admin/keys/" + key.key().id() + "/scopes"), "{'scopes':['signals','consents']}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scopes", hasSize(2)));
        asProduct(() -> {
            keys.revoke(key.key().id());
            return key;
        });
        byAdministrator(put("/api/admin/keys/" + key.key().id() + "/scopes"), "{'scopes':['leads']}")
                .andExpect(status().isConflict());
        cast.actingAs("mara");
        assertThatThrownBy(() -> keys.open(key.key().id(), Set.of(KeyScope.LEADS)))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "By hand", "WEB-TO-LEAD"})
    void no_key_brings_records_in_under_the_name_of_another_way_in(String origin) {
        assertThatThrownBy(() -> key(origin, KeyScope.LEADS))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Choose another origin");
    }

    @Test
    void somebody_without_a_role_sees_their_own_login_and_nothing_else() throws Exception {
        cast.person("nora");
        byNora(get("/api/me")).andExpect(status().isOk());
        for (String path : new String[] {"/api/charter", "/api/calendars", "/api/me/notices"}) {
            byNora(get(path))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.detail", containsString("no role yet")));
        }
    }

    private ResultActions byNora(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(httpBasic("nora", Cast.PASSWORD)));
    }

    private NewApiKey key(String origin, KeyScope scope) {
        return key(origin, Set.of(scope));
    }

    private NewApiKey key(String origin, Set<KeyScope> scopes) {
        return asProduct(() -> keys.create("k-" + UUID.randomUUID(), origin, null, scopes));
    }

    private <T> T asProduct(java.util.function.Supplier<T> work) {
        return person.as(Actor.SYSTEM, work);
    }

    private UUID lead(String secret, String record) throws Exception {
        return leadId(mvc.perform(sent(post("/api/leads").header("X-API-Key", secret), record)));
    }

    private UUID leadOfMara() throws Exception {
        return leadId(mvc.perform(sent(
                post("/api/leads").with(httpBasic("mara", Cast.PASSWORD)),
                "{'externalId':'%s'}".formatted(UUID.randomUUID()))));
    }

    private UUID leadId(ResultActions taken) throws Exception {
        JsonNode answer = json.readTree(taken.andReturn().getResponse().getContentAsString());
        return UUID.fromString(answer.get("leadId").asText());
    }

    private ResultActions byKey(NewApiKey key, MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(sent(request.header("X-API-Key", key.secret()), body));
    }

    private ResultActions byAdministrator(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(sent(request.with(httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD)), body));
    }

    private static MockHttpServletRequestBuilder sent(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"'));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
