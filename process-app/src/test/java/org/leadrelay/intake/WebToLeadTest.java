package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class WebToLeadTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    LeadCards cards;

    @Autowired
    ReturnAddresses returns;

    @Autowired
    WebFormQueue queue;

    @Autowired
    JdbcClient jdbc;

    private String email = UUID.randomUUID() + "@visitor.example";

    @Test
    void a_form_made_for_salesforce_works_as_it_is() throws Exception {
        mvc.perform(form().param("oid", "00D000000000001")
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
        mvc.perform(form().param("email", email).param("retURL", "https://www.firm.example/thanks/a?b=c"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "https://www.firm.example/thanks/a?b=c"));
        for (String evil : new String[] {
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
        mvc.perform(form().param("email", email).param("fax_number", "123")).andExpect(status().isOk());

        assertThat(count()).isZero();
    }

    @Test
    void a_form_without_a_way_to_know_the_visitor_is_refused_with_the_field_named() throws Exception {
        mvc.perform(form().param("first_name", "Nobody"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("email"));
        mvc.perform(form().param("email", "a\u0000b@c.example")).andExpect(status().isUnprocessableEntity());
        mvc.perform(form().param("email", email).param("company", "x".repeat(300)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("company"));
        mvc.perform(post("/intake/web-to-lead")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void one_address_cannot_flood_the_form() throws Exception {
        int refused = 0;
        for (int i = 0; i < 80; i++) {
            refused += mvc.perform(form().with(request -> {
                                                request.setRemoteAddr("10.9.8.7");
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

    @Test
    void a_form_is_read_in_the_encoding_that_its_page_declares() throws Exception {
        for (String declared : new String[] {
            "encoding=ISO-8859-1&last_name=M%FC%DFig",
            "last_name=M%FC%DFig&_charset_=windows-1252",
            "last_name=M%C3%BC%C3%9Fig",
            "last_name=M%C3%BC%C3%9Fig&encoding=UTF-8",
            "encoding=iso-8859-15&last_name=M%FC%DFig",
            // the browser knows better than whoever wrote the page
            "encoding=UTF-8&_charset_=ISO-8859-1&last_name=M%FC%DFig"
        }) {
            email = UUID.randomUUID() + "@visitor.example";
            mvc.perform(form().content(declared + "&email=" + email)).andExpect(status().isOk());
            assertThat(lead().name()).as(declared).isEqualTo("Müßig");
            assertThat(lead().facts()).extracting("name").doesNotContain(FormReader.GUESSED);
        }
    }

    @Test
    void the_content_type_declares_it_too_and_every_alphabet_can_be_declared() throws Exception {
        assertThat(named("encoding=ISO-8859-2&last_name=%A3ukaszewicz", null)).isEqualTo("Łukaszewicz");
        assertThat(named("last_name=M%FC%DFig", "ISO-8859-1")).isEqualTo("Müßig");
        assertThat(named("last_name=%CF%E5%F2%F0%EE%E2", "windows-1251")).isEqualTo("Петров");
        assertThat(named("encoding=GB18030&last_name=%CD%F5", null)).isEqualTo("王");
        assertThat(named("encoding=Shift_JIS&last_name=%93c%92%86", null)).isEqualTo("田中");
        // what browsers send from a Latin-1 page: its Windows kin, and references for the rest
        assertThat(named("encoding=ISO-8859-1&last_name=O%92Hara", null)).isEqualTo("O’Hara");
        assertThat(named("encoding=ISO-8859-1&last_name=%26%23321%3Bukasz", null))
                .isEqualTo("Łukasz");
    }

    private static String named(String body, @Nullable String charset) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/intake/web-to-lead");
        request.setContentType("application/x-www-form-urlencoded" + (charset == null ? "" : "; charset=" + charset));
        request.setContent(body.getBytes(StandardCharsets.US_ASCII));
        return FormReader.read(request).getFirst("last_name");
    }

    @Test
    void the_parts_of_a_multipart_form_are_read_as_it_declares_too() throws Exception {
        mvc.perform(multipart("/intake/web-to-lead")
                        .part(part("encoding", "ISO-8859-1"))
                        .part(part("email", email))
                        .part(part("last_name", "Müßig")))
                .andExpect(status().isOk());

        assertThat(lead().name()).isEqualTo("Müßig");
    }

    private static MockPart part(String name, String value) {
        return new MockPart(name, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void an_encoding_that_is_none_and_bytes_that_are_not_in_it_are_refused_by_name() throws Exception {
        for (String none : new String[] {"klingon", "UTF-16", "%20x y%00"}) {
            mvc.perform(form().content("encoding=" + none + "&email=" + email))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value("encoding"));
        }
        mvc.perform(form().content("encoding=UTF-8&last_name=M%FC%DFig&email=" + email))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("last_name"));
        mvc.perform(form().content("last_name=%81%8D&email=" + email))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("last_name"));
        assertThat(count()).isZero();
    }

    @Test
    void where_nothing_is_declared_and_it_is_no_utf_8_the_record_says_what_was_assumed() throws Exception {
        mvc.perform(form().content("last_name=M%FC%DFig&email=" + email)).andExpect(status().isOk());

        assertThat(lead().name()).isEqualTo("Müßig");
        assertThat(lead().facts()).extracting("name").contains(FormReader.GUESSED);
    }

    @Test
    void a_field_that_is_sent_twice_counts_once_when_equal_and_is_refused_when_not() throws Exception {
        mvc.perform(form().content("company=Sea&company=Sea+&company=&email="
                        + email
                        + "&email="
                        + email
                        + "&interest=Boats&interest=Sails&interest=Boats"))
                .andExpect(status().isOk());
        assertThat(lead().company()).isEqualTo("Sea");
        assertThat(lead().facts()).anySatisfy(fact -> {
            assertThat(fact.name()).isEqualTo("interest (as sent)");
            assertThat(fact.value()).isEqualTo("Boats, Sails");
        });

        for (String twice : new String[] {
            "company=Sea&company=Land",
            "emailOptOut=0&emailOptOut=1",
            "retURL=https://a.example&retURL=https://b.example",
            "Campaign_ID=1&Campaign_ID=2"
        }) {
            mvc.perform(form().content(twice + "&email=" + email))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value(twice.substring(0, twice.indexOf('='))));
        }
        mvc.perform(form().content("email=" + email + "&email=other@visitor.example"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("email"));
    }

    private static MockHttpServletRequestBuilder form() {
        return post("/intake/web-to-lead").contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private LeadCard lead() {
        queue.sweep();
        return cards.card(jdbc.sql("select id from lead where email = ?")
                .param(email)
                .query(UUID.class)
                .single());
    }

    private long count() {
        queue.sweep();
        return jdbc.sql("select count(*) from lead where email = ?")
                .param(email)
                .query(Long.class)
                .single();
    }
}
