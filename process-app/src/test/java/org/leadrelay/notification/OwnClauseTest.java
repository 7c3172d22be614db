package org.leadrelay.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.Parties;
import org.leadrelay.mail.Letter;
import org.leadrelay.platform.Words;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A clause that a process owner added is called by its own words in mail and log, in both languages. */
@ProductTest
@Import(Parties.class)
class OwnClauseTest {

    private static final String CLAUSE = "welcomeBuyer";

    @Autowired
    Cast cast;

    @Autowired
    Parties parties;

    @Autowired
    CharterWords words;

    @Autowired
    Promises promises;

    @Autowired
    Timeline timeline;

    @Autowired
    NoticeLetters letters;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private static int tests;

    private String english;
    private String german;
    private UUID lead;

    @BeforeEach
    void aLeadAndTwoWhoHearOfBrokenPromises() {
        parties.arrive();
        lead = new LeadRows(jdbc).reachable("grace@welcome.example", "US");
        tests++;
        english = hearer("en");
        german = hearer("de");
    }

    @AfterEach
    void backToTheFirstCharter() {
        cast.actingAsNobody();
        people.deactivate(english, null);
        people.deactivate(german, null);
        database.firstCharter();
    }

    @Test
    void it_speaks_in_mail_and_log_in_the_readers_language() {
        // given
        parties.agree(OwnClauseTest::withOwnClause, null, false);
        // when
        breaks();
        // then
        assertThat(subject(english)).startsWith("Overdue: Welcome the buyer, ");
        assertThat(subject(german)).startsWith("Überfällig: Käufer begrüßen, ");
        assertThat(log(Locale.ENGLISH))
                .anyMatch(each -> each.startsWith("Promised \"Welcome the buyer\", due "))
                .contains("Broke the promise \"Welcome the buyer\"");
        assertThat(log(Locale.GERMAN)).contains("Zusage „Käufer begrüßen“ gebrochen");
    }

    @Test
    void an_old_promise_is_called_as_the_charter_calls_its_clause_today() {
        // given
        parties.agree(OwnClauseTest::withOwnClause, null, false);
        breaks();
        // when
        clock.advance(Duration.ofMinutes(1));
        parties.agree(
                said -> said.rewriting()
                        .clause(clause(new Words("Greet the buyer", "Käufer grüßen")))
                        .text(),
                null,
                false);
        // then
        assertThat(log(Locale.ENGLISH)).contains("Broke the promise \"Greet the buyer\"");
    }

    @Test
    void a_clause_that_is_promised_no_more_keeps_its_last_words() {
        // given
        parties.agree(OwnClauseTest::withOwnClause, null, false);
        clock.advance(Duration.ofMinutes(1));
        // when
        parties.agree(said -> said.rewriting().withoutClause(CLAUSE).text(), null, false);
        // then
        assertThat(words.clause(CLAUSE, Locale.GERMAN)).isEqualTo("Käufer begrüßen");
        assertThat(words.clause("neverPromised", Locale.GERMAN)).isEqualTo("neverPromised");
    }

    @Test
    void a_draft_binds_no_words_yet() {
        // when
        CharterVersion draft = parties.draft(OwnClauseTest::withOwnClause);
        // then
        assertThat(words.clause(CLAUSE, Locale.ENGLISH)).isEqualTo(CLAUSE);
        assertThat(words.clause(draft.provisions(), CLAUSE)).isEqualTo("Welcome the buyer");
    }

    private static CharterContent withOwnClause(CharterContent said) {
        return said.rewriting()
                .clause(clause(new Words("Welcome the buyer", "Käufer begrüßen")))
                .text();
    }

    private static Clause clause(Words words) {
        WorkAmount work = WorkAmount.of(Duration.ofHours(1));
        return new Clause(CLAUSE, words, Roles.MARKETING, "Activity_QualifyLead", work, work, work, null);
    }

    private void breaks() {
        clock.set(inTransaction(() -> promises.due(lead, CLAUSE, "normal", "Activity_QualifyLead", null)));
        inTransaction(() -> promises.overdue(lead, CLAUSE));
    }

    private String subject(String login) {
        String key = jdbc.sql("select mail_key from notice where recipient = ? and lead_id = ?")
                .params(login, lead)
                .query(String.class)
                .single();
        Letter letter = letters.to(people.find(login).orElseThrow(), key).letter();
        return Objects.requireNonNull(letter).subject();
    }

    private List<String> log(Locale locale) {
        return timeline.page(lead, false, 0, 100, locale).items().stream()
                .map(TimelineLine::sentence)
                .toList();
    }

    private String hearer(String locale) {
        String login = "welcome-" + locale + "-" + tests;
        people.create(
                login,
                new PersonChange(login, login + "@relay.example", locale, Set.of(Roles.SALES_MANAGER)),
                Cast.PASSWORD);
        return login;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
