package org.leadrelay.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.JournalAssert.assertThatLog;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Consents;
import org.leadrelay.platform.Sweep;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What comes back of mails, through a mailbox over IMAP and over REST: three different ends. */
@ProductTest
class BouncesTest {

    private static final String MAILBOX = "bounces@firm.example";

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    MailStandings standings;

    @Autowired
    MailReports reports;

    @Autowired
    Consents consents;

    @Autowired
    Touches touches;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
    private NurtureMailbox mailbox;
    private GreenMailUser bounces;
    private BounceMailbox reader;

    @BeforeEach
    void mailboxes() {
        mailbox = new NurtureMailbox(beans);
        server.start();
        bounces = server.setUser(MAILBOX, "reader", "secret");
        reader = reader(server.getImap().getPort(), false);
    }

    private BounceMailbox reader(int port, boolean automatic) {
        NurtureSettings.Bounces settings = new NurtureSettings.Bounces(
                MAILBOX, "127.0.0.1", port, "reader", "secret", "INBOX", false, Duration.ofMinutes(1));
        return new BounceMailbox(
                new NurtureSettings(null, Map.of(), List.of(), Duration.ofDays(400), 600, settings),
                reports,
                clock,
                automatic);
    }

    @AfterEach
    void stop() {
        server.stop();
        mailbox.close();
    }

    @Test
    void a_failure_for_good_is_a_fact_of_the_address_and_no_objection() throws Exception {
        // given
        UUID lead = mailbox.lead();
        cast.person("bounce-mara", Roles.MARKETING);
        NurtureMailbox.Received mail = mailbox.touched(lead, "awareness-1");

        // when
        arrives(notification(mail.bounce(), "failed", "5.1.1"));

        // then
        assertThat(read()).isEqualTo(1);
        assertThat(standings.of(lead).undeliverable().status()).isEqualTo("5.1.1");
        assertThat(consents.permitted(lead)).contains(Channel.MAIL);
        assertThatLog(jdbc, lead).only(Kind.MAIL_EVENT);
        assertThat(told(lead)).isEqualTo(1);

        // when
        touches.send(lead, "awareness", "mail", "awareness-2");

        // then
        assertThat(lastTouch(lead)).isEqualTo("skipped null addressUndeliverable");
    }

    @Test
    void where_calls_are_permitted_the_journey_goes_on_by_them() throws Exception {
        // given
        UUID lead = mailbox.lead();
        jdbc.sql("update lead set phone = '+4930901820' where id = ?")
                .param(lead)
                .update();
        jdbc.sql("""
            insert into lead_consent (id, lead_id, channel, given, purpose, basis, source, at, recorded_at)
            values (gen_random_uuid(), ?, 'CALL', true, 'marketing', 'consent', 'test', now(), now())
            """).param(lead).update();
        NurtureMailbox.Received mail = mailbox.touched(lead, "awareness-1");
        arrives(notification(mail.bounce(), "failed", "5.1.10"));
        read();

        // when
        touches.send(lead, "awareness", "mail", "awareness-2");

        // then
        assertThat(lastTouch(lead)).isEqualTo("recorded CALL addressUndeliverable");
    }

    @Test
    void a_corrected_address_starts_afresh() throws Exception {
        // given
        UUID lead = mailbox.lead();
        arrives(notification(mailbox.touched(lead, "awareness-1").bounce(), "failed", "5.1.1"));
        read();

        // when
        jdbc.sql("update lead set email = ? where id = ?")
                .params(NurtureMailbox.address(), lead)
                .update();
        touches.send(lead, "awareness", "mail", "awareness-2");

        // then
        assertThat(standings.of(lead).undeliverable()).isNull();
        assertThat(lastTouch(lead)).isEqualTo("sent MAIL null");
    }

