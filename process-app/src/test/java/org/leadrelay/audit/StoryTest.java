package org.leadrelay.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.audit.TimelineLine.Typed;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Sql;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.Desk;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** What the story of a lead tells of the answers and texts that people gave. */
@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class StoryTest {

    private static final Entry.Place CONTACT =
            new Entry.Place("lead-follow-up", 1, "Activity_MakeContact", "Make contact", null);

    @Autowired
    TaskCommands work;

    @Autowired
    ChainVerification chains;

    @Autowired
    Timeline timeline;

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private UUID lead;

    @BeforeEach
    void aLead() {
        database.empty();
        for (String[] person : new String[][] {{"ada", "sales-rep"}, {"mary", "marketing"}, {"watcher", "auditor"}}) {
            cast.person(person[0], person[1]);
        }
        lead = desk.lead();
    }

    @Test
    void an_answer_tells_its_reason_in_words_and_what_was_typed_with_it() {
        // given
        String task = handOff();

        // when
        cast.actingAs("ada");
        work.complete(
                task,
                Map.of(
                        "outcome", "reject",
                        "rejectionReason", "other",
                        "otherReason", "She moved to Mars.",
                        "note", "Called twice."));
        cast.actingAsNobody();

        // then
        TimelineLine english = only("task-completed", Locale.ENGLISH);
        assertThat(english.sentence())
                .isEqualTo("ada completed \"Do what sales-rep does\": reject, reason: Another reason, in words");
        assertThat(english.typed())
                .containsExactly(
                        new Typed("otherReason", "Reason in words", "She moved to Mars."),
                        new Typed("note", "Note", "Called twice."));
        TimelineLine german = only("task-completed", Locale.GERMAN);
        assertThat(german.sentence()).contains("abgelehnt, Grund: Ein anderer Grund, in Worten");
        assertThat(german.typed()).extracting(Typed::label).containsExactly("Grund in Worten", "Notiz");
    }

    @Test
    void each_comment_and_each_question_stands_beside_its_own_line() {
        // given
        String task = handOff();

        // when
        cast.actingAs("ada");
        work.comment(task, "First thought.");
        work.comment(task, "Second thought.");
        work.ask(task, "Which budget?");
        cast.actingAsNobody();

        // then
        assertThat(story(Locale.ENGLISH))
                .filteredOn(line -> !line.typed().isEmpty())
                .extracting(TimelineLine::kind, line -> line.typed().get(0).text())
                .containsExactly(
                        tuple("comment", "First thought."),
                        tuple("comment", "Second thought."),
                        tuple("question", "Which budget?"));
    }

    @Test
    void a_comment_whose_line_does_not_name_it_is_found_by_its_moment() {
        // given
        String task = handOff();
        cast.actingAs("ada");
        transactions.executeWithoutResult(status -> log.add(lead, Kind.COMMENT, Map.of("task", task)));
        cast.actingAsNobody();
        jdbc.sql("""
            insert into task_comment (id, task_id, lead_id, step, person, words, written_at)
            values (gen_random_uuid(), :task, :lead, 'x', 'ada', 'Before.', :now),
                (gen_random_uuid(), :task, :lead, 'x', 'ada', 'Much later.', :later)
            """)
                .param("task", task)
                .param("lead", lead)
                .param("now", Sql.time(clock.instant()))
                .param("later", Sql.time(clock.instant().plus(Duration.ofHours(1))))
                .update();

        // then
        assertThat(only("comment", Locale.ENGLISH).typed()).containsExactly(new Typed("comment", "Comment", "Before."));
    }

    @Test
    void what_is_erased_where_it_is_kept_is_gone_from_the_story_and_no_seal_breaks() {
        // given
        String task = handOff();
        cast.actingAs("ada");
        work.complete(task, Map.of("outcome", "accept", "note", "She is at home on Fridays."));
        cast.actingAsNobody();
        assertThat(jdbc.sql("select count(*) from journey_log where details like '%Fridays%'")
                        .query(Long.class)
                        .single())
                .isZero();

        // when
        jdbc.sql("delete from task_note where lead_id = ?").param(lead).update();

        // then
        assertThat(only("task-completed", Locale.ENGLISH).typed()).isEmpty();
        assertThat(chains.verify(lead).intact()).isTrue();
    }

    @Test
    void why_a_lead_was_withdrawn_and_reopened_is_told() {
        // given
        UUID journey = jdbc.sql(
                        "update journey set end_reason = 'They went out of business.', reason = 'They are back.'"
                                + " where lead_id = ? returning id")
                .param(lead)
                .query(UUID.class)
                .single();

        // when
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.WITHDRAWN, Map.of("journey", journey.toString()));
            log.add(lead, Kind.REOPENED, Map.of("journey", journey.toString()));
        });

        // then
        assertThat(only("withdrawn", Locale.ENGLISH).typed())
                .containsExactly(new Typed("reason", "Reason in words", "They went out of business."));
        assertThat(only("reopened", Locale.ENGLISH).typed())
                .containsExactly(new Typed("reason", "Reason in words", "They are back."));
    }

    @Test
    void what_was_written_about_a_broken_promise_is_told() {
        // given
        UUID promise = UUID.randomUUID();
        jdbc.sql("insert into promise_words (promise_id, words, person, written_at) values (?, 'No train.',"
                        + " 'ada', now())")
                .param(promise)
                .update();

        // when
        transactions.executeWithoutResult(status -> log.add(
                lead,
                Kind.PROMISE_REASON,
                Map.of("promise", promise.toString(), "clause", "answerHandOff", "reason", "other")));

        // then
        assertThat(only("promise-reason", Locale.ENGLISH).typed())
                .extracting(Typed::text)
                .containsExactly("No train.");
    }

    @Test
    void attempts_are_counted_afresh_in_each_follow_up() {
        // when
        followUp();
        contact("notReached", "call");
        contact("notReached", "mail");
        followUp();
        contact("reached", "call");

        // then
        assertThat(story(Locale.ENGLISH))
                .filteredOn(line -> line.kind().equals("task-completed"))
                .extracting(TimelineLine::sentence)
                .containsExactly(
                        "system completed \"Make contact\": not reached, attempt 1; by call",
                        "system completed \"Make contact\": not reached, attempt 2; by e-mail",
                        "system completed \"Make contact\": reached, attempt 1; by call");
    }

    @Test
    void a_deal_is_told_with_its_currency_as_the_reader_writes_amounts() {
        // when
        transactions.executeWithoutResult(status -> {
            log.add(new Entry(
                    lead,
                    Kind.TASK_COMPLETED,
                    CONTACT,
                    Map.of("outcome", "won", "dealValue", 12_000, "currency", "CHF")));
            // from before the currency was kept: the charter's
            log.add(new Entry(lead, Kind.TASK_COMPLETED, CONTACT, Map.of("outcome", "won", "dealValue", 7_500)));
        });

        // then
        assertThat(story(Locale.ENGLISH))
                .extracting(TimelineLine::sentence)
                .containsExactly(
                        "system completed \"Make contact\": won, a deal of 12,000 CHF",
                        "system completed \"Make contact\": won, a deal of 7,500 EUR");
        assertThat(story(Locale.GERMAN).get(0).sentence()).endsWith("gewonnen, ein Abschluss über 12.000 CHF");
    }

    @Test
    void an_auditor_reads_it_over_rest_in_their_language() throws Exception {
        // given
        String task = handOff();
        cast.actingAs("ada");
        work.complete(task, Map.of("outcome", "accept", "note", "A good one."));
        cast.actingAsNobody();

        // then
        http.perform(get("/api/leads/{id}/journey", lead)
                        .with(httpBasic("watcher", Cast.PASSWORD))
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "de"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.kind=='task-completed')].typed[0].field")
                        .value("note"))
                .andExpect(jsonPath("$.items[?(@.kind=='task-completed')].typed[0].label")
                        .value("Notiz"))
                .andExpect(jsonPath("$.items[?(@.kind=='task-completed')].typed[0].text")
                        .value("A good one."));
    }

    private String handOff() {
        return desk.task(lead, "Activity_AnswerHandOff", "sales-rep", "ada", "high", Duration.ofHours(2));
    }

    private void followUp() {
        transactions.executeWithoutResult(status -> log.add(new Entry(
                lead,
                Kind.STARTED,
                new Entry.Place("lead-follow-up", 1, "Event_FollowUpStarted", "Lead accepted", null),
                Map.of())));
    }

    private void contact(String outcome, String channel) {
        transactions.executeWithoutResult(status ->
                log.add(new Entry(lead, Kind.TASK_COMPLETED, CONTACT, Map.of("outcome", outcome, "channel", channel))));
    }

    private List<TimelineLine> story(Locale locale) {
        return timeline.page(lead, false, 0, 100, locale).items();
    }

    private TimelineLine only(String kind, Locale locale) {
        List<TimelineLine> lines =
                story(locale).stream().filter(line -> line.kind().equals(kind)).toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
