package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.JournalAssert.assertThatLog;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadClaim;
import org.leadrelay.lead.LeadClaims;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class FormOfKnownLeadTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    LeadCapture captures;

    @Autowired
    LeadCards cards;

    @Autowired
    LeadClaims claims;

    @Autowired
    CurrentPerson person;

    @Autowired
    Cast cast;

    @Autowired
    WebFormQueue queue;

    @Autowired
    JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@visitor.example";
    private final Origin crm = new Origin("crm-" + email, Origin.Kind.API, null, null, null);
    private String mara = "";
    private UUID lead = UUID.randomUUID();

    @BeforeEach
    void aKnownLead() {
        mara = cast.person("mara-of-forms", Roles.MARKETING);
        cast.actingAs(mara);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.EMAIL, email);
        fields.put(Field.EXTERNAL_ID, "k-1");
        fields.put(Field.FIRST_NAME, "Ida");
        fields.put(Field.LAST_NAME, "Bekannt");
        fields.put(Field.COMPANY, "Au AG");
        fields.put(Field.PHONE, "030 9018201");
        fields.put(Field.COMPANY_SIZE, "20");
        fields.put(Field.PROFILE_SCORE, "3");
        fields.put(Field.VISITS, "2");
        lead = captures.capture(new Capture(fields, List.of(), List.of(), null), crm)
                .leadId();
    }

    @Test
    void what_a_stranger_types_of_a_known_lead_changes_nothing_known_and_is_shown_beside() throws Exception {
        LeadCard before = cards.card(lead);

        form(
                "email", email,
                "last_name", "Fremd",
                "company", "Bach AG",
                "phone", "030 9018202",
                "employees", "5000",
                "Fit Score", "20",
                "TotalVisits", "99",
                "profileScore", "19",
                "externalId", "k-2",
                "Record ID", "k-3",
                "title", "Baker",
                "colour", "blue");

        LeadCard after = cards.card(lead);
        assertThat(after.name()).isEqualTo("Ida Bekannt");
        assertThat(after.externalId()).isEqualTo("k-1");
        for (String name :
                List.of("lastName", "company", "phone", "companySize", "profileScore", "visits", "externalId")) {
            assertThat(value(after, name)).as(name).isEqualTo(value(before, name));
        }
        assertThat(value(after, "title")).as("a gap").isEqualTo("Baker");
        assertThat(value(after, "colour")).isEqualTo("blue");
        assertThat(after.claims())
                .extracting(LeadClaim::name)
                .contains("lastName", "company", "phone", "companySize", "profileScore", "visits");
        assertThat(claim(after, "company")).satisfies(each -> {
            assertThat(each.typed()).isEqualTo("Bach AG");
            assertThat(each.known()).isEqualTo("Au AG");
        });
        assertThat(after.captures()).hasSize(2);
        assertThat(signals()).isEqualTo(1);
    }

    @Test
    void a_new_lead_gets_no_score_from_a_form_but_may_say_how_large_its_company_is() throws Exception {
        String stranger = UUID.randomUUID() + "@visitor.example";

        form("email", stranger, "employees", "50", "profileScore", "20", "visits", "many");

        LeadCard card = cards.card(jdbc.sql("select id from lead where email = ?")
                .param(stranger)
                .query(UUID.class)
                .single());
        assertThat(value(card, "companySize")).isEqualTo("50");
        assertThat(card.facts())
                .extracting(FactView::name)
                .contains("profileScore (as sent)", "visits (as sent)")
                .doesNotContain("profileScore", "visits");
        assertThat(card.claims()).isEmpty();
    }

    @Test
    void a_person_takes_over_what_was_typed_and_it_is_their_correction() throws Exception {
        form("email", email, "last_name", "Fremd", "profileScore", "7");

        claims.take(lead, claim(cards.card(lead), "lastName").id(), person.get());
        claims.take(lead, claim(cards.card(lead), "profileScore").id(), person.get());

        LeadCard card = cards.card(lead);
        assertThat(card.name()).isEqualTo("Ida Fremd");
        assertThat(value(card, "profileScore")).isEqualTo("7");
        assertThat(card.claims()).isEmpty();
        assertThat(card.facts())
                .filteredOn(each -> each.name().equals("lastName"))
                .extracting(FactView::source, FactView::person)
                .containsExactly(Tuple.tuple("correction", mara));
        assertThatLog(jdbc, lead).kinds().contains(Kind.CLAIM_TAKEN, Kind.FACT_CORRECTED);
    }

    @Test
    void what_was_dismissed_is_not_asked_again_but_another_value_is() throws Exception {
        form("email", email, "company", "Bach AG");
        UUID claim = claim(cards.card(lead), "company").id();

        claims.dismiss(lead, claim, person.get());
        form("email", email, "company", "Bach AG", "city", "Ulm");
        form("email", email, "company", "Chor AG");

        LeadCard card = cards.card(lead);
        assertThat(card.company()).isEqualTo("Au AG");
        assertThat(card.claims()).extracting(LeadClaim::typed).containsExactly("Chor AG");
        assertThatLog(jdbc, lead).kinds().contains(Kind.CLAIM_DISMISSED);
        assertThatThrownBy(() -> claims.take(lead, claim, person.get()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("dismissed");
    }

    @Test
    void a_claim_that_became_known_otherwise_waits_no_longer() throws Exception {
        form("email", email, "company", "Bach AG");
        captures.capture(
                new Capture(Map.of(Field.EMAIL, email, Field.COMPANY, "Bach AG"), List.of(), List.of(), null), crm);

        assertThat(cards.card(lead).claims()).isEmpty();
    }

    @Test
    void only_those_who_may_correct_decide_and_about_this_lead_only() throws Exception {
        form("email", email, "company", "Bach AG");
        UUID claim = claim(cards.card(lead), "company").id();
        cast.actingAs(cast.person("watcher-of-forms", Roles.AUDITOR));

        assertThatThrownBy(() -> claims.take(lead, claim, person.get())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> claims.dismiss(lead, claim, person.get())).isInstanceOf(Forbidden.class);
        cast.actingAs(mara);
        assertThatThrownBy(() -> claims.dismiss(UUID.randomUUID(), claim, person.get()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_objection_of_a_form_is_taken_and_marketing_hears_of_it() throws Exception {
        form("email", email, "emailOptOut", "1");
        form("email", email, "emailOptOut", "1", "city", "Ulm");

        assertThat(cards.card(lead).permitted()).doesNotContain(Channel.MAIL);
        assertThat(told(mara)).isEqualTo(1);
    }

    @Test
    void the_rep_who_has_the_lead_hears_of_the_objection_instead() throws Exception {
        String rep = cast.person("rep-of-forms", Roles.SALES_REP);
        jdbc.sql("update lead set owner = ? where id = ?").params(rep, lead).update();

        form("email", email, "emailOptOut", "1");

        assertThat(told(rep)).isEqualTo(1);
        assertThat(told(mara)).isZero();
    }

    private void form(String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/intake/web-to-lead").contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        mvc.perform(request).andExpect(status().isOk());
        queue.sweep();
        cast.actingAs(mara);
    }

    private static String value(LeadCard card, String name) {
        return card.facts().stream()
                .filter(each -> each.name().equals(name))
                .map(FactView::value)
                .findFirst()
                .orElse(null);
    }

    private static LeadClaim claim(LeadCard card, String name) {
        return card.claims().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long told(String login) {
        return jdbc.sql("select count(*) from notice where recipient = ? and lead_id = ? and kind =" + " 'objection'")
                .params(login, lead)
                .query(Long.class)
                .single();
    }

    private long signals() {
        return jdbc.sql("select count(*) from lead_signal where lead_id = ? and kind = 'form'")
                .param(lead)
                .query(Long.class)
                .single();
    }
}
