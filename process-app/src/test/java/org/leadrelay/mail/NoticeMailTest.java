package org.leadrelay.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.mail.MailServer.part;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Charter;
import org.leadrelay.lead.Journeys;
import org.leadrelay.notification.Channels;
import org.leadrelay.notification.LaterRungs;
import org.leadrelay.notification.MailPreference;
import org.leadrelay.notification.NoticeChoices.NoticeChoice;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.OutboxLetters;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a promise that runs out to the mailboxes of those whom the charter names. */
@ProductTest
class NoticeMailTest {

    private static int tests;

    @Autowired
    private OutboxTable table;

    @Autowired
    private OutboxResults results;

    @Autowired
    private OutboxDrain drain;

    @Autowired
    private OutboxLetters letters;

    @Autowired
    private MailComposer envelope;

    @Autowired
    private MailSettings settings;

    @Autowired
    private LaterRungs later;

    @Autowired
    private Channels channels;

    @Autowired
    private Promises promises;

    @Autowired
    private Charter charter;

    @Autowired
    private Journeys journeys;

    @Autowired
    private Mandates mandates;

    @Autowired
    private People people;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private PersonSettings choices;

    @Autowired
    private SettableClock clock;

    private final List<String> mine = new ArrayList<>();
    private MailServer server;
    private OutboxSender postman;
    private String rep;
    private String boss;
    private UUID lead;

    @BeforeEach
    void aRepAManagerALeadAndAMailServer() {
        tests++;
        jdbc.sql("delete from mail_outbox").update();
        jdbc.sql("delete from later_rung").update();
        server = MailServer.started();
        postman = postman(MailServer.senderTo(server.port()));
        rep = person("mail-rep", "en", Roles.SALES_REP);
        boss = person("mail-boss", "de", Roles.SALES_MANAGER);
        lead = new LeadRows(jdbc).reachable("grace@navy.example", "US");
        jdbc.sql("update lead set name = 'Grace <b>Hopper</b>', company = 'Navy & Co' where id = ?")
                .param(lead)
                .update();
        journeys.owner(lead, rep);
    }

    @AfterEach
    void leave() {
        cast.actingAsNobody();
        server.close();
        mandates.give(Mandate.HEAD_OF_SALES, null, Set.of(), null);
        mine.forEach(login -> people.deactivate(login, null));
        jdbc.sql("delete from mail_outbox").update();
        jdbc.sql("delete from later_rung").update();
    }

    @Test
    void a_broken_promise_reaches_the_managers_mailbox_in_plain_text_and_in_html() throws Exception {
        // given
        wantsNames(boss);
        breaks("makeContact");
        // when
        postman.sweep();
        // then
        MimeMessage mail = onlyMailTo(boss);
        assertThat(mail.getSubject()).isEqualTo("Überfällig: Kontakt aufnehmen, Grace <b>Hopper</b>, Navy & Co");
        assertThat(part(mail, "text/plain"))
                .contains(
                        "Guten Tag mail-boss,",
                        "Zugesagt: Kontakt aufnehmen",
                        "Fällig: Montag, 2. März 2026, 14:00 Uhr (Europe/Berlin)",
                        "Lead öffnen: http://localhost:",
                        "/lead/" + lead,
                        "/notices")
                .doesNotContain("grace@navy.example");
        assertThat(part(mail, "text/html"))
                .contains(
                        "<html lang=\"de\">", "Grace &lt;b&gt;Hopper&lt;/b&gt;, Navy &amp; Co", "/lead/" + lead + "\"")
                .doesNotContain("<b>Hopper", "grace@navy.example");
    }

    @Test
    void a_subject_names_no_lead_until_its_recipient_wants_it() throws Exception {
        // given
        breaks("makeContact");
        // when
        postman.sweep();
        // then
        assertThat(onlyMailTo(rep).getSubject()).isEqualTo("Overdue: Make contact, a lead");
        assertThat(onlyMailTo(boss).getSubject()).isEqualTo("Überfällig: Kontakt aufnehmen, ein Lead");
        assertThat(part(onlyMailTo(rep), "text/plain")).contains("Grace <b>Hopper</b>, Navy & Co");
    }

    private void wantsNames(String login) {
        cast.actingAs(login);
        choices.choose(new PersonSettings.PersonSetting(true, null, Duration.ZERO));
        cast.actingAsNobody();
    }

