package org.leadrelay.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.AtOnce.atOnce;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.CharterTerms;
import org.leadrelay.charter.Option;
import org.leadrelay.journal.Kind;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.WaitingStatements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The clock stands at Monday, 10:00 in Berlin. */
@ProductTest
class PromisesTest {

    private static final String CLAUSE = "answerHandOff";
    private static final String TASK = "Activity_AnswerHandOff";

    @Autowired
    Promises promises;

    @Autowired
    PausedPromises waits;

    @Autowired
    PromiseRepository repository;

    @Autowired
    Charter charter;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private final UUID lead = UUID.randomUUID();

    @Test
    void reading_a_deadline_opens_the_promise_once() {
        // when
        Instant due = in(() -> promises.due(lead, CLAUSE, "normal", TASK, null));
        clock.advance(Duration.ofMinutes(30));
        Instant again = in(() -> promises.due(lead, CLAUSE, "high", TASK, null));

        // then
        assertThat(due).isEqualTo(Instant.parse("2026-03-02T11:00:00Z")).isEqualTo(again);
        assertThat(ledger()).hasSize(1);
        assertThat(only().arithmetic()).isEqualTo("opened Mon 10:00, 2 h Monday: due Mon 12:00");
        assertThat(only().state()).isEqualTo("open");
        assertThatLog(jdbc, lead).kinds().containsExactly(Kind.PROMISE_OPENED);
    }

    @Test
    void the_durations_follow_the_priority() {
        assertThat(in(() -> promises.due(lead, "qualifyLead", "high", "x", null)))
                .isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
        assertThat(in(() -> promises.due(lead, "makeContact", "low", "x", null)))
                .isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(in(() -> promises.due(lead, "giveVerdict", null, "x", null)))
                .isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
    }

    @Test
    void the_reminder_comes_after_its_share_of_the_time_and_some_clauses_have_none() {
        assertThat(in(() -> promises.remind(lead, CLAUSE, "normal", TASK, null)))
                .isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(in(() -> promises.remind(lead, "assignRep", "normal", "x", null)))
                .isNull();
    }

    @Test
    void a_clause_that_nobody_agreed_on_is_refused() {
        assertThat(promises.isClause("answerHandOff")).isTrue();
        assertThat(promises.isClause("climbMountain")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(() -> promises.due(lead, "climbMountain", "normal", "x", null)))
                .withMessageContaining("climbMountain");
    }

    @Test
    void completed_in_time_is_kept() {
        // given
        open();

        // when
        clock.advance(Duration.ofMinutes(119));
        run(() -> promises.completed(lead, CLAUSE, null));

        // then
        assertThat(only().state()).isEqualTo("kept");
        assertThat(only().ended()).isEqualTo(clock.instant());
        assertThatLog(jdbc, lead).kinds().containsExactly(Kind.PROMISE_OPENED, Kind.PROMISE_KEPT);
    }

    @Test
    void completed_at_the_due_instant_is_broken_and_knows_how_late() {
        // given
        open();

        // when
        clock.advance(Duration.ofMinutes(120 + 25));
        run(() -> promises.completed(lead, CLAUSE, null));

        // then
        assertThat(only().state()).isEqualTo("broken");
        assertThat(only().late()).isEqualTo(Duration.ofMinutes(25));
    }

    @Test
    void a_deadline_that_fires_too_early_breaks_nothing() {
        // given
        open();
        clock.advance(Duration.ofMinutes(60));

        // then
        assertThat(in(() -> promises.overdue(lead, CLAUSE))).isFalse();
        assertThat(only().state()).isEqualTo("open");
    }

    @Test
    void a_missed_promise_breaks_once_and_a_late_completion_is_noted_on_it() {
        // given
        open();
        clock.advance(Duration.ofHours(2));

        // when
        assertThat(in(() -> promises.overdue(lead, CLAUSE))).isTrue();
        assertThat(in(() -> promises.overdue(lead, CLAUSE))).isTrue();
        Instant due = in(() -> promises.due(lead, CLAUSE, "normal", TASK, null));
        clock.advance(Duration.ofHours(1));
        run(() -> promises.completed(lead, CLAUSE, null));

        // then
        assertThat(due).isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
        assertThat(ledger()).hasSize(1);
        assertThat(only().state()).isEqualTo("broken");
        assertThat(only().late()).isEqualTo(Duration.ofHours(1));
        assertThatLog(jdbc, lead)
                .kinds()
                .containsExactly(Kind.PROMISE_OPENED, Kind.PROMISE_BROKEN, Kind.PROMISE_BROKEN);
    }

