package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.JournalAssert.assertThatLog;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.Kind;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Links of nurture mails: a person's click counts, and a machine never matures a lead. */
@ProductTest
class LinkClicksTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    FactSheet sheet;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private NurtureMailbox mailbox;
    private UUID lead;
    private NurtureMailbox.Received mail;

    @BeforeEach
    void aMailWithALink() {
        mailbox = new NurtureMailbox(beans);
        lead = mailbox.lead();
        mail = mailbox.touched(lead, "awareness-1");
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void a_person_who_goes_on_from_the_page_is_a_click_once() throws Exception {
        // given
        clock.advance(Duration.ofHours(2));

        // when
        MockHttpServletResponse page = ask(get("/c/" + mail.link(0)));

        // then
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains("https://www.firm.example/guide");
        assertThat(engagement()).isZero();

        // when
        clock.advance(Duration.ofSeconds(4));
        MockHttpServletResponse on = ask(post("/c/" + mail.link(0)));
        ask(post("/c/" + mail.link(0)));

        // then
        assertThat(on.getStatus()).isEqualTo(303);
        assertThat(on.getHeader("Location")).isEqualTo("https://www.firm.example/guide");
        assertThat(engagement()).isEqualTo(3.0);
        assertThat(jdbc.sql("select kind || ' ' || source || ' ' || content from lead_signal where lead_id = ?")
                        .param(lead)
                        .query(String.class)
                        .list())
                .containsExactly("click mail awareness-1");
        assertThatLog(jdbc, lead).only(Kind.SIGNAL);
    }

    @Test
    void twenty_fetches_of_a_scanner_leave_maturity_as_it_was() throws Exception {
        // given
        double before = engagement();

        // when
        for (int i = 0; i < 5; i++) {
            for (int link = 0; link < 2; link++) {
                ask(get("/c/" + mail.link(link)));
                ask(head("/c/" + mail.link(link)));
            }
            clock.advance(Duration.ofSeconds(1));
        }

        // then
        assertThat(engagement()).isEqualTo(before);
        assertThat(sheet.gather(lead, 1).get("signals")).isEqualTo(0L);
        assertThat(marks()).contains("fetched hidden 10", "fetched head 5", "fetched atOnce 5");
        assertThatLog(jdbc, lead).only(Kind.MAIL_EVENT);
    }

    @Test
    void a_scanner_that_comes_late_and_sends_forms_too_matures_nobody() throws Exception {
        // given
        clock.advance(Duration.ofHours(3));

        // when
        for (int link = 0; link < 2; link++) {
            ask(get("/c/" + mail.link(link)));
        }
        MockHttpServletResponse on = ask(post("/c/" + mail.link(0)));

        // then
        assertThat(on.getStatus()).as("whoever it was is led on").isEqualTo(303);
        assertThat(engagement()).isZero();
        assertThat(marks()).contains("clicked allLinks 1");

        // when
        clock.advance(Duration.ofHours(3));
        ask(get("/c/" + mail.link(0)));
        ask(post("/c/" + mail.link(0)));

        // then
        assertThat(engagement()).as("the person comes after the machine").isEqualTo(3.0);
    }

    @Test
    void a_form_within_a_minute_or_without_its_page_is_a_machines() throws Exception {
        // when
        ask(get("/c/" + mail.link(0)));
        clock.advance(Duration.ofSeconds(59));
        ask(post("/c/" + mail.link(0)));

        // then
        assertThat(marks()).contains("clicked atOnce 1");

        // given
        mail = mailbox.touched(lead, "awareness-1");
        clock.advance(Duration.ofHours(1));

        // when
        ask(post("/c/" + mail.link(0)));

        // then
        assertThat(marks()).contains("clicked unseen 1");
        assertThat(engagement()).isZero();
    }

    @Test
    void no_link_leads_where_a_request_says() throws Exception {
        for (String token : List.of("a".repeat(26), "https:%2F%2Fevil.example", mail.unsubscribe(), mail.bounce())) {
            for (String query : List.of("", "?target=https://evil.example", "?url=//evil.example")) {
                MockHttpServletResponse page = ask(get("/c/" + token + query));
                MockHttpServletResponse on = ask(post("/c/" + token + query));
                assertThat(page.getStatus()).isIn(400, 403, 404);
                assertThat(on.getHeader("Location")).isNull();
                assertThat(page.getContentAsString()).doesNotContain("evil");
            }
        }
        MockHttpServletResponse on = ask(post("/c/" + mail.link(0) + "?target=https://evil.example"));
        assertThat(on.getHeader("Location")).isEqualTo("https://www.firm.example/guide");
    }

    @Test
    void a_host_that_is_no_longer_ones_own_is_led_to_no_more() throws Exception {
        // given
        jdbc.sql("update mail_token set target = 'https://evil.example/x' where mail_id in"
                        + " (select id from mail_outbox where lead_id = ?) and purpose = 'click'")
                .param(lead)
                .update();

        // then
        assertThat(ask(get("/c/" + mail.link(0))).getStatus()).isEqualTo(404);
        assertThat(ask(post("/c/" + mail.link(0))).getHeader("Location")).isNull();
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private double engagement() {
        return ((Number) sheet.gather(lead, 1).getOrDefault("engagement", -1)).doubleValue();
    }

    private List<String> marks() {
        return jdbc.sql("""
            select kind || ' ' || mark || ' ' || sum(times) from mail_event e
            where e.lead_id = ? group by kind, mark
            """).param(lead).query(String.class).list();
    }
}
