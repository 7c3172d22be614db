package org.leadrelay.board.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.Letter;
import org.leadrelay.mail.Outbox;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.notification.OutboxLetters;
import org.leadrelay.platform.Sweep;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LapRows;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.MarketingAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters about boards to two marketers, over laps that stand in the projection. */
@ProductTest
@OwnDatabase
abstract class BoardLetterTest {

    /** Monday, 2 March 2026, 09:00 UTC. */
    static final Instant NOW = SettableClock.MONDAY_MORNING;

    /** At seven in Berlin. */
    static final Instant NEXT_MONDAY = Instant.parse("2026-03-09T06:00:00Z");

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

    LapRows laps;

    /** As on a node that has just started. */
    BoardLetterJob job;

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

    void marketer(String login, String language) {
        cast.person(login, Roles.MARKETING);
        current.as(
                Actor.SYSTEM,
                () -> people.update(
                        login, new PersonChange(login, login + "@us.example", language, Set.of(Roles.MARKETING))));
    }

    String monday(String login) {
        job.sweep();
        clock.set(NEXT_MONDAY);
        job.sweep();
        return text(mails().stream()
                .filter(each -> login.equals(each.login()))
                .findFirst()
                .orElseThrow());
    }

    String text(Mail mail) {
        Letter letter = write(mail).letter();
        assertThat(letter).isNotNull();
        return letter.subject() + "\n" + letter.text();
    }

    AddressedLetter write(Mail mail) {
        return letters.write(mail);
    }

    int withheld(String from) {
        return jdbc.sql("select count(*) from journey_log where kind = 'board-mail-withheld' and subject"
                        + " = (select ref::text from person_ref where login = ?)")
                .param(from)
                .query(Integer.class)
                .single();
    }

    List<Mail> mails() {
        return jdbc.sql("select id, key, lead_id, login, tool, template, tries, created_at, created_at as since from"
                        + " mail_outbox order by created_at")
                .query(Mail.class)
                .list();
    }

    UUID lead(String name) {
        UUID lead = new LeadRows(jdbc).lead();
        jdbc.sql("update lead set name = ? where id = ?").params(name, lead).update();
        return lead;
    }

    void qualified(String by, UUID lead, Instant at) {
        jdbc.sql("insert into task_done values (?, ?, 'Activity_QualifyLead', 'Qualify lead', 'marketing', ?, ?)")
                .params(UUID.randomUUID().toString(), lead, by, at.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