    @Test
    void a_promise_taken_away_is_void_before_its_due_instant_and_broken_after_it() {
        // given
        open();
        UUID other = UUID.randomUUID();
        in(() -> promises.due(other, CLAUSE, "low", TASK, null));

        // when
        run(() -> promises.cancelled(lead, CLAUSE, null));
        clock.advance(Duration.ofHours(5));
        run(() -> promises.cancelled(other, CLAUSE, null));

        // then
        assertThat(only().state()).isEqualTo("void");
        assertThat(promises.of(other, Locale.ENGLISH).get(0).state()).isEqualTo("broken");
        assertThat(promises.of(other, Locale.ENGLISH).get(0).late()).isNull();
    }

    @Test
    void a_promise_refuses_what_its_state_does_not_allow_and_names_the_state() {
        // given
        open();
        run(() -> {
            PromiseEntity promise = repository.lock(lead, CLAUSE).orElseThrow();
            promise.pause(clock.instant());

            // then
            assertThatIllegalStateException()
                    .isThrownBy(() -> promise.pause(clock.instant()))
                    .withMessageContaining(CLAUSE)
                    .withMessageContaining("open")
                    .withMessageContaining("cannot be paused");

            // when
            promises.completed(lead, CLAUSE, null);

            // then
            assertThatIllegalStateException()
                    .isThrownBy(() -> promise.pause(clock.instant()))
                    .withMessageContaining("kept");
            assertThatIllegalStateException().isThrownBy(() -> promise.endBroken(clock.instant(), Duration.ZERO, null));
        });
        assertThat(only().state()).isEqualTo("kept");
        assertThat(only().paused()).isNull();
    }

    @Test
    void what_a_transaction_changes_in_an_entity_and_by_statements_is_seen_by_both() {
        // given
        open();
        run(() -> {
            PromiseEntity promise = repository.lock(lead, CLAUSE).orElseThrow();
            promise.pause(clock.instant());
            clock.advance(Duration.ofDays(30));

            // when
            boolean overdue = promises.overdue(lead, CLAUSE);
            promises.cancelled(lead, CLAUSE, null);

            // then
            assertThat(overdue).isFalse();
            assertThat(promise.isPaused()).isFalse();
            assertThat(promise.isRunning()).isFalse();
        });
        assertThat(only().state()).isEqualTo("void");
    }

    @Test
    void two_that_find_it_overdue_at_once_break_it_once() throws Exception {
        // given
        open();
        clock.advance(Duration.ofHours(3));

        // when
        List<Boolean> overdue = atOnce(4, number -> in(() -> promises.overdue(lead, CLAUSE)));

        // then
        assertThat(overdue).containsOnly(true);
        assertThatLog(jdbc, lead).kinds().containsExactly(Kind.PROMISE_OPENED, Kind.PROMISE_BROKEN);
    }

    @Test
    void a_deadline_that_waited_until_the_promise_was_moved_sees_its_new_due_instant() {
        // given
        open();
        clock.advance(Duration.ofHours(3));

        // when
        CompletableFuture<Boolean> overdue = in(() -> {
            jdbc.sql("update promise set due_at = due_at + interval '1 day' where lead_id = ?")
                    .param(lead)
                    .update();
            CompletableFuture<Boolean> asked =
                    CompletableFuture.supplyAsync(() -> in(() -> promises.overdue(lead, CLAUSE)));
            WaitingStatements.await(jdbc, "with running as%");
            return asked;
        });

        // then
        assertThat(overdue.join()).isFalse();
        assertThat(only().state()).isEqualTo("open");
    }

