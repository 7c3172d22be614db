package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Signal;

/** After the rep has accepted: contact, decision, and the next step the buyer asked for. */
class FollowUpTest extends JourneyTest {

    private static final String CONTACT = "Activity_MakeContact";
    private static final String DECIDE = "Activity_DecideOutcome";

    @Test
    void a_rep_who_is_slow_is_reminded_and_escalated_and_keeps_the_lead() {
        var lead = acceptedLead();
        journeys.fire(lead, "Event_ContactReminder");
        journeys.fire(lead, "Event_ContactOverdue");
        contact(lead, "reached");
        journeys.fire(lead, "Event_DecideReminder");
        journeys.fire(lead, "Event_DecideOverdue");

        asHolder(lead, DECIDE, Map.of("outcome", "lost", "lostReason", "price"));

        assertThat(journeys.end(lead)).isEqualTo("lost");
    }

    @Test
    void attempts_are_spaced_and_a_buyer_who_gets_in_touch_is_called_at_once() {
        // given
        var lead = acceptedLead();

        // when
        contact(lead, "notReached");
        assertThat(journeys.timers(lead)).containsExactly("Event_NextAttemptDue");
        journeys.fire(lead, "Event_NextAttemptDue");
        contact(lead, "notReached");
        journeys.engage(lead, Signal.Kind.VISIT);

        // then
        assertThat(journeys.step(lead)).isEqualTo(CONTACT);
    }

    @Test
    void a_buyer_who_is_never_reached_goes_back_to_nurturing() {
        var lead = acceptedLead();
        for (int attempt = 1; attempt < 4; attempt++) {
            contact(lead, "notReached");
            journeys.fire(lead, "Event_NextAttemptDue");
        }
        contact(lead, "notReached");

        assertThat(journeys.journey(lead)).isWaitingAt("Activity_Nurture");
        assertThat(journeys.journey(lead))
                .variables()
                .containsEntry("rejectionReason", "noContact");
    }

    @Test
    void the_next_step_the_buyer_asked_for_brings_the_same_task_back() {
        // given
        var lead = acceptedLead();
        contact(lead, "reached");

        // when
        nextStep(lead);
        journeys.fire(lead, "Event_NextStepDue");
        assertThat(journeys.step(lead)).isEqualTo(DECIDE);
        nextStep(lead);
        journeys.engage(lead, Signal.Kind.MAIL_OPENED);

        // then
        assertThat(journeys.step(lead)).isEqualTo(DECIDE);
    }

    @Test
    void a_lead_that_is_not_ready_three_times_rests() {
        // given
        var lead = acceptedLead();

        // when
        for (int lap = 1; ; lap++) {
            contact(lead, "reached");
            asHolder(lead, DECIDE, Map.of("outcome", "notReady", "notReadyReason", "noDecision"));
            if (journeys.end(lead) != null || lap > 5) {
                break;
            }
            journeys.engage(lead, Signal.Kind.MEETING_ASKED);
            answerHandOff(lead, Map.of("outcome", "accept"));
        }

        // then
        assertThat(journeys.end(lead)).isEqualTo("dormant");
    }

    private void nextStep(UUID lead) {
        asHolder(
                lead,
                DECIDE,
                Map.of(
                        "outcome",
                        "nextStep",
                        "nextStepDate",
                        journeys.today().plusDays(20).toString()));
    }

    private void contact(UUID lead, String outcome) {
        asHolder(lead, CONTACT, Map.of("outcome", outcome, "channel", "call"));
    }
}
