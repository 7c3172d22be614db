package org.leadrelay.board.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.Letter;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.mail.Outbox;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.notification.OutboxLetters;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Sweep;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Connections;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.MarketingAnswers;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters about boards: when they go into the outbox, and what they say when they leave. */
@ProductTest
@OwnDatabase
class BoardLettersTest {

    /** Monday, 2 March 2026, 09:00 UTC. */
    private static final Instant NOW = SettableClock.MONDAY_MORNING;

    /** At seven in Berlin. */
    private static final Instant NEXT_MONDAY = Instant.parse("2026-03-09T06:00:00Z");

    @Autowired
    BoardSubscriptions subscriptions;

    @Autowired
    BoardSubscriptionTable table;

    @Autowired
    MarketingAnswers marketing;

    @Autowired
    Outbox outbox;

    @Autowired
    @Qualifier("lapFactSweep")
    Sweep projection;

    @Autowired
    BeanFactory beans;

    @Autowired
    DataSource connections;

    @Autowired
    OutboxLetters letters;

    @Autowired
    CurrentPerson current;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transactions;

    private LapRows laps;

    /** As on a node that has just started. */
    private BoardLetterJob job;

    @BeforeEach
    void marketers() {
        jdbc.sql("delete from board_subscription").update();
        jdbc.sql("delete from mail_outbox").update();
        jdbc.sql("delete from lap_fact").update();
        jdbc.sql("delete from task_done").update();
        projection.sweep();
        job = new BoardLetterJob(table, subscriptions, marketing, outbox, transactions, clock);
        laps = new LapRows(jdbc);
        marketer("mara", "en");
        marketer("milan", "de");
        cast.person("rita-the-rep", Roles.SALES_REP);
    }

    @AfterEach
    void nobody() {
        cast.actingAsNobody();
    }

    private void marketer(String login, String language) {
        cast.person(login, Roles.MARKETING);
        current.as(
                Actor.SYSTEM,
                () -> people.update(
                        login, new PersonChange(login, login + "@us.example", language, Set.of(Roles.MARKETING))));
    }