    @Test
    void eight_working_hours_later_it_reaches_the_head_of_sales_once() throws Exception {
        // given
        String head = person("mail-head", "en", Roles.AUDITOR);
        mandates.give(Mandate.HEAD_OF_SALES, head, Set.of(), null);
        Instant due = breaks("makeContact");
        // when
        clock.set(charter.calendar().add(due, Duration.ofHours(8)));
        later.sweep();
        postman.sweep();
        later.sweep();
        postman.sweep();
        // then
        MimeMessage mail = onlyMailTo(head);
        assertThat(mail.getSubject()).isEqualTo("Still overdue: Make contact, a lead");
        assertThat(part(mail, "text/plain")).contains("Late: 1 working day", "At it: nobody at present");
    }

    @Test
    void who_may_not_see_the_lead_any_more_does_not_learn_its_name() throws Exception {
        // given
        wantsNames(rep);
        breaks("makeContact");
        journeys.owner(lead, null);
        // when
        postman.sweep();
        // then
        assertThat(onlyMailTo(rep).getSubject()).isEqualTo("Overdue: Make contact, a lead");
        assertThat(part(onlyMailTo(rep), "text/html")).doesNotContain("Hopper");
    }

    @Test
    void a_server_that_was_down_gets_every_mail_once_from_several_postmen() throws Exception {
        // given
        int port = server.port();
        server.close();
        breaks("makeContact");
        postman.sweep();
        assertThat(waiting()).isEqualTo(2);
        // when
        server = MailServer.startedOn(port);
        clock.advance(Duration.ofMinutes(2));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> sweeps = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            sweeps.add(() -> postman(MailServer.senderTo(port)).sweep());
        }
        for (Future<Integer> sweep : nodes.invokeAll(sweeps)) {
            sweep.get();
        }
        nodes.shutdown();
        // then
        onlyMailTo(boss);
        onlyMailTo(rep);
        assertThat(waiting()).isZero();
    }

    @Test
    void whoever_dies_between_sending_and_noting_it_sends_the_same_message_id() throws Exception {
        // given
        breaks("makeContact");
        postman.sweep();
        jdbc.sql("update mail_outbox set state = 'waiting'").update();
        clock.advance(Duration.ofMinutes(2));
        // when
        postman.sweep();
        // then
        List<MimeMessage> twice = server.mailsTo(address(boss));
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).getMessageID()).isEqualTo(twice.get(1).getMessageID());
    }

    @Test
    void at_the_weekend_mail_waits_for_monday_and_the_bell_does_not() {
        // given
        clock.set(Instant.parse("2026-03-06T15:30:00Z"));
        Instant due = opened("makeContact");
        clock.set(Instant.parse("2026-03-07T10:00:00Z"));
        jdbc.sql("update promise set due_at = ? where lead_id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), lead)
                .update();
        assertThat(due).isAfter(clock.instant());
        inTransaction(() -> promises.overdue(lead, "makeContact"));
        // when
        int sent = postman.sweep();
        // then
        assertThat(sent).isZero();
        assertThat(bell(boss)).isEqualTo(1);
        assertThat(postman.nextDue(clock.instant())).contains(Instant.parse("2026-03-09T08:00:00Z"));
        // when
        clock.set(Instant.parse("2026-03-09T08:00:00Z"));
        // then
        assertThat(postman.sweep()).isEqualTo(2);
    }

    @Test
    void over_the_change_of_the_clocks_mail_waits_for_the_opening_by_the_wall() {
        // given Saturday before the clocks go forward: nine in Berlin is 07:00 UTC afterwards
        String always = person("mail-always", "en", Roles.SALES_MANAGER);
        chooses(always, true, List.of());
        clock.set(Instant.parse("2026-03-28T12:00:00Z"));
        opened("makeContact");
        jdbc.sql("update promise set due_at = ? where lead_id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), lead)
                .update();
        // when
        inTransaction(() -> promises.overdue(lead, "makeContact"));
        postman.sweep();
        // then
        assertThat(server.mails()).as("who chose so hears at once").hasSize(1);
        assertThat(server.mailsTo(address(always))).hasSize(1);
        assertThat(postman.nextDue(clock.instant())).contains(Instant.parse("2026-03-30T07:00:00Z"));
    }

    @Test
    void a_kind_that_was_switched_off_is_neither_mailed_nor_shown() {
        // given
        chooses(boss, false, List.of(new NoticeChoice(NoticeKind.OVERDUE, false, MailPreference.OFF)));
        chooses(rep, false, List.of(new NoticeChoice(NoticeKind.OVERDUE, false, MailPreference.NOW)));
        // when
        breaks("makeContact");
        postman.sweep();
        // then
        assertThat(server.mailsTo(address(boss))).isEmpty();
        assertThat(bell(boss)).isZero();
        assertThat(server.mailsTo(address(rep))).hasSize(1);
        assertThat(bell(rep)).isZero();
    }

    @Test
    void a_head_hears_of_an_escalation_even_after_switching_everything_off_before() {
        // given
        String head = person("mail-deaf", "en", Roles.AUDITOR);
        chooses(head, false, List.of(new NoticeChoice(NoticeKind.ESCALATION, false, MailPreference.OFF)));
        mandates.give(Mandate.HEAD_OF_SALES, head, Set.of(), null);
        Instant due = breaks("makeContact");
        // when
        clock.set(charter.calendar().add(due, Duration.ofHours(8)));
        later.sweep();
        // then
        assertThat(bell(head)).isEqualTo(1);
    }

    @Test
    void a_digest_comes_once_when_the_next_working_day_begins() throws Exception {
        // given
        chooses(boss, false, List.of(new NoticeChoice(NoticeKind.OVERDUE, true, MailPreference.DIGEST)));
        breaks("makeContact");
        breaks("placeLead");
        // when
        postman.sweep();
        // then
        assertThat(server.mailsTo(address(boss))).isEmpty();
        // when
        clock.set(charter.calendar().nextOpening(clock.instant().plus(Duration.ofHours(15))));
        postman.sweep();
        postman.sweep();
        // then
        MimeMessage mail = onlyMailTo(boss);
        assertThat(mail.getSubject()).startsWith("2 Hinweise, der erste: Überfällig: ");
        assertThat(part(mail, "text/plain")).contains("Kontakt aufnehmen", "Lead zuteilen");
    }

    @Test
    void what_comes_after_a_digest_has_left_is_mailed_alone() {
        // given
        chooses(boss, false, List.of(new NoticeChoice(NoticeKind.OVERDUE, true, MailPreference.DIGEST)));
        breaks("makeContact");
        jdbc.sql("update mail_outbox set state = 'sent' where key like 'digest:%'")
                .update();
        // when
        inTransaction(() -> {
            promises.due(lead, "placeLead", "low", "Activity_Z", null);
            return true;
        });
        jdbc.sql("update promise set due_at = ? where clause = 'placeLead' and lead_id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), lead)
                .update();
        inTransaction(() -> promises.overdue(lead, "placeLead"));
        postman.sweep();
        // then
        assertThat(server.mailsTo(address(boss))).hasSize(1);
    }

    @Test
    void a_reminder_of_what_was_done_before_the_mail_could_leave_is_not_sent() {
        // given
        opened("makeContact");
        inTransaction(() -> {
            promises.reminded(lead, "makeContact");
            promises.completed(lead, "makeContact", null);
            return true;
        });
        // when
        postman.sweep();
        // then
        assertThat(server.mails()).isEmpty();
        assertThat(jdbc.sql("select reason from mail_outbox where state = 'dropped'")
                        .query(String.class)
                        .list())
                .containsExactly("settled");
    }

    @Test
    void a_weeks_old_notice_is_no_news_any_more() {
        // given
        breaks("makeContact");
        clock.advance(Duration.ofDays(8));
        // when
        postman.sweep();
        // then
        assertThat(server.mails()).isEmpty();
        assertThat(waiting()).isZero();
    }

    /** Opens the promise and goes to the moment at which it breaks. */
    private Instant breaks(String clause) {
        Instant due = opened(clause);
        clock.set(due);
        inTransaction(() -> promises.overdue(lead, clause));
        return due;
    }

    private Instant opened(String clause) {
        return inTransaction(() -> promises.due(lead, clause, "normal", "Activity_X", null));
    }

    private void chooses(String login, boolean outsideHours, List<NoticeChoice> kinds) {
        cast.actingAs(login);
        channels.choose(outsideHours, kinds);
        cast.actingAsNobody();
    }

    private MimeMessage onlyMailTo(String login) {
        List<MimeMessage> mails = server.mailsTo(address(login));
        assertThat(mails).as(login).hasSize(1);
        return mails.get(0);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from mail_outbox where state = 'waiting'")
                .query(Long.class)
                .single();
    }

    private long bell(String login) {
        cast.actingAs(login);
        try {
            return new TransactionTemplate(transactions)
                    .execute(status -> jdbc.sql("select count(*) from notice" + " where recipient = ? and shown")
                            .param(login)
                            .query(Long.class)
                            .single());
        } finally {
            cast.actingAsNobody();
        }
    }

    private OutboxSender postman(StaticListableBeanFactory beans) {
        return new OutboxSender(
                table, results, drain, letters, envelope, beans.getBeanProvider(JavaMailSender.class), settings, clock);
    }

    private String person(String name, String locale, String role) {
        String login = name + "-" + tests;
        people.create(login, new PersonChange(name, address(login), locale, Set.of(role)), Cast.PASSWORD);
        mine.add(login);
        return login;
    }

    private static String address(String login) {
        return login + "@relay.example";
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }
}
