package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Kind;
import org.leadrelay.notification.Notices;
import org.leadrelay.platform.Sweep;
import org.leadrelay.promise.proof.LedgerRebuild;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskUndo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** The answer given first wins: against timers, withdrawals and the due instant itself. */
class PendingAnswerOnJourneyTest extends JourneyTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String CONTACT = "Activity_MakeContact";
    private static final Map<String, String> REACHED = Map.of("outcome", "reached", "channel", "call");

    @Autowired
    TaskCommands work;

    @Autowired
    TaskUndo undo;

    @Autowired
    @Qualifier("pendingAnswerSweep")
    Sweep sweep;

    @Autowired
    Notices notices;

    @Autowired
    LedgerRebuild rebuild;

    @BeforeEach
    void administrator() {
        cast.person("root", Roles.ADMINISTRATOR);
    }

    @Test
    void a_deadline_within_the_grace_finds_the_promise_kept_at_the_press() {
        // given
        UUID lead = acceptedLead();
        Instant due = journeys.due(lead, "Event_ContactOverdue");
        Instant press = due.minusSeconds(5);
        press(lead, CONTACT, REACHED, press);

        // when
        assertThatExceptionOfType(OptimisticLockingException.class)
                .isThrownBy(() -> journeys.fire(lead, "Event_ContactOverdue"));

        // then
        assertThat(journeys.timers(lead)).doesNotContain("Event_ContactOverdue");
        assertKept(lead, "makeContact", press);
        assertThat(journeys.step(lead)).isEqualTo("Activity_DecideOutcome");
        assertThat(undo.mine()).isEmpty();
        assertThat(sweep.sweep()).isZero();
        assertTheLogTellsTheSameLedger(lead);
    }

    @Test
    void an_answer_that_is_carried_out_long_after_its_grace_counts_from_the_press() {
        // given
        UUID lead = acceptedLead();
        Instant due = journeys.due(lead, "Event_ContactOverdue");
        Instant press = due.minusSeconds(1);
        press(lead, CONTACT, REACHED, press);

        // when
        journeys.setClock(due.plus(Duration.ofHours(1)));
        cast.actingAsNobody();
        assertThat(sweep.sweep()).isEqualTo(1);

        // then
        assertKept(lead, "makeContact", press);
        assertTheLogTellsTheSameLedger(lead);
    }

    @Test
    void a_press_after_the_due_instant_is_late_by_what_it_was_late_at_the_press() {
        // given
        UUID lead = acceptedLead();
        Instant due = journeys.due(lead, "Event_ContactOverdue");
        journeys.fire(lead, "Event_ContactOverdue");
        press(lead, CONTACT, REACHED, due.plusSeconds(60));

        // when
        journeys.advance(TEN_SECONDS);
        assertThat(sweep.sweep()).isEqualTo(1);

        // then
        assertThat(jdbc.sql("select state || ' ' || late_seconds from promise where lead_id = ? and clause ="
                                + " 'makeContact'")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("broken 60");
        assertTheLogTellsTheSameLedger(lead);
    }

    @Test
    void an_agreed_day_renews_the_promise_although_it_is_carried_out_after_the_due_instant() {
        // given
        UUID lead = acceptedLead();
        asHolder(lead, CONTACT, REACHED);
        Instant due = dueOf(lead, "decideOutcome");
        String day = LocalDate.ofInstant(due, ZoneOffset.UTC).plusDays(9).toString();
        press(lead, "Activity_DecideOutcome", Map.of("outcome", "nextStep", "nextStepDate", day), due.minusSeconds(5));

        // when
        journeys.advance(TEN_SECONDS);
        assertThat(sweep.sweep()).isEqualTo(1);

        // then
        assertThat(jdbc.sql("select state || ' ' || renewals from promise where lead_id = ? and clause ="
                                + " 'decideOutcome'")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("open 1");
    }

    @Test
    void a_reminder_within_the_grace_reminds_of_nothing() {
        // given
        UUID lead = readyLead();
        Instant remind = journeys.due(lead, "Event_AnswerReminder");
        press(lead, ANSWER, Map.of("outcome", "accept"), remind.minusSeconds(5));

        // when
        assertThatExceptionOfType(OptimisticLockingException.class)
                .isThrownBy(() -> journeys.fire(lead, "Event_AnswerReminder"));

        // then
        assertThatLog(jdbc, lead).only(Kind.PROMISE_REMINDED).hasLines(0);
        assertKept(lead, "answerHandOff", remind.minusSeconds(5));
        assertThat(journeys.step(lead)).isEqualTo(CONTACT);
    }

    @Test
    void undo_after_the_due_instant_leaves_the_promise_to_its_deadline() {
        // given
        UUID lead = acceptedLead();
        Instant due = journeys.due(lead, "Event_ContactOverdue");
        String task = press(lead, CONTACT, REACHED, due.minusSeconds(5));

        // when
        journeys.setClock(due.plusSeconds(2));
        undo.undo(task);
        journeys.fire(lead, "Event_ContactOverdue");

        // then
        assertThat(jdbc.sql("select state from promise where lead_id = ? and clause = 'makeContact'")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("broken");
        assertThat(journeys.step(lead)).isEqualTo(CONTACT);
    }

    @Test
    void a_withdrawal_within_the_grace_comes_after_the_answer() {
        // given
        UUID lead = acceptedLead();
        Instant press = journeys.due(lead, "Event_ContactOverdue").minus(Duration.ofMinutes(5));
        String task = press(lead, CONTACT, REACHED, press);
        String rep = journeys.assignee(lead, CONTACT);

        // when
        journeys.withdraw(lead);

        // then
        assertThat(journeys.end(lead)).isEqualTo("withdrawn");
        assertThatLog(jdbc, lead)
                .only(Kind.TASK_COMPLETED, Kind.WITHDRAWN)
                .kinds()
                .endsWith(Kind.WITHDRAWN, Kind.TASK_COMPLETED)
                .hasSize(3);
        assertKept(lead, "makeContact", press);
        cast.actingAs(rep);
        assertThat(undo.mine()).isEmpty();
        assertThat(work.draft(task)).isEmpty();
        assertThat(notices.mine(true, 0, 20).items())
                .noneMatch(each -> each.kind().equals("answerLost"));
    }

    private String press(UUID lead, String step, Map<String, ?> answers, Instant at) {
        journeys.setClock(at);
        String task = journeys.task(lead, step);
        cast.actingAs(journeys.assignee(lead, step));
        work.complete(task, answers, TEN_SECONDS);
        return task;
    }

    private void assertKept(UUID lead, String clause, Instant at) {
        assertThat(jdbc.sql("select state, ended_at from promise where lead_id = ? and clause = ?")
                        .params(lead, clause)
                        .query((row, n) ->
                                row.getString(1) + " " + row.getTimestamp(2).toInstant())
                        .list())
                .containsExactly("kept " + at);
        assertThatLog(jdbc, lead).only(Kind.PROMISE_BROKEN).hasLines(0);
        assertThatLog(jdbc, lead)
                .only(Kind.TASK_COMPLETED)
                .details()
                .anyMatch(each -> each.contains("\"answeredAt\":\"" + at + "\""));
    }

    private void assertTheLogTellsTheSameLedger(UUID lead) {
        List<Map<String, Object>> before = promises(lead);
        jdbc.sql("update promise set ended_at = opened_at where lead_id = ? and ended_at is not null")
                .param(lead)
                .update();
        cast.actingAs("root");
        rebuild.rebuild();
        cast.actingAsNobody();
        assertThat(promises(lead)).isEqualTo(before);
    }

    private List<Map<String, Object>> promises(UUID lead) {
        return jdbc.sql("select * from promise where lead_id = ? order by opened_at, clause")
                .param(lead)
                .query()
                .listOfRows();
    }

    private Instant dueOf(UUID lead, String clause) {
        return jdbc.sql("select due_at from promise where lead_id = ? and clause = ? and ended_at is null")
                .params(lead, clause)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