    @Test
    void a_step_that_is_taken_away_tells_of_its_promise_what_nobody_knew() {
        // when: in time
        open();
        run(() -> promises.cancelled(lead, CLAUSE, "ann"));

        // and: late, which nobody had noted
        clock.advance(Duration.ofMinutes(1));
        open();
        clock.advance(Duration.ofHours(9));
        run(() -> promises.cancelled(lead, CLAUSE, "ann"));

        // and: late, and noted
        open();
        clock.advance(Duration.ofDays(2));
        run(() -> promises.overdue(lead, CLAUSE));
        run(() -> promises.cancelled(lead, CLAUSE, "ann"));

        // then
        assertThatLog(jdbc, lead)
                .kinds()
                .containsExactly(
                        Kind.PROMISE_OPENED,
                        Kind.PROMISE_VOID,
                        Kind.PROMISE_OPENED,
                        Kind.PROMISE_BROKEN,
                        Kind.PROMISE_OPENED,
                        Kind.PROMISE_BROKEN,
                        Kind.PROMISE_ENDED);
        assertThatLog(jdbc, lead)
                .only(Kind.PROMISE_VOID, Kind.PROMISE_ENDED)
                .details()
                .allSatisfy(details -> assertThat(details).contains("\"holder\":\"ann\"", "\"ended\":"));
        assertThat(ledger()).extracting(PromiseRow::state).containsExactly("void", "broken", "broken");
        assertThat(ledger()).allSatisfy(row -> assertThat(row.late()).isNull());
    }

    @Test
    void one_that_ends_makes_room_for_the_next_in_the_same_transaction() {
        // given
        open();

        // when
        clock.advance(Duration.ofHours(1));
        Instant due = in(() -> {
            promises.completed(lead, CLAUSE, null);
            return promises.due(lead, CLAUSE, "normal", TASK, null);
        });

        // then
        assertThat(due).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(ledger()).extracting(PromiseRow::state).containsExactly("kept", "open");
    }

    @Test
    void after_it_ended_the_next_lap_opens_another() {
        // given
        open();
        run(() -> promises.completed(lead, CLAUSE, null));

        // when
        clock.advance(Duration.ofHours(3));
        open();

        // then
        assertThat(ledger()).extracting(PromiseRow::state).containsExactly("kept", "open");
    }

    @Test
    void a_question_pauses_the_promise_and_the_answer_gives_back_the_time_that_was_left() {
        // given
        open();
        clock.advance(Duration.ofMinutes(75));

        // when
        run(() -> waits.paused(lead));
        Instant paused = in(() -> promises.due(lead, CLAUSE, "normal", TASK, null));
        in(() -> promises.due(lead, "answerQuestion", "normal", "Activity_AnswerQuestion", null));
        clock.advance(Duration.ofHours(5));
        boolean overdue = in(() -> promises.overdue(lead, CLAUSE));
        Map<String, Instant> resumed = in(() -> waits.resumed(lead));

        // then
        assertThat(paused).isEqualTo(Promises.NEVER);
        assertThat(overdue).isFalse();
        assertThat(resumed).containsExactly(Map.entry(CLAUSE, Instant.parse("2026-03-02T16:00:00Z")));
        assertThat(in(() -> promises.due(lead, CLAUSE, "normal", TASK, null))).isEqualTo(resumed.get(CLAUSE));
        assertThat(only().arithmetic())
                .isEqualTo("opened Mon 10:00, 2 h Monday: due Mon 12:00;"
                        + " paused Mon 11:15 with 45 min left, resumed Mon 16:15: due Mon 17:00");
        assertThatLog(jdbc, lead)
                .kinds()
                .containsExactly(Kind.PROMISE_OPENED, Kind.PROMISE_PAUSED, Kind.PROMISE_OPENED, Kind.PROMISE_RESUMED);
    }

