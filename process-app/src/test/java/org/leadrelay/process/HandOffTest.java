package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.WaitingLeads;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.platform.Sweep;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rep's answer: in time, late, no, and what comes of a no. */
class HandOffTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";

    @Autowired
    WaitingLeads waitingLeads;

    @Autowired
    List<Sweep> sweeps;

    @Autowired
    TaskCommands work;

    @Autowired
    ChainVerification chains;

    @Autowired
    JdbcClient rows;

    @Test
    void a_rep_who_does_not_answer_is_reminded_and_then_loses_the_lead_to_another() {
        // given
        UUID lead = readyLead();
        String first = journeys.assignee(lead, ANSWER);

        // when
        journeys.fire(lead, "Event_AnswerReminder");
        assertThat(journeys.assignee(lead, ANSWER)).isEqualTo(first);
        journeys.fire(lead, "Event_AnswerOverdue");

        // then
        assertThat(journeys.assignee(lead, ANSWER)).isNotEqualTo(first);
        assertThat(told(lead))
                .contains(
                        first + " remind answerHandOff", first + " overdue answerHandOff", "max overdue answerHandOff");
    }

    private List<String> told(UUID lead) {
        return rows.sql("select recipient || ' ' || kind || ' ' || clause from notice where lead_id = ?")
                .param(lead)
                .query(String.class)
                .list();
    }

    @Test
    void when_nobody_else_is_able_the_lead_waits_until_the_sales_manager_places_it() {
        // given
        UUID lead = readyLead();
        journeys.fire(lead, "Event_AnswerOverdue");
        journeys.fire(lead, "Event_AnswerOverdue");
        assertThat(journeys.journey(lead)).isWaitingAt("Gateway_WaitForRep");

        // when
        journeys.fire(lead, "Event_AssignOverdue");
        journeys.fire(lead, "Event_PlaceReminder");
        journeys.fire(lead, "Event_PlaceOverdue");
        journeys.answer(lead, "Activity_PlaceLead", "max", Map.of("outcome", "placed", "rep", "ben"));

        // then
        assertThat(journeys.assignee(lead, ANSWER)).isEqualTo("ben");
    }

    @Test
    void a_named_rep_who_left_meanwhile_is_a_business_refusal_that_commits_and_another_is_named() {
        // given
        cast.person("dora", Roles.SALES_REP);
        UUID lead = readyLead();
        journeys.fire(lead, "Event_AnswerOverdue");
        journeys.fire(lead, "Event_AnswerOverdue");
        journeys.fire(lead, "Event_AnswerOverdue");
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_PlaceLead");

        // when
        cast.actingAs("max");
        work.complete(journeys.task(lead, "Activity_PlaceLead"), Map.of("outcome", "placed", "rep", "dora"));
        cast.actingAsNobody();
        cast.person("dora", Roles.MARKETING);
        journeys.runJobs(lead);

        // then
        assertThat(journeys.journey(lead))
                .isWaitingAt("Activity_PlaceLead")
                .variables()
                .containsEntry("rep", "dora");
        assertThat(chains.verify(lead)).returns(true, ChainVerification.Verified::intact);
        journeys.answer(lead, "Activity_PlaceLead", "max", Map.of("outcome", "placed", "rep", "ada"));
        assertThat(journeys.assignee(lead, ANSWER)).isEqualTo("ada");
    }

    @Test
    void after_the_agreed_number_of_tries_the_sales_manager_gets_the_lead() {
        // given
        cast.person("cleo", Roles.SALES_REP);
        cast.actingAs("max");
        reps.setCapacity("cleo", 1_000);
        cast.actingAsNobody();
        try {
            UUID lead = readyLead();

            // when
            for (int tries = 0; tries < 3; tries++) {
                journeys.fire(lead, "Event_AnswerOverdue");
            }

            // then
            assertThat(journeys.journey(lead)).isWaitingAt("Activity_PlaceLead");
        } finally {
            cast.actingAs("max");
            reps.setCapacity("cleo", 0);
            cast.actingAsNobody();
        }
    }

    @Test
    void a_lead_that_waits_for_a_rep_goes_on_when_capacity_is_freed() {
        // given
        capacity(0);
        UUID lead = readyLead();
        assertThat(journeys.journey(lead)).isWaitingAt("Gateway_WaitForRep");

        // when
        capacity(1_000);
        sweeps.forEach(Sweep::sweep);
        journeys.runJobs(lead);

        // then
        assertThat(journeys.journey(lead)).isWaitingAt(ANSWER);
        assertThat(jdbc.sql("select state from promise where lead_id = ? and clause = 'assignRep'")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("kept");
    }

    @Test
    void marketing_may_dispute_a_rejection_and_the_arbiter_gives_the_lead_back_to_sales() {
        // given
        UUID lead = rejectedLead();
        journeys.fire(lead, "Event_ReviewReminder");
        journeys.fire(lead, "Event_ReviewOverdue");
        review(lead, "dispute");

        // when
        journeys.fire(lead, "Event_VerdictReminder");
        journeys.fire(lead, "Event_VerdictOverdue");
        verdict(lead, "reaccept");

        // then
        assertThat(journeys.journey(lead)).isWaitingAt(ANSWER);
    }

    @Test
    void a_verdict_may_close_the_lead_or_send_it_to_another_lap() {
        UUID closed = rejectedLead();
        review(closed, "dispute");
        verdict(closed, "close");
        assertThat(journeys.end(closed)).isEqualTo("disqualified");

        UUID recycled = rejectedLead();
        review(recycled, "dispute");
        verdict(recycled, "recycle");
        assertThat(journeys.journey(recycled)).isWaitingAt("Activity_Nurture");
    }

    @Test
    void marketing_recycles_a_rejected_lead_or_drops_it() {
        UUID recycled = rejectedLead();
        review(recycled, "recycle");
        assertThat(journeys.journey(recycled)).isWaitingAt("Activity_Nurture");
        assertThat(journeys.journey(recycled)).variables().containsEntry("lap", 2L);

        UUID junk = rejectedLead();
        review(junk, "junk");
        assertThat(journeys.end(junk)).isEqualTo("disqualified");
    }

    @Test
    void a_question_to_marketing_pauses_the_rep_s_promise_until_it_is_answered() {
        // given
        UUID lead = readyLead();
        String rep = journeys.assignee(lead, ANSWER);

        // when
        journeys.ask(lead, ANSWER, rep);

        // then
        assertThat(journeys.due(lead, "Event_AnswerOverdue")).isAfter("9000-01-01T00:00:00Z");
        journeys.fire(lead, "Event_QuestionReminder");
        journeys.fire(lead, "Event_QuestionOverdue");
        journeys.answer(
                lead,
                "Activity_AnswerQuestion",
                JourneyDriver.MARKETER,
                Map.of("outcome", "answered", "answer", "The large one"));
        assertThat(journeys.due(lead, "Event_AnswerOverdue")).isBefore("2026-12-31T00:00:00Z");
        journeys.fire(lead, "Event_AnswerOverdue");
        assertThat(journeys.assignee(lead, ANSWER)).isNotEqualTo(rep);
    }

    @Test
    void both_sides_of_a_case_hear_of_its_verdict_and_nobody_else_does() {
        // given
        UUID lead = readyLead();
        String rep = journeys.assignee(lead, ANSWER);
        answerHandOff(lead, Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        review(lead, "dispute");
        assertThat(hearers(lead)).isEmpty();

        // when
        verdict(lead, "close");

        // then
        assertThat(hearers(lead)).containsExactlyInAnyOrder(rep, JourneyDriver.MARKETER);
    }

    private List<String> hearers(UUID lead) {
        return jdbc.sql("select recipient from notice where lead_id = ? and kind = 'verdict'")
                .param(lead)
                .query(String.class)
                .list();
    }

    private void review(UUID lead, String outcome) {
        journeys.answer(
                lead,
                "Activity_ReviewRejection",
                JourneyDriver.MARKETER,
                "dispute".equals(outcome)
                        ? Map.of("outcome", outcome, "note", "They asked for a call themselves")
                        : Map.of("outcome", outcome, "marketingCause", "tooSoon"));
    }

    private void verdict(UUID lead, String outcome) {
        journeys.answer(lead, "Activity_GiveVerdict", "ari", Map.of("outcome", outcome, "grounds", "As agreed"));
    }
}
