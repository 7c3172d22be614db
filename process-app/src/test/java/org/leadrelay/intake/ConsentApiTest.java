package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Actor;
import org.leadrelay.access.ApiKeys;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.KeyScope;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Consents over REST: moments, the person's own word, and claims that a person decides. */
@ProductTest
class ConsentApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    ApiKeys keys;

    @Autowired
    CurrentPerson person;

    private final String address = "c" + UUID.randomUUID() + "@firm.example";

    @BeforeEach
    void people() {
        cast.person("mara", Roles.MARKETING);
        cast.person("audrey", Roles.AUDITOR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'consent':{'mail':true,'at':'2099-01-01T00:00:00Z'} | consent.at",
                "'consent':{'mail':true,'at':'yesterday'} | consent.at",
                "'consent':[{'channel':'mail','given':true,'at':'2026-13-01T00:00:00Z'}] |" + " consent[0].at",
                "'consent':[{'channel':'call','given':false,'at':'2099-01-01T00:00:00Z'}] |" + " consent[0].at",
                "'capturedAt':'2099-01-01T00:00:00Z' | capturedAt",
                "'at':'2099-01-01T00:00:00Z' | at"
            },
            quoteCharacter = '"')
    void a_moment_that_cannot_be_is_refused_with_its_field(String part, String field) throws Exception {
        as("mara", post("/api/leads").content(quoted("{'email':'" + address + "'," + part + "}")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value(field));
    }

    @Test
    void the_moment_of_a_recorded_consent_or_signal_may_be_five_minutes_ahead_and_no_more() throws Exception {
        UUID lead = lead("'consent':false");
        clock.advance(Duration.ofMinutes(1));
        Instant soon = clock.instant().plus(Duration.ofMinutes(4));
        Instant ahead = clock.instant().plus(Duration.ofMinutes(6));
        String own = "{'channel':'mail','given':true,'wording':'Yes','source':'call','at':'%s'}";

        consent(lead, own.formatted(ahead))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("at"));
        consent(lead, own.formatted("soon"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("at"));
        as("mara", post("/api/leads/" + lead + "/signals").content(quoted("{'kind':'visit','at':'" + ahead + "'}")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("at"));
        consent(lead, own.formatted(soon))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.permitted[0]").value("MAIL"))
                .andExpect(jsonPath("$.consents[0].at").value(clock.instant().toString()));
    }

    @Test
    void a_consent_without_words_lifts_no_objection_and_says_what_is_missing() throws Exception {
        UUID lead = lead("'consent':false");
        clock.advance(Duration.ofMinutes(1));

        consent(lead, "{'channel':'mail','given':true,'wording':'Yes'}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("source"));
        as("mara", get("/api/leads/" + lead)).andExpect(jsonPath("$.permitted").isEmpty());
    }

    @Test
    void what_a_system_says_without_a_moment_is_kept_and_with_evidence_and_moment_it_counts() throws Exception {
        String secret = person.as(
                        Actor.SYSTEM,
                        () -> keys.create(
                                "shop-" + UUID.randomUUID(), "shop", null, Set.of(KeyScope.LEADS, KeyScope.CONSENTS)))
                .secret();
        UUID lead = leadByKey(secret, "'consent':false");
        clock.advance(Duration.ofMinutes(1));

        byKey(secret, lead, "{'channel':'mail','given':true,'wording':'Yes','source':'opt-in'}")
                .andExpect(status().isCreated())
                .andExpect(content()
                        .json("{'leadId':'%s','channel':'mail','given':true}".formatted(lead), JsonCompareMode.STRICT));
        as("mara", get("/api/leads/" + lead))
                .andExpect(jsonPath("$.permitted").isEmpty())
                .andExpect(jsonPath("$.consents[0].kind").value("UNDATED_RECORD"))
                .andExpect(jsonPath("$.consents[0].why").value("UNDATED"));
        byKey(
                        secret,
                        lead,
                        "{'channel':'mail','given':true,'wording':'Yes','source':'opt-in','at':'%s'}"
                                .formatted(clock.instant()))
                .andExpect(status().isCreated());
        as("mara", get("/api/leads/" + lead))
                .andExpect(jsonPath("$.permitted[0]").value("MAIL"));
    }

    @Test
    void a_claim_is_listed_with_both_statements_and_decided_once() throws Exception {
        UUID lead = lead("'consent':false");
        clock.advance(Duration.ofHours(1));
        Instant claimed = clock.instant().minusSeconds(60);
        as(
                        "mara",
                        post("/api/leads")
                                .content(quoted("{'email':'%s','consent':{'mail':true,'at':'%s'}}"
                                        .formatted(address, claimed))))
                .andExpect(status().isOk());

        JsonNode cases = json.readTree(as("audrey", get("/api/consent-cases?size=500"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].leadId", hasItem(lead.toString())))
                .andReturn()
                .getResponse()
                .getContentAsString());
        JsonNode mine = null;
        for (JsonNode each : cases.get("items")) {
            mine = each.get("leadId").asText().equals(lead.toString()) ? each : mine;
        }
        assertThat(mine).isNotNull();
        assertThat(mine.at("/claim/at").asText()).isEqualTo(claimed.toString());
        assertThat(mine.at("/objection/given").asBoolean()).isFalse();
        String decide = "/api/consent-cases/" + mine.get("id").asText();

        as("audrey", post(decide + "/dismiss")).andExpect(status().isForbidden());
        as("mara", post(decide + "/confirm").content("{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field", hasItem("source")));
        as("mara", post(decide + "/confirm").content(quoted("{'wording':'Yes','source':'opt-in'}")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.permitted[0]").value("MAIL"));
        as("mara", post(decide + "/dismiss"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("already")));
    }

    private UUID lead(String more) throws Exception {
        String answer = as("mara", post("/api/leads").content(quoted("{'email':'%s',%s}".formatted(address, more))))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return UUID.fromString(json.readTree(answer).get("leadId").asText());
    }

    private UUID leadByKey(String secret, String more) throws Exception {
        String answer = mvc.perform(post("/api/leads")
                        .header("X-API-Key", secret)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(quoted("{'email':'%s',%s}".formatted(address, more))))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return UUID.fromString(json.readTree(answer).get("leadId").asText());
    }

    private ResultActions consent(UUID lead, String body) throws Exception {
        return as("mara", post("/api/leads/" + lead + "/consents").content(quoted(body)));
    }

    private ResultActions byKey(String secret, UUID lead, String body) throws Exception {
        return mvc.perform(post("/api/leads/" + lead + "/consents")
                .header("Authorization", "Bearer " + secret)
                .contentType(MediaType.APPLICATION_JSON)
                .content(quoted(body)));
    }

    private ResultActions as(String login, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).with(httpBasic(login, Cast.PASSWORD)));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
