package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Actor;
import org.leadrelay.access.ApiKeys;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.KeyScope;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Consents;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What a marketing tool reports of the touches that it was handed, by the one way in. */
@ProductTest
class ToolReportsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    ApiKeys keys;

    @Autowired
    CurrentPerson person;

    @Autowired
    Touches touches;

    @Autowired
    Consents consents;

    @Autowired
    MailStandings standings;

    @Autowired
    FactSheet sheet;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final ToolServer tool = ToolServer.started();
    private UUID lead;
    private String touch;

    @BeforeEach
    void a_touch_that_the_tool_took() {
        try (NurtureMailbox mailbox = new NurtureMailbox(beans)) {
            lead = mailbox.lead();
        }
        touches.send(lead, "awareness", "external", "mailer/welcome");
        ToolPost.node(beans, tool).run();
        touch = tool.calls().get(0).id();
    }

    @AfterEach
    void close() {
        tool.close();
    }

    @Test
    void a_bounce_is_a_fact_of_the_address_as_that_of_a_mail_is() throws Exception {
        // when
        assertThat(said("{'kind': 'bounce', 'status': '5.1.1', 'touch': '%s'}")).contains("undeliverable");

        // then
        assertThat(standings.of(lead).undeliverable()).isNotNull();
        assertThat(consents.permitted(lead)).contains(Channel.MAIL);
        touches.send(lead, "awareness", "external", "mailer/welcome");
        assertThat(jdbc.sql("select state || ' ' || reason from touch where lead_id = ? order by number desc limit 1")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("skipped addressUndeliverable");
    }

    @Test
    void a_complaint_and_an_unsubscribe_are_the_persons_own_word() throws Exception {
        assertThat(said("{'kind': 'unsubscribe', 'touch': '%s'}")).contains("objected");
        assertThat(said("{'kind': 'unsubscribe', 'touch': '%s'}")).contains("known");
        assertThat(consents.permitted(lead)).doesNotContain(Channel.MAIL);
        assertThat(jdbc.sql("select source from lead_consent where lead_id = ? and not given")
                        .param(lead)
                        .query(String.class)
                        .list())
                .containsExactly("unsubscribe");
    }

    @Test
    void a_click_within_a_minute_is_a_machines_whatever_the_tool_says() throws Exception {
        // when
        assertThat(said("{'kind': 'click', 'confirmed': true, 'touch': '%s'}")).contains("marked");

        // then
        assertThat(sheet.gather(lead, 1).get("engagement")).isEqualTo(0.0);

        // when
        clock.advance(Duration.ofMinutes(2));

        // then
        assertThat(said("{'kind': 'click', 'confirmed': true, 'touch': '%s'}")).contains("signal");
        assertThat(sheet.gather(lead, 1).get("engagement")).isEqualTo(3.0);
    }

    @Test
    void twenty_clicks_of_which_nobody_knows_who_made_them_leave_maturity_as_it_was() throws Exception {
        // given
        clock.advance(Duration.ofHours(2));

        // when
        for (int i = 0; i < 20; i++) {
            said("{'kind': 'click', 'touch': '%s'}");
        }

        // then
        assertThat(sheet.gather(lead, 1).get("engagement")).isEqualTo(0.0);
        assertThat(jdbc.sql("select mark || ' ' || times from mail_event where lead_id = ? and kind = 'clicked'")
                        .param(lead)
                        .query(String.class)
                        .list())
                .containsExactly("unconfirmed 20");
    }

    @Test
    void a_key_that_reports_clicks_needs_the_scope_of_signals() throws Exception {
        String key = key(Set.of(KeyScope.CONSENTS));
        assertThat(report(key, "{'kind': 'click', 'confirmed': true, 'touch': '%s'}")
                        .getStatus())
                .isEqualTo(403);
        assertThat(report(key, "{'kind': 'delivered', 'touch': '%s'}").getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'delivered', 'touch': '0b5a3f6c-6a0e-3d8f-9c2d-2f0a4f2f7b11'} | 404 | no mail of ours",
                "{'kind': 'delivered', 'touch': 'none'} | 404 | no mail of ours",
                "{'kind': 'delivered', 'touch': 7} | 422 | no text",
                "{'kind': 'delivered'} | 422 | only one of them",
                "{'kind': 'delivered', 'touch': '%s', 'messageId': 'x'} | 422 | only one of them",
                "{'kind': 'delivered', 'touch': '%s', 'confirmed': true} | 422 | of a click only",
                "{'kind': 'click', 'touch': '%s', 'confirmed': 'yes'} | 422 | of a click only",
                "{'kind': 'opened', 'touch': '%s'} | 422 | no such kind",
                "{'kind': 'bounce', 'touch': '%s'} | 422 | RFC 3463",
                "{'kind': 'click', 'touch': '%s', 'url': 'https://evil.example'} | 422 | not known here"
            })
    void what_is_wrong_is_said(String body, int status, String words) throws Exception {
        MockHttpServletResponse answer = report(key(Set.of(KeyScope.CONSENTS, KeyScope.SIGNALS)), body);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString().toLowerCase(Locale.ROOT)).contains(words.toLowerCase(Locale.ROOT));
    }

    private String said(String body) throws Exception {
        MockHttpServletResponse answer = report(key(Set.of(KeyScope.CONSENTS, KeyScope.SIGNALS)), body);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String key(Set<KeyScope> scopes) {
        return person.as(
                Actor.SYSTEM,
                () -> keys.create("tool-" + UUID.randomUUID(), "mailer", null, scopes)
                        .secret());
    }

    private MockHttpServletResponse report(String key, String body) throws Exception {
        return mvc.perform(post("/api/mail/events")
                        .header("X-API-Key", key)
                        .contentType("application/json")
                        .content(body.replace("%s", touch).replace('\'', '"')))
                .andReturn()
                .getResponse();
    }
}