    @Test
    void a_full_mailbox_ends_it_with_the_third_mail_in_thirty_days_and_a_replay_is_none() throws Exception {
        // given
        UUID lead = mailbox.lead();
        NurtureMailbox.Received first = mailbox.touched(lead, "awareness-1");
        for (int i = 0; i < 5; i++) {
            arrives(notification(first.bounce(), "failed", "4.2.2"));
        }
        read();
        assertThat(standings.of(lead).undeliverable())
                .as("one mail, five times")
                .isNull();
        clock.advance(Duration.ofDays(31));
        bounceSoftly(lead);
        clock.advance(Duration.ofDays(14));
        bounceSoftly(lead);
        assertThat(standings.of(lead).undeliverable())
                .as("the first is more than 30 days ago")
                .isNull();

        // when
        clock.advance(Duration.ofDays(14));
        bounceSoftly(lead);

        // then
        assertThat(standings.of(lead).undeliverable().mails()).isEqualTo(3);
        assertThat(consents.permitted(lead)).contains(Channel.MAIL);
    }

    @Test
    void a_mail_that_is_only_late_ends_nothing() throws Exception {
        // given
        UUID lead = mailbox.lead();
        for (int i = 0; i < 4; i++) {
            arrives(notification(mailbox.touched(lead, "awareness-1").bounce(), "delayed", "4.4.1"));
            arrives(notification(mailbox.touched(lead, "awareness-1").bounce(), "delivered", "2.0.0"));
        }

        // when
        read();

        // then
        assertThat(standings.of(lead).undeliverable()).isNull();
    }

    @Test
    void a_complaint_is_an_objection_and_the_address_is_fine() throws Exception {
        // given
        UUID lead = mailbox.lead();
        NurtureMailbox.Received mail = mailbox.touched(lead, "awareness-1");

        // when
        arrives(complaint(mail.bounce()));

        // then
        assertThat(read()).isEqualTo(1);
        assertThat(consents.permitted(lead)).doesNotContain(Channel.MAIL);
        assertThat(consents.of(lead).get(0).source()).isEqualTo("complaint");
        assertThat(standings.of(lead).undeliverable()).isNull();
        assertThatLog(jdbc, lead).only(Kind.MAIL_EVENT);
    }

    @Test
    void forged_malformed_and_huge_mails_change_nothing_and_lie_flagged_in_the_mailbox() throws Exception {
        // given
        UUID lead = mailbox.lead();
        NurtureMailbox.Received mail = mailbox.touched(lead, "awareness-1");
        String before = everything();
        List<String> attacks = new ArrayList<>();
        attacks.add(notification("a".repeat(26), "failed", "5.1.1"));
        attacks.add(notification(mail.unsubscribe(), "failed", "5.1.1"));
        attacks.add(notification("../" + mail.bounce(), "failed", "5.1.1").replace("+../", "+x"));
        attacks.add(complaint("b".repeat(26)));
        attacks.add("To: bounces+" + mail.bounce() + "@firm.example\r\nSubject: out of office\r\n\r\n5.1.1 failed\r\n");
        attacks.add(notification(mail.bounce(), "failed", "hello"));
        attacks.add(notification(mail.bounce(), "'; drop table lead; --", "5.1.1"));
        attacks.add("To: bounces+" + mail.bounce()
                + "@firm.example\r\nContent-Type: multipart/report; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: mess");
        attacks.add("To: bounces+" + mail.bounce()
                + "@firm.example\r\nContent-Type: multipart/report\r\n\r\nno boundary at all\r\n");
        attacks.add("\r\n\r\n");
        attacks.add(nested(mail.bounce(), 200));
        attacks.add(notification(mail.bounce(), "failed", "5.1.1") + "x".repeat(1024 * 1024 + 1));
        attacks.forEach(this::arrives);

        // when
        int taken = read();

        // then
        assertThat(taken).isZero();
        assertThat(everything()).isEqualTo(before);
        assertThat(flagged()).isEqualTo(attacks.size());

        // when
        arrives(notification(mail.bounce(), "failed", "5.1.1"));
        clock.advance(Duration.ofMinutes(2));

        // then
        assertThat(reader.read()).as("what is real is read all the same").isEqualTo(1);
    }

