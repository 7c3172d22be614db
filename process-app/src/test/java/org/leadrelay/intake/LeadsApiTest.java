package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.ApiKeys;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.KeyScope;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Journeys;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class LeadsApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    Journeys journeys;

    @Autowired
    ApiKeys keys;

    @Autowired
    CurrentPerson person;

    @BeforeEach
    void people() {
        cast.person("mara", Roles.MARKETING);
        cast.person("ada", Roles.SALES_REP);
        cast.person("ben", Roles.SALES_REP);
        cast.person("chloe", Roles.SALES_REP);
        cast.person("audrey", Roles.AUDITOR);
        cast.team("Inbound", "ada", "ben");
    }

    @Test
    void the_description_of_the_api_names_every_field_of_a_lead_with_its_type() throws Exception {
        String lead = "$.components.schemas.IncomingLead.properties";
        as("mara", get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath(lead + ".email.type").value("string"))
                .andExpect(jsonPath(lead + ".email.maxLength").value(254))
                .andExpect(jsonPath(lead + ".companySize.type").value("number"))
                .andExpect(jsonPath(lead + ".doNotCall.type").value("boolean"))
                .andExpect(jsonPath(lead + ".consent.properties.wording").exists())
                .andExpect(jsonPath(
                                "$.paths['/api/leads'].post.requestBody.content['application/json'].schema.oneOf[0].$ref")
                        .value("#/components/schemas/IncomingLead"));
    }

    @Test
    void a_lead_is_created_once_and_merged_the_second_time() throws Exception {
        String email = unique() + "@firm.example";
        UUID id = created("{\"email\":\"%s\",\"name\":\"Ada Byron\"}".formatted(email));
        send("{\"email\":\" %s \",\"name\":\"Ada Byron\"}".formatted(email.toUpperCase(java.util.Locale.ROOT)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcome").value("unchanged"))
                .andExpect(jsonPath("$.leadId").value(id.toString()));
        send("{\"email\":\"%s\",\"company\":\"Analytical Engines\"}".formatted(email))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcome").value("merged"))
                .andExpect(jsonPath("$.leadId").value(id.toString()));
        as("mara", get("/api/leads/" + id))
                .andExpect(jsonPath("$.company").value("Analytical Engines"))
                .andExpect(jsonPath("$.state").value("running"))
                .andExpect(jsonPath("$.end").doesNotExist())
                .andExpect(jsonPath("$.captures.length()").value(2));
    }

    @Test
    void an_array_is_answered_item_by_item_and_a_bad_item_costs_itself_only() throws Exception {
        String a = unique();
        send("[{\"externalId\":\"%s\"},{\"email\":\"no address\"},{\"externalId\":\"%s\"},17]".formatted(a, a))
                .andExpect(status().isMultiStatus())
                .andExpect(jsonPath("$.total").value(4))
                .andExpect(jsonPath("$.items[0].status").value(201))
                .andExpect(jsonPath("$.items[1].status").value(422))
                .andExpect(jsonPath("$.items[1].errors[0].field").value("email"))
                .andExpect(jsonPath("$.items[1].errors[0].message", containsString("name@example")))
                .andExpect(jsonPath("$.items[2].status").value(200))
                .andExpect(jsonPath("$.items[3].errors[0].field").value("body"));
    }

    @Test
    void an_idempotency_key_answers_the_same_request_alike_and_refuses_another() throws Exception {
        String key = unique();
        String body = "{\"externalId\":\"%s\",\"name\":\"Once\"}".formatted(unique());
        String first = keyed(key, body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String second = keyed(key, body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(second).isEqualTo(first);
        keyed(key, body.replace("Once", "Twice"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("Idempotency-Key"));
    }

    @Test
    void what_is_not_known_is_kept_as_an_attribute() throws Exception {
        UUID id = created("""
            {"email":"%s@firm.example","Favourite colour":"green","budget":{"year":2026,"eur":12},
             "tags":["a","b"],"first_name":"Zoë","LastName":"王"}\
            """.formatted(unique()));
        as("mara", get("/api/leads/" + id))
                .andExpect(jsonPath("$.name").value("Zoë 王"))
                .andExpect(jsonPath("$.facts[*].name", hasItem("Favourite colour")))
                .andExpect(jsonPath("$.facts[?(@.name=='budget.year')].value", hasItem("2026")))
                .andExpect(jsonPath("$.facts[?(@.name=='tags')].value", hasItem("a, b")));
    }

    @Test
    void facts_are_corrected_with_person_and_the_old_value_is_kept() throws Exception {
        String email = unique() + "@firm.example";
        UUID id = created("{\"email\":\"%s\",\"company\":\"Old\",\"visits\":3}".formatted(email));
        as("mara", patch("/api/leads/" + id + "/facts").content("{\"company\":\"New\",\"visits\":\"9\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.company").value("New"))
                .andExpect(jsonPath("$.facts[?(@.name=='company')].person", hasItem("mara")))
                .andExpect(jsonPath("$.oldFacts[?(@.name=='company')].value", hasItem("Old")));
        send("{\"email\":\"%s\",\"company\":\"Newest\"}".formatted(email)).andExpect(status().isOk());
        as("mara", get("/api/leads/" + id)).andExpect(jsonPath("$.company").value("New"));
        as("mara", patch("/api/leads/" + id + "/facts").content("{\"visits\":\"many\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("visits"));
        as("audrey", patch("/api/leads/" + id + "/facts").content("{\"company\":\"X\"}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_rep_sees_own_and_team_leads_only() throws Exception {
        UUID id = created("{\"externalId\":\"%s\"}".formatted(unique()));
        as("ada", get("/api/leads/" + id)).andExpect(status().isNotFound());
        journeys.owner(id, "ben");
        as("ada", get("/api/leads/" + id)).andExpect(status().isOk());
        as("chloe", get("/api/leads/" + id)).andExpect(status().isNotFound());
        as("chloe", get("/api/leads?owner=ben")).andExpect(jsonPath("$.total").value(0));
        as("ada", get("/api/leads?owner=ben")).andExpect(jsonPath("$.items[*].id", hasItem(id.toString())));
        as("audrey", get("/api/leads/" + id)).andExpect(status().isOk());
        as("ada", post("/api/leads").content("{\"externalId\":\"x\"}")).andExpect(status().isForbidden());
    }

    @Test
    void the_list_is_searched_filtered_and_sorted() throws Exception {
        String word = unique();
        UUID a = created("{\"email\":\"a@%s.example\",\"name\":\"Anna\",\"source\":\"google\"}".formatted(word));
        UUID b = created("{\"email\":\"b@%s.example\",\"name\":\"Berta\",\"source\":\"Webinar\"}".formatted(word));
        journeys.advanced(a, Map.of(), "Activity_QualifyLead", "Qualify lead");
        as("mara", get("/api/leads?q=" + word + "&sort=-name"))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].id").value(b.toString()));
        as("mara", get("/api/leads?q=" + word + "&source=Google"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].step").value("Activity_QualifyLead"));
        as("mara", get("/api/leads?q=" + word + "&step=Activity_QualifyLead&state=running"))
                .andExpect(jsonPath("$.total").value(1));
        as("mara", get("/api/leads?q=%25' or 1=1 --"))
                .andExpect(jsonPath("$.total").value(0));
        as("mara", get("/api/leads?sort=drop")).andExpect(status().isUnprocessableEntity());
        as("mara", get("/api/leads?size=0")).andExpect(status().isUnprocessableEntity());
        as("mara", get("/api/leads?page=x")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void the_list_goes_out_as_a_file_and_the_log_tells_who_took_it() throws Exception {
        String word = unique();
        created("{\"email\":\"a@%s.example\",\"name\":\"=1+1\"}".formatted(word));
        String csv = as("mara", get("/api/leads.csv?q=" + word))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString("text/csv")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv).startsWith("id,name,email").contains(",'=1+1,a@" + word + ".example,");
        as("mara", get("/api/leads.csv?sort=drop")).andExpect(status().isUnprocessableEntity());
        as("audrey", get("/api/exports"))
                .andExpect(jsonPath("$.items[*].person", hasItem("mara")))
                .andExpect(jsonPath("$.items[*].filter", hasItem(containsString(word))));
        as("mara", get("/api/exports")).andExpect(status().isForbidden());
    }

    @Test
    void signals_are_taken_from_systems_and_wrong_kinds_are_named() throws Exception {
        String secret = person.as(
                        Actor.SYSTEM,
                        () -> keys.create("site-" + unique(), "site", "Website", EnumSet.allOf(KeyScope.class)))
                .secret();
        String taken = mvc.perform(post("/api/leads")
                        .header("X-API-Key", secret)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"externalId\":\"%s\"}".formatted(unique())))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        UUID id = UUID.fromString(json.readTree(taken).get("leadId").asText());
        mvc.perform(post("/api/leads/" + id + "/signals")
                        .header("X-API-Key", secret)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"download\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.kind").value("download"));
        as("mara", post("/api/leads/" + id + "/signals").content("{\"kind\":\"dance\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("meetingAsked")));
        as("mara", post("/api/leads/" + id + "/signals").content("{\"kind\":\"visit\",\"at\":\"soon\"}"))
                .andExpect(status().isBadRequest());
        as("mara", post("/api/leads/" + UUID.randomUUID() + "/signals").content("{\"kind\":\"visit\"}"))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/leads/" + id).header("X-API-Key", secret)).andExpect(status().isForbidden());
    }

    @Test
    void an_ended_lead_is_reopened_with_a_reason_and_keeps_its_past() throws Exception {
        UUID id = created("{\"externalId\":\"%s\"}".formatted(unique()));
        as("mara", post("/api/leads/" + id + "/reopen").content("{\"reason\":\"again\"}"))
                .andExpect(status().isConflict());
        journeys.ended(id, "lost");
        as("mara", get("/api/leads/" + id)).andExpect(jsonPath("$.end").value("lost"));
        as("mara", post("/api/leads/" + id + "/withdraw")).andExpect(status().isConflict());
        as("mara", post("/api/leads/" + id + "/reopen").content("{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("reason"));
        as("mara", post("/api/leads/" + id + "/reopen").content("{\"reason\":\"They called\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("running"))
                .andExpect(jsonPath("$.journeys.length()").value(2))
                .andExpect(jsonPath("$.journeys[0].cause").value("reopened"))
                .andExpect(jsonPath("$.journeys[1].end").value("lost"));
    }

    @Test
    void consent_and_objection_are_facts_with_a_basis() throws Exception {
        UUID id = created("{\"email\":\"%s@firm.example\",\"consent\":false}".formatted(unique()));
        as("mara", get("/api/leads/" + id))
                .andExpect(jsonPath("$.permitted.length()").value(0))
                .andExpect(jsonPath("$.consents[0].given").value(false));
        clock.advance(Duration.ofSeconds(1));
        as(
                        "mara",
                        post("/api/leads/" + id + "/consents")
                                .content("{\"channel\":\"mail\",\"given\":true,\"wording\":\"Yes,"
                                        + " write to me\",\"source\":\"call\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.permitted[0]").value("MAIL"));
        as("mara", post("/api/leads/" + id + "/consents").content("{\"channel\":\"pigeon\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field", not("")));
    }

    private UUID created(String body) throws Exception {
        String answer = send(body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", containsString("/api/leads/")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return UUID.fromString(json.readTree(answer).get("leadId").asText());
    }

    private ResultActions send(String body) throws Exception {
        return as("mara", post("/api/leads").content(body));
    }

    private ResultActions keyed(String key, String body) throws Exception {
        return as("mara", post("/api/leads").header("Idempotency-Key", key).content(body));
    }

    private ResultActions as(String login, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).with(httpBasic(login, Cast.PASSWORD)));
    }

    private static String unique() {
        return "u" + UUID.randomUUID().toString().replace("-", "");
    }
}