    @Test
    void the_reminder_of_a_paused_promise_moves_with_it_unless_it_was_given() {
        // given
        open();
        clock.advance(Duration.ofMinutes(15));
        run(() -> waits.paused(lead));
        assertThat(in(() -> promises.remind(lead, CLAUSE, "normal", TASK, null)))
                .isNull();
        clock.advance(Duration.ofMinutes(60));

        // when
        run(() -> waits.resumed(lead));

        // then
        assertThat(in(() -> promises.remind(lead, CLAUSE, "normal", TASK, null)))
                .isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void completing_while_paused_keeps_the_promise() {
        // given
        open();
        run(() -> waits.paused(lead));

        // when
        clock.advance(Duration.ofDays(3));
        run(() -> promises.completed(lead, CLAUSE, null));

        // then
        assertThat(only().state()).isEqualTo("kept");
    }

    @Test
    void the_first_reminder_is_noted() {
        // given
        open();
        clock.advance(Duration.ofHours(1));

        // when
        run(() -> promises.reminded(lead, CLAUSE));
        run(() -> promises.reminded(lead, CLAUSE));

        // then
        assertThat(only().reminded()).isEqualTo(clock.instant());
        assertThatLog(jdbc, lead).kinds().containsExactly(Kind.PROMISE_OPENED, Kind.PROMISE_REMINDED);
    }

    @Test
    void two_nodes_that_open_at_once_open_one() {
        // when
        List<Instant> dues = atOnce(2, node -> in(() -> promises.due(lead, CLAUSE, "normal", TASK, null)));

        // then
        assertThat(Set.copyOf(dues)).hasSize(1);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void what_rolls_back_was_never_promised() {
        // when
        transactions.executeWithoutResult(status -> {
            promises.due(lead, CLAUSE, "normal", TASK, null);
            status.setRollbackOnly();
        });

        // then
        assertThat(ledger()).isEmpty();
        assertThatLog(jdbc, lead).hasLines(0);
        open();
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void a_promise_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> promises.due(lead, CLAUSE, "normal", TASK, null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nothing_running_is_nothing_to_end() {
        run(() -> promises.completed(lead, CLAUSE, null));
        run(() -> promises.cancelled(lead, CLAUSE, null));
        run(() -> promises.reminded(lead, CLAUSE));

        assertThat(in(() -> promises.overdue(lead, CLAUSE))).isFalse();
        assertThat(in(() -> waits.resumed(lead))).isEmpty();
        assertThatLog(jdbc, lead).hasLines(0);
    }

    @Test
    void the_first_charter_knows_every_clause_and_list_of_the_models() {
        CharterTerms terms = charter.current();

        assertThat(terms.clauses().keySet())
                .containsExactlyInAnyOrder(
                        "qualifyLead",
                        "completeLead",
                        "assignRep",
                        "answerQuestion",
                        "answerHandOff",
                        "makeContact",
                        "decideOutcome",
                        "reviewRejection",
                        "giveVerdict",
                        "placeLead");
        assertThat(terms.clauses().get("answerHandOff").who()).isEqualTo("sales-rep");
        assertThat(terms.clauses().get("answerHandOff").element()).isEqualTo(TASK);
        assertThat(terms.calendarId()).isEqualTo("default");
        assertThat(terms.capacity()).isEqualTo(60);
        assertThat(terms.tries()).isEqualTo(3);
        assertThat(terms.maximumLaps()).isEqualTo(3);
        assertThat(terms.attempts()).isEqualTo(4);
        for (String list : List.of(
                "rejectionReasons",
                "notReadyReasons",
                "marketingCauses",
                "learned",
                "lostReasons",
                "qualificationAnswers")) {
            assertThat(charter.options(list, Locale.ENGLISH)).as(list).isNotEmpty();
            assertThat(charter.options(list, Locale.GERMANY))
                    .as(list)
                    .hasSameSizeAs(charter.options(list, Locale.ENGLISH));
        }
        assertThat(charter.options("rejectionReasons", Locale.GERMAN))
                .contains(new Option("other", "Ein anderer Grund, in Worten"));
        assertThat(charter.options("nothing", Locale.ENGLISH)).isEmpty();
    }

    private void open() {
        in(() -> promises.due(lead, CLAUSE, "normal", TASK, null));
    }

    private List<PromiseRow> ledger() {
        return promises.of(lead, Locale.ENGLISH);
    }

    private PromiseRow only() {
        return ledger().stream()
                .filter(row -> row.clause().equals(CLAUSE))
                .findFirst()
                .orElseThrow();
    }

    private <T> T in(Supplier<T> deed) {
        return transactions.execute(status -> deed.get());
    }

    private void run(Runnable deed) {
        transactions.executeWithoutResult(status -> deed.run());
    }
}