    @Test
    void nothing_is_read_without_a_mailbox_and_a_dead_one_harms_nothing() {
        // given
        BounceMailbox off = beans.getBean(BounceMailbox.class);
        server.stop();

        // then
        assertThat(off.read()).isZero();
        assertThat(reader.read()).isZero();
    }

    @Test
    void a_mail_service_reports_over_rest() throws Exception {
        // given
        UUID lead = mailbox.lead();
        NurtureMailbox.Received mail = mailbox.touched(lead, "awareness-1");

        // then
        assertThat(report(
                        "{\"kind\": \"bounce\", \"status\": \"4.2.2\", \"token\": \"%s\"}".formatted(mail.bounce()),
                        200))
                .contains("\"counted\"");
        assertThat(report(
                        "{\"kind\": \"bounce\", \"status\": \"5.1.1\", \"messageId\": \"%s\"}"
                                .formatted(mail.header("Message-ID")),
                        200))
                .contains("\"undeliverable\"");
        assertThat(report(
                        "{\"kind\": \"bounce\", \"status\": \"5.1.1\", \"messageId\": \"%s\"}"
                                .formatted(mail.header("Message-ID")),
                        200))
                .contains("\"known\"");
        assertThat(report("{\"kind\": \"complaint\", \"token\": \"%s\"}".formatted(mail.bounce()), 200))
                .contains("\"objected\"");
        report("{\"kind\": \"complaint\", \"token\": \"%s\"}".formatted("a".repeat(26)), 404);
        report("{\"kind\": \"complaint\", \"messageId\": \"<x@elsewhere>\"}", 404);
        for (String wrong : List.of(
                "{\"kind\": \"complaint\"}",
                "{\"kind\": \"complaint\", \"token\": \"a\", \"messageId\": \"b\"}",
                "{\"kind\": \"complaint\", \"token\": 7}",
                "{\"kind\": \"complaint\", \"token\": \"a\", \"lead\": \"b\"}",
                "{\"kind\": \"opened\", \"token\": \"a\"}",
                "{\"kind\": \"bounce\", \"token\": \"a\"}",
                "{\"kind\": \"bounce\", \"status\": \"2.0.0\", \"token\": \"a\"}",
                "{\"kind\": \"bounce\", \"status\": \"5.1.1 gone\", \"token\": \"a\"}",
                "[]")) {
            report(wrong, 422);
        }
    }

    @Test
    void whoever_knows_better_has_the_address_tried_again() throws Exception {
        // given
        UUID lead = mailbox.lead();
        arrives(notification(mailbox.touched(lead, "awareness-1").bounce(), "failed", "5.7.1"));
        read();
        cast.person("bounce-mara", Roles.MARKETING);

        // when
        MockHttpServletResponse shown = mvc.perform(
                        get("/api/leads/" + lead + "/mail").with(httpBasic("bounce-mara", Cast.PASSWORD)))
                .andReturn()
                .getResponse();
        MockHttpServletResponse again = mvc.perform(delete("/api/leads/" + lead + "/mail/undeliverable")
                        .with(httpBasic("bounce-mara", Cast.PASSWORD)))
                .andReturn()
                .getResponse();

        // then
        assertThat(shown.getContentAsString()).contains("\"status\":\"5.7.1\"");
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(standings.of(lead).undeliverable()).isNull();
    }

    private void bounceSoftly(UUID lead) throws Exception {
        arrives(notification(mailbox.touched(lead, "awareness-1").bounce(), "failed", "4.2.2"));
        read();
    }