    @Test
    void whoever_qualified_a_lead_gets_the_letter_on_the_next_monday_and_not_before() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));

        // when
        job.sweep();

        // then
        assertThat(mails()).isEmpty();

        // and when
        clock.set(NEXT_MONDAY.minusSeconds(1));
        job.sweep();

        // then
        assertThat(mails()).isEmpty();
        assertThat(job.nextDue(clock.instant())).contains(NEXT_MONDAY);

        // and when
        clock.set(NEXT_MONDAY);
        job.sweep();
        job.sweep();

        // then
        assertThat(mails()).extracting(Mail::login).containsExactly("mara");
    }

    @Test
    void two_nodes_send_a_letter_once() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        qualified("milan", lead("Grace Hopper"), NOW.minus(Duration.ofDays(2)));
        job.sweep();
        clock.set(NEXT_MONDAY);

        // when
        List<Integer> sent = atOnce(4, number -> job.sweep());

        // then
        assertThat(sent.stream().mapToInt(each -> each).sum()).isEqualTo(2);
        assertThat(mails()).extracting(Mail::login).containsExactlyInAnyOrder("mara", "milan");
    }

    @Test
    void mondays_that_were_missed_are_made_up_for_by_one_letter_that_says_so() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        job.sweep();

        // when
        clock.set(NEXT_MONDAY.plus(Duration.ofDays(9)));
        job.sweep();

        // then
        assertThat(mails()).hasSize(1);
        assertThat(text(mails().get(0)))
                .contains("This letter was due on Monday, 16 March 2026 and comes late.")
                .as("on a line of its own")
                .doesNotContain(", This letter");
        assertThat(job.nextDue(clock.instant())).contains(NEXT_MONDAY.plus(Duration.ofDays(14)));
    }

    @Test
    void it_says_what_became_of_ones_own_leads_and_of_all() {
        // given
        Instant friday = NOW.plus(Duration.ofDays(4));
        UUID rejected = lead("Ada Byron");
        UUID silent = lead("Grace Hopper");
        UUID others = lead("Mary Somerville");
        List.of(rejected, silent).forEach(each -> qualified("mara", each, NOW.minus(Duration.ofDays(1))));
        laps.of(rejected, "Webinar", friday)
                .rep("rita-the-rep")
                .rejected("tooEarly")
                .learned("timeline")
                .add();
        laps.of(silent, "Webinar", NOW)
                .rep("rita-the-rep")
                .accepted()
                .silent(NEXT_MONDAY)
                .add();
        laps.of(others, "Fair", friday).rep("rita-the-rep").add();
        laps.of(lead("Long ago"), "Fair", NOW.minus(Duration.ofDays(40))).add();

        // when
        String letter = monday("mara");

        // then
        LocalDate monday = LocalDate.ofInstant(NEXT_MONDAY, ZoneOffset.UTC);
        assertThat(letter)
                .contains("Marketing and sales together: 3 handed over", "Of those, yours: 2")
                .contains("Rejected: Ada Byron", "Reason: Too early, still gathering information", "/lead/" + rejected)
                .contains("No word for ten working days: Grace Hopper", "/lead/" + silent)
                .contains("/boards/mail?end=")
                .contains("/boards/became?from=" + monday.minusWeeks(4) + "&to=" + monday.minusDays(1))
                .doesNotContain("Mary Somerville", "Long ago", "rita-the-rep");
    }

    @Test
    void it_is_written_in_the_readers_language() {
        // given
        UUID lead = lead("Ada Byron");
        qualified("milan", lead, NOW.minus(Duration.ofDays(1)));
        laps.of(lead, "Webinar", NOW).rejected("tooEarly").add();

        // then
        assertThat(monday("milan")).contains("Abgelehnt: Ada Byron", "Zu früh, informiert sich noch");
    }

    @Test
    void whose_permission_is_gone_gets_nothing_and_the_log_says_so() {
        // given
        cast.actingAs("mara");
        subscriptions.subscribe("reasons", "source=Webinar", Rhythm.WEEKLY);
        cast.actingAsNobody();
        clock.set(NEXT_MONDAY);
        job.sweep();

        int before = withheld("mara");

        // when
        cast.person("mara", Roles.SALES_REP);
        AddressedLetter letter = write(mails().get(0));

        // then
        assertThat(letter.letter()).isNull();
        assertThat(letter.reason()).isEqualTo("noPermission");
        assertThat(withheld("mara")).isEqualTo(before + 1);
    }

    @Test
    void whoever_may_read_no_boards_is_given_no_letter_and_the_log_is_not_filled_with_lines_of_it() {
        // given
        cast.person("otto-of-operations", Roles.SALES_REP);
        qualified("otto-of-operations", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        qualified("mara", lead("Grace Hopper"), NOW.minus(Duration.ofDays(2)));
        job.sweep();
        cast.actingAs("otto-of-operations");
        assertThat(subscriptions.mine()).isEmpty();
        cast.actingAs("mara");
        assertThat(subscriptions.mine()).hasSize(1);
        cast.actingAsNobody();

        int before = withheld("mara");

        // when
        cast.person("mara", Roles.SALES_REP);
        clock.set(NEXT_MONDAY);

        // then
        assertThat(job.sweep()).isZero();
        assertThat(mails()).isEmpty();
        assertThat(withheld("mara")).isEqualTo(before);
        assertThat(job.nextDue(clock.instant())).contains(NEXT_MONDAY.plus(Duration.ofDays(7)));

        // and when
        cast.person("mara", Roles.MARKETING);
        clock.set(NEXT_MONDAY.plus(Duration.ofDays(7)));

        // then
        assertThat(job.sweep()).as("the permission came back").isEqualTo(1);
    }

    @Test
    void who_qualified_a_lead_for_the_first_time_is_asked_once_an_hour() {
        // given
        job.sweep();
        qualified("mara", lead("Ada Byron"), NOW);
        cast.actingAs("mara");

        // when
        clock.advance(Duration.ofMinutes(59));
        job.sweep();

        // then
        assertThat(subscriptions.mine()).isEmpty();

        // and when
        clock.advance(Duration.ofMinutes(1));
        job.sweep();

        // then
        assertThat(subscriptions.mine()).hasSize(1);
    }

    @Test
    void a_letter_waits_while_the_boards_are_counted_anew() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        job.sweep();
        clock.set(NEXT_MONDAY);
        job.sweep();

        // when
        jdbc.sql("update lap_fact_basis set complete = false").update();
        AddressedLetter letter = write(mails().get(0));

        // then
        assertThat(letter.later()).isTrue();
        assertThat(letter.reason()).isEqualTo("boardsBehind");

        // and when
        projection.sweep();

        // then
        assertThat(text(mails().get(0))).contains("What became of it");
    }

    @Test
    void a_letter_and_the_line_that_one_was_withheld_take_one_connection() throws Exception {
        // given
        for (String login : List.of("mara", "milan")) {
            qualified(login, lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        }
        job.sweep();
        clock.set(NEXT_MONDAY);
        job.sweep();
        cast.person("milan", Roles.SALES_REP);

        // when
        try (MailServer server = MailServer.started()) {
            int sent = Connections.left(connections, 1, () -> MailPost.send(beans, server));

            // then
            assertThat(sent).isEqualTo(1);
            assertThat(server.mailsTo("mara@us.example")).hasSize(1);
        }
        assertThat(withheld("milan")).isEqualTo(1);
    }

    @Test
    void a_board_comes_with_its_filter_and_its_numbers_and_no_names_of_reps() {
        // given
        for (int i = 0; i < 40; i++) {
            LapRows.Lap lap =
                    laps.of(lead("Lead " + i), i < 30 ? "Webinar" : "Fair", NOW).rep("rita-the-rep");
            (i < 12 ? lap.rejected("noBudget") : lap.accepted()).add();
        }
        cast.actingAs("mara");
        subscriptions.subscribe("reasons", "source=Webinar", Rhythm.WEEKLY);
        cast.actingAsNobody();
        clock.set(NEXT_MONDAY);
        job.sweep();

        // when
        String text = text(mails().get(0));

        // then
        assertThat(text)
                .contains("12 of 30")
                .contains("No budget in sight")
                .contains("/boards/reasons?source=Webinar")
                .doesNotContain("rita-the-rep");
    }

    @Test
    void the_same_board_twice_is_one_mail_and_an_ended_one_does_not_leave() {
        // given
        cast.actingAs("mara");
        subscriptions.subscribe("funnel", "", Rhythm.WEEKLY);
        subscriptions.subscribe("funnel", "", Rhythm.WEEKLY);
        assertThat(subscriptions.mine()).hasSize(1);
        UUID id = subscriptions.mine().get(0).id();
        clock.set(NEXT_MONDAY);
        job.sweep();

        // when
        subscriptions.end(id);

        // then
        assertThat(subscriptions.mine()).isEmpty();
        assertThat(write(mails().get(0)).reason()).isEqualTo("ended");
        assertThatThrownBy(() -> subscriptions.end(id)).isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_ended_the_monday_letter_gets_none_until_they_ask_for_it_again() {
        // given
        qualified("mara", lead("Ada Byron"), NOW.minus(Duration.ofDays(2)));
        job.sweep();
        cast.actingAs("mara");
        subscriptions.end(subscriptions.mine().get(0).id());

        // when
        clock.set(NEXT_MONDAY);
        job.sweep();

        // then
        assertThat(mails()).isEmpty();

        // and when
        subscriptions.subscribeToWhatBecameOfIt();
        clock.set(NEXT_MONDAY.plus(Duration.ofDays(7)));
        job.sweep();

        // then
        assertThat(mails()).hasSize(1);
    }

    @Test
    void nobody_ends_anothers_mail_or_subscribes_without_an_address_or_the_permission() {
        // given
        cast.actingAs("mara");
        subscriptions.subscribe("funnel", "", Rhythm.MONTHLY);
        UUID id = subscriptions.mine().get(0).id();
        cast.person("nora", Roles.MARKETING);

        // then
        cast.actingAs("nora");
        assertThatThrownBy(() -> subscriptions.end(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> subscriptions.subscribe("funnel", "", Rhythm.WEEKLY))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Ask an administrator");
        cast.actingAs("rita-the-rep");
        assertThatThrownBy(() -> subscriptions.subscribe("funnel", "", Rhythm.WEEKLY))
                .isInstanceOf(Forbidden.class);
    }

    private String monday(String login) {
        job.sweep();
        clock.set(NEXT_MONDAY);
        job.sweep();
        return text(mails().stream()
                .filter(each -> login.equals(each.login()))
                .findFirst()
                .orElseThrow());
    }

    private String text(Mail mail) {
        Letter letter = write(mail).letter();
        assertThat(letter).isNotNull();
        return letter.subject() + "\n" + letter.text();
    }

    private AddressedLetter write(Mail mail) {
        return letters.write(mail);
    }

    private int withheld(String from) {
        return jdbc.sql("select count(*) from journey_log where kind = 'board-mail-withheld' and subject = ?")
                .param(from)
                .query(Integer.class)
                .single();
    }

    private List<Mail> mails() {
        return jdbc.sql("select id, key, lead_id, login, tool, template, tries, created_at, created_at as since from"
                        + " mail_outbox order by created_at")
                .query(Mail.class)
                .list();
    }

    private UUID lead(String name) {
        UUID lead = new LeadRows(jdbc).lead();
        jdbc.sql("update lead set name = ? where id = ?").params(name, lead).update();
        return lead;
    }

    private void qualified(String by, UUID lead, Instant at) {
        jdbc.sql("insert into task_done values (?, ?, 'Activity_QualifyLead', 'Qualify lead', 'marketing', ?, ?)")
                .params(UUID.randomUUID().toString(), lead, by, at.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
