package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class WebToLeadTest {

    @Autowired MockMvc mvc;
    @Autowired LeadCards cards;
    @Autowired ReturnAddresses returns;
    @Autowired JdbcClient jdbc;

    private final String email = UUID.randomUUID() + "@visitor.example";

    @Test
    void a_form_made_for_salesforce_works_as_it_is() throws Exception {
        mvc.perform(
                        form().param("oid", "00D000000000001")
                                .param("first_name", "Grace")
                                .param("last_name", "Höpper")
                                .param("email", email)
                                .param("phone", "030 9018200")
                                .param("lead_source", "Web")
                                .param("description", "Please call me")
                                .param("00N000000000001", "blue")
                                .param("external", "1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Thank you")));

        LeadCard card = lead();
        assertThat(card.name()).isEqualTo("Grace Höpper");
        assertThat(card.source()).isEqualTo("Web");
        assertThat(card.permitted()).containsExactly(Channel.MAIL, Channel.CALL);
        assertThat(card.facts())
                .extracting("name")
                .contains("00N000000000001", "description")
                .doesNotContain("oid", "retURL");
    }

    @Test
    void a_multipart_form_works_too() throws Exception {
        mvc.perform(multipart("/intake/web-to-lead").param("email", email).param("company", "Sea"))
                .andExpect(status().isOk());

        assertThat(lead().company()).isEqualTo("Sea");
    }

    @Test
    void the_visitor_is_sent_to_allowed_addresses_only() throws Exception {
        returns.allow("https://www.firm.example/thanks", Actor.SYSTEM);
        mvc.perform(
                        form().param("email", email)
                                .param("retURL", "https://www.firm.example/thanks/a?b=c"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "https://www.firm.example/thanks/a?b=c"));
        for (String evil :
                new String[] {
                    "https://www.firm.example.evil.example/thanks",
                    "https://www.firm.example@evil.example/thanks",
                    "https://www.firm.example/thanks/../other",
                    "https://www.firm.example/thanksgiving",
                    "http://www.firm.example/thanks",
                    "//evil.example",
                    "javascript:alert(1)",
                    "https://www.firm.example/thanks\r\nSet-Cookie: a=b"
                }) {
            mvc.perform(form().param("email", email).param("retURL", evil))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value("retURL"));
        }
    }

    @Test
    void a_robot_that_fills_the_hidden_field_is_thanked_and_forgotten() throws Exception {
        mvc.perform(form().param("email", email).param("fax_number", "123"))
                .andExpect(status().isOk());

        assertThat(count()).isZero();
    }

    @Test
    void a_form_without_a_way_to_know_the_visitor_is_refused_with_the_field_named()
            throws Exception {
        mvc.perform(form().param("first_name", "Nobody"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("email"));
        mvc.perform(form().param("email", "a\u0000b@c.example"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(form().param("email", email).param("company", "x".repeat(300)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("company"));
        mvc.perform(
                        post("/intake/web-to-lead")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void one_address_cannot_flood_the_form() throws Exception {
        int refused = 0;
        for (int i = 0; i < 80; i++) {
            refused +=
                    mvc.perform(
                                                    form().with(
                                                                    request -> {
                                                                        request.setRemoteAddr(
                                                                                "10.9.8.7");
                                                                        return request;
                                                                    })
                                                            .param("fax_number", "robot"))
                                            .andReturn()
                                            .getResponse()
                                            .getStatus()
                                    == 429
                            ? 1
                            : 0;
        }
        assertThat(refused).isPositive();
    }

    private static MockHttpServletRequestBuilder form() {
        return post("/intake/web-to-lead").contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private LeadCard lead() {
        return cards.card(
                jdbc.sql("select id from lead where email = ?")
                        .param(email)
                        .query(UUID.class)
                        .single());
    }

    private long count() {
        return jdbc.sql("select count(*) from lead where email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }
}