    private String report(String body, int status) throws Exception {
        MockHttpServletResponse answer = mvc.perform(post("/api/mail/events")
                        .contentType("application/json")
                        .content(body)
                        .with(httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(body).isEqualTo(status);
        return answer.getContentAsString();
    }

    @Test
    void a_mail_server_that_says_nothing_is_waited_for_on_a_thread_of_its_own() throws Exception {
        // given
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(20_000);
            BounceMailbox waiting = reader(silent.getLocalPort(), true);

            // when
            waiting.start();
            try (Socket asked = silent.accept()) {
                // then
                assertThat(asked.isConnected()).isTrue();
                assertThat(waiting.isRunning()).isTrue();
                assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .contains("bounces");
            }
            assertThat(beans.getBeanProvider(Sweep.class).stream())
                    .as("what waits in a sweep holds up all others")
                    .noneMatch(BounceMailbox.class::isInstance);
            waiting.stop();
            assertThat(waiting.isRunning()).isFalse();
        }
    }

    private int read() {
        clock.advance(Duration.ofMinutes(1));
        return reader.read();
    }

    private void arrives(String mail) {
        try {
            bounces.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private int flagged() throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), "reader", "secret");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            int flagged = 0;
            for (Message each : inbox.getMessages()) {
                flagged += each.isSet(Flags.Flag.FLAGGED) && each.isSet(Flags.Flag.SEEN) ? 1 : 0;
            }
            return flagged;
        }
    }

    private static String notification(String token, String action, String status) {
        return """
            From: MAILER-DAEMON@mx.navy.example
            To: bounces+%s@firm.example
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

            --edge
            Content-Type: text/plain; charset=us-ascii

            I could not deliver your mail.

            --edge
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.navy.example
            Arrival-Date: Mon, 5 Jan 2026 09:00:00 +0000

            Final-Recipient: rfc822; somebody@navy.example
            Action: %s
            Status: %s
            Diagnostic-Code: smtp; 550 no such user

            --edge
            Content-Type: text/rfc822-headers

            Return-Path: <other+%s@firm.example>
            Subject: What we do

            --edge--
            """.formatted(token, action, status, "c".repeat(26)).replace("\n", "\r\n");
    }

    private static String complaint(String token) {
        return """
            From: feedback@isp.example
            To: abuse@firm.example
            Subject: FW: What we do
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="edge"

            --edge
            Content-Type: text/plain

            This is an abuse report.

            --edge
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: SomeGenerator/1.0
            Version: 1
            Original-Mail-From: <bounces+%s@firm.example>

            --edge
            Content-Type: message/rfc822

            From: lead-relay@firm.example
            Subject: What we do

            Hello

            --edge--
            """.formatted(token).replace("\n", "\r\n");
    }

    private static String nested(String token, int depth) {
        StringBuilder mail = new StringBuilder(
                "To: bounces+" + token + "@firm.example\r\nContent-Type: multipart/report; boundary=\"b0\"\r\n\r\n");
        for (int i = 0; i < depth; i++) {
            mail.append("--b")
                    .append(i)
                    .append("\r\nContent-Type: multipart/mixed; boundary=\"b")
                    .append(i + 1)
                    .append("\"\r\n\r\n");
        }
        return mail + "--b" + depth
                + "\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n";
    }

    private long told(UUID lead) {
        return jdbc.sql("select count(distinct key) from notice where lead_id = ? and kind = 'undeliverable'")
                .param(lead)
                .query(Long.class)
                .single();
    }

    private String everything() {
        return jdbc.sql("""
            select (select count(*) from lead_consent) || ' ' || (select count(*) from lead_objection) || ' '
                || (select count(*) from mail_event) || ' ' || (select count(*) from mail_undeliverable) || ' '
                || (select count(*) from journey_log)
            """).query(String.class).single();
    }

    private String lastTouch(UUID lead) {
        return jdbc.sql("select state, channel, reason from touch where lead_id = ? order by number desc, at desc"
                        + " limit 1")
                .param(lead)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }
}
