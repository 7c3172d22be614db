package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.JournalAssert.assertThatLog;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.ConsentView;
import org.leadrelay.lead.Consents;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.lead.StatementKind;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The link by which the receiver of a nurture mail gets no more of them, or fewer (RFC 8058). */
@ProductTest
class UnsubscribeTest {

    private static final String UNKNOWN = "a".repeat(26);

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    Consents consents;

    @Autowired
    Touches touches;

    @Autowired
    LeadCapture captures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private NurtureMailbox mailbox;

    @BeforeEach
    void aMailbox() {
        mailbox = new NurtureMailbox(beans);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void both_headers_arrive_and_each_is_one_line() throws Exception {
        // when
        NurtureMailbox.Received mail = mailbox.touched(mailbox.lead(), "awareness-1");

        // then
        List<String> lines = Collections.list(mail.mail().getAllHeaderLines()).stream()
                .filter(each -> each.startsWith("List-Unsubscribe"))
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines).allSatisfy(each -> assertThat(each).doesNotContain("\n", "\r"));
        assertThat(lines)
                .anySatisfy(each -> assertThat(each).matches("List-Unsubscribe: <http://[^/]+/u/[a-z2-7]{26}>"));
        assertThat(lines).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        assertThat(mail.header("Reply-To")).isEqualTo("marketing@firm.example");
        for (String type : List.of("text/plain", "text/html")) {
            assertThat(mail.part(type)).contains("/u/" + mail.unsubscribe()).doesNotContain("STOP");
        }
        assertThat(jdbc.sql("select count(*) from mail_token where encode(hash, 'escape') like ?")
                        .param("%" + mail.unsubscribe() + "%")
                        .query(Long.class)
                        .single())
                .as("the token itself is kept nowhere")
                .isZero();
    }

    @Test
    void one_click_is_the_persons_own_word_and_said_again_changes_nothing() throws Exception {
        // given
        UUID lead = mailbox.lead();
        String token = mailbox.touched(lead, "awareness-1").unsubscribe();

        // when
        MockHttpServletResponse answer = click(token);

        // then
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
        assertThat(consents.permitted(lead)).doesNotContain(Channel.MAIL);
        ConsentView said = consents.of(lead).get(0);
        assertThat(said.kind()).isEqualTo(StatementKind.OWN_WORD);
        assertThat(said.source()).isEqualTo("unsubscribe");
        assertThat(said.wording()).contains("awareness-1");
        assertThatLog(jdbc, lead).only(Kind.MAIL_EVENT);
        assertThatLog(jdbc, lead).only(Kind.CONSENT);

        // when
        clock.advance(Duration.ofMinutes(1));
        MockHttpServletResponse again = click(token);

        // then
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getContentAsString()).isEqualTo(answer.getContentAsString());
        assertThat(consents.of(lead)).hasSize(2);
        assertThatLog(jdbc, lead).only(Kind.CONSENT);

        // when
        touches.send(lead, "awareness", "mail", "awareness-2");

