package org.leadrelay.promise.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.JourneyTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the comparison of ledger, timers and inbox finds, and what it rightly passes over. */
class LedgerComparisonTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";

    @Autowired
    LedgerComparison agreement;

    @Autowired
    Clock clock;

    @Test
    void a_paused_promise_and_a_broken_one_whose_step_still_runs_agree() {
        // given
        UUID paused = readyLead();
        journeys.ask(paused, ANSWER, journeys.assignee(paused, ANSWER));
        UUID broken = acceptedLead();
        journeys.fire(broken, "Event_ContactOverdue");

        // then
        assertThat(of(paused)).isEmpty();
        assertThat(of(broken)).isEmpty();
    }

    @Test
    void a_timer_that_fired_and_is_not_answered_yet_agrees() {
        // given
        UUID lead = acceptedLead();
        journeys.setClock(journeys.due(lead, "Event_ContactOverdue"));

        // when
        journeys.fireAlone(lead, "Event_ContactOverdue");

        // then
        assertThat(promise(lead, "makeContact")).isEqualTo("open");
        assertThat(of(lead)).isEmpty();
        journeys.runJobs(lead);
        assertThat(promise(lead, "makeContact")).isEqualTo("broken");
    }

    @Test
    void a_wait_for_a_rep_agrees() {
        capacity(0);
        UUID lead = readyLead();

        assertThat(journeys.timers(lead)).contains("Event_AssignOverdue");
        assertThat(of(lead)).isEmpty();
    }

    @Test
    void a_promise_moved_behind_the_timers_back_is_found() {
        // given
        UUID lead = readyLead();
        Instant promised = journeys.due(lead, "Event_AnswerOverdue");

        // when
        move(lead, "+ interval '1 minute'");

        // then
        assertThat(of(lead))
                .extracting(LedgerComparison.Difference::what)
                .containsExactly(
                        "a promise and its timer are due at different instants",
                        "a task is not due when its promise is",
                        "the inbox does not show when the promise is due");
        assertThat(of(lead).get(0).alarm()).isEqualTo(promised);
        move(lead, "- interval '1 minute'");
    }

    @Test
    void a_promise_that_ended_behind_the_timers_back_is_found_and_so_is_one_without_a_timer() {
        // given
        UUID lead = readyLead();
        jdbc.sql("update promise set ended_at = opened_at where lead_id = ?")
                .param(lead)
                .update();
        assertThat(of(lead))
                .extracting(LedgerComparison.Difference::what)
                .containsExactly("a task is not due when its promise is", "a timer without an open promise");
        jdbc.sql("update promise set ended_at = null where lead_id = ?")
                .param(lead)
                .update();

        // when
        jdbc.sql("update promise set clause = 'giveVerdict' where lead_id = ?")
                .param(lead)
                .update();

        // then
        assertThat(of(lead)).extracting(LedgerComparison.Difference::what).contains("an open promise without a timer");
        jdbc.sql("update promise set clause = 'answerHandOff' where lead_id = ?")
                .param(lead)
                .update();
    }

    @Test
    void a_paused_promise_whose_timer_still_runs_is_found() {
        // given
        UUID lead = readyLead();
        jdbc.sql("update promise set paused_at = opened_at where lead_id = ?")
                .param(lead)
                .update();

        // then
        assertThat(of(lead))
                .extracting(LedgerComparison.Difference::what)
                .contains("a promise is paused and its timer runs");
        jdbc.sql("update promise set paused_at = null where lead_id = ?")
                .param(lead)
                .update();
    }

    @Test
    void a_promise_that_another_person_holds_than_the_task_is_found() {
        // given
        UUID lead = readyLead();
        holder(lead, "somebody-else");

        // then
        assertThat(of(lead))
                .extracting(LedgerComparison.Difference::what)
                .containsExactly("a promise is held by somebody else than its task");
        holder(lead, journeys.assignee(lead, ANSWER));
        assertThat(of(lead)).isEmpty();
    }

    private void holder(UUID lead, String login) {
        jdbc.sql("update promise set holder = ? where lead_id = ?")
                .params(login, lead)
                .update();
    }

    @Test
    void the_ends_of_journeys_leave_nothing_behind() {
        UUID lead = acceptedLead();
        journeys.ask(lead, "Activity_MakeContact", journeys.assignee(lead, "Activity_MakeContact"));
        journeys.advance(Duration.ofMinutes(1));
        journeys.withdraw(lead);

        assertThat(of(lead)).isEmpty();
        assertThat(jdbc.sql("select count(*) from promise where lead_id = ? and ended_at is null")
                        .param(lead)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<LedgerComparison.Difference> of(UUID lead) {
        return agreement.differences(clock.instant(), 10_000).stream()
                .filter(each -> each.leadId().equals(lead))
                .toList();
    }

    private void move(UUID lead, String by) {
        jdbc.sql("update promise set due_at = due_at " + by + " where lead_id = ?")
                .param(lead)
                .update();
    }

    private String promise(UUID lead, String clause) {
        return jdbc.sql("select state from promise where lead_id = ? and clause = ?")
                .params(lead, clause)
                .query(String.class)
                .single();
    }
}