        // then
        assertThat(lastTouch(lead)).isEqualTo("skipped null noChannel");
    }

    @Test
    void a_mail_program_may_send_its_click_in_parts_and_whatever_else_with_it() throws Exception {
        // given
        UUID lead = mailbox.lead();
        String token = mailbox.touched(lead, "awareness-1").unsubscribe();

        // when
        MockHttpServletResponse answer = mvc.perform(multipart("/u/" + token + "?utm=x")
                        .param("List-Unsubscribe", "One-Click")
                        .param("more", "than", "known"))
                .andReturn()
                .getResponse();

        // then
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(consents.permitted(lead)).doesNotContain(Channel.MAIL);
    }

    @Test
    void fetching_the_page_a_hundred_times_changes_nothing() throws Exception {
        // given
        UUID lead = mailbox.lead();
        String token = mailbox.touched(lead, "awareness-1").unsubscribe();
        String before = everything();

        // when
        for (int i = 0; i < 50; i++) {
            assertThat(ask(get("/u/" + token)).getStatus()).isEqualTo(200);
            assertThat(ask(head("/u/" + token)).getStatus()).isEqualTo(200);
        }

        // then
        assertThat(consents.permitted(lead)).contains(Channel.MAIL);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_token_that_nobody_made_is_answered_as_any_other_and_changes_nothing() throws Exception {
        // given
        String token = mailbox.touched(mailbox.lead(), "awareness-1").unsubscribe();
        String before = everything();

        // then
        assertThat(ask(get("/u/" + UNKNOWN)).getContentAsString())
                .isEqualTo(ask(get("/u/" + token)).getContentAsString());
        MockHttpServletResponse unknown = click(UNKNOWN);
        assertThat(everything()).isEqualTo(before);
        MockHttpServletResponse known = click(token);
        assertThat(unknown.getStatus()).isEqualTo(200);
        assertThat(unknown.getContentAsString()).isEqualTo(known.getContentAsString());
        assertThat(unknown.getHeaderNames()).isEqualTo(known.getHeaderNames());
        assertThat(everything()).isNotEqualTo(before);
    }

    @Test
    void a_mail_service_that_posts_for_many_people_is_never_refused() throws Exception {
        // given: more than one address may fetch in a minute
        for (int i = 0; i < 650; i++) {
            assertThat(click(UNKNOWN).getStatus()).as("click %d", i).isEqualTo(200);
        }

        // then
        String token = mailbox.touched(mailbox.lead(), "awareness-1").unsubscribe();
        String before = everything();
        assertThat(click(token).getStatus()).isEqualTo(200);
        assertThat(everything()).isNotEqualTo(before);
    }

    @Test
    void the_objection_holds_for_an_address_whose_person_was_erased() throws Exception {
        // given
        String address = NurtureMailbox.address();
        UUID lead = mailbox.lead(address);
        String token = mailbox.touched(lead, "awareness-1").unsubscribe();
        erase(lead);

        // when
        assertThat(click(token).getStatus()).isEqualTo(200);

        // then
        UUID again = captures.capture(
                        new Capture(Map.of(Field.EMAIL, address, Field.NAME, "Grace"), List.of(), List.of(), null),
                        new Origin("tests", Origin.Kind.API, "Web", "tests", null))
                .leadId();
        assertThat(again).isNotEqualTo(lead);
        assertThat(consents.permitted(again)).doesNotContain(Channel.MAIL);
    }

    @Test
    void whoever_asks_for_less_gets_one_mail_in_thirty_days() throws Exception {
        // given
        UUID lead = mailbox.lead();
        String token = mailbox.touched(lead, "awareness-1").unsubscribe();

        // when
        choose(token, "lessOften");
        clock.advance(Duration.ofDays(7));
        touches.send(lead, "awareness", "mail", "awareness-2");

        // then
        assertThat(lastTouch(lead)).isEqualTo("skipped null lessOften");
        assertThat(consents.permitted(lead)).contains(Channel.MAIL);

        // when
        clock.advance(Duration.ofDays(24));
        touches.send(lead, "awareness", "mail", "awareness-3");

        // then
        assertThat(lastTouch(lead)).isEqualTo("sent MAIL null");
        assertThat(touches.sentOn(lead, "awareness", 1))
                .as("a skipped touch is a step of its track")
                .isEqualTo(3);
    }

    @Test
    void a_mail_that_waits_when_less_is_asked_for_does_not_leave() throws Exception {
        // given
        UUID lead = mailbox.lead();
        String token = mailbox.touched(lead, "awareness-1").unsubscribe();
        touches.send(lead, "awareness", "mail", "awareness-2");

        // when
        choose(token, "subject");

        // then
        assertThat(jdbc.sql("select count(*) from mail_outbox where lead_id = ? and state = 'waiting'")
                        .param(lead)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        mailbox.touched(mailbox.lead(), "awareness-1");
        assertThat(jdbc.sql("select reason from mail_outbox where lead_id = ? and state = 'dropped'")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("notThisSubject");
    }

    @Test
    void no_more_on_a_subject_leaves_the_other_subjects() throws Exception {
        // given
        UUID lead = mailbox.lead();
        String token = mailbox.touched(lead, "awareness-1").unsubscribe();

        // when
        choose(token, "subject");
        clock.advance(Duration.ofMinutes(1));
        touches.send(lead, "awareness", "mail", "awareness-2");

        // then
        assertThat(lastTouch(lead)).isEqualTo("skipped null notThisSubject");
        assertThatLog(jdbc, lead).only(Kind.MAIL_EVENT);

        // when
        clock.advance(Duration.ofMinutes(1));
        touches.send(lead, "evaluation", "mail", "evaluation-1");

        // then
        assertThat(lastTouch(lead)).isEqualTo("sent MAIL null");
    }

    @Test
    void the_page_speaks_german_and_lets_nothing_but_its_own_style_and_form_be_used() throws Exception {
        // when
        MockHttpServletResponse page = ask(get("/u/" + UNKNOWN).header("Accept-Language", "de"));

        // then
        assertThat(page.getContentAsString()).contains("<html lang=\"de\">", "Seltener", "Keine Mails mehr");
        assertThat(page.getContentAsString()).doesNotContain("<script", "{{");
        assertThat(page.getHeaders("Content-Security-Policy")).hasSize(1);
        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'sha256-", "form-action 'self'");
        assertThat(page.getHeader("X-Robots-Tag")).contains("noindex");
    }

    private MockHttpServletResponse click(String token) throws Exception {
        return ask(post("/u/" + token)
                .contentType("application/x-www-form-urlencoded")
                .content("List-Unsubscribe=One-Click"));
    }

    private void choose(String token, String choice) throws Exception {
        assertThat(ask(post("/u/" + token).param("choice", choice)).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    /** As whoever erases a person does. */
    private void erase(UUID lead) {
        jdbc.sql("update mail_token set lead_id = null where lead_id = ?")
                .param(lead)
                .update();
        jdbc.sql("delete from lead_consent where lead_id = ?").param(lead).update();
        jdbc.sql("update lead set email = null, name = null, journey_id = null where id = ?")
                .param(lead)
                .update();
        jdbc.sql("delete from lead_identity where lead_id = ?").param(lead).update();
    }

    private String everything() {
        return jdbc.sql("""
            select (select count(*) from lead_consent) || ' ' || (select count(*) from lead_objection) || ' '
                || (select count(*) from mail_event) || ' ' || (select count(*) from mail_wish) || ' '
                || (select count(*) from journey_log) || ' ' || (select count(*) from lead_signal)
            """).query(String.class).single();
    }

    private String lastTouch(UUID lead) {
        return jdbc.sql("select state, channel, reason from touch where lead_id = ? order by at desc limit 1")
                .param(lead)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }
}
