package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.lead.Signal;
import org.leadrelay.promise.PromiseRow;
import org.leadrelay.promise.Promises;
import org.springframework.beans.factory.annotation.Autowired;

/** After the rep has accepted: contact, decision, and the next step the buyer asked for. */
class FollowUpTest extends JourneyTest {

    private static final String CONTACT = "Activity_MakeContact";
    private static final String DECIDE = "Activity_DecideOutcome";

    @Autowired
    Promises promises;

    @Autowired
    Timeline timeline;

    @Test
    void a_rep_who_is_slow_is_reminded_and_escalated_and_keeps_the_lead() {
        UUID lead = acceptedLead();
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
        UUID lead = acceptedLead();

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
        UUID lead = acceptedLead();
        for (int attempt = 1; attempt < 4; attempt++) {
            contact(lead, "notReached");
            journeys.fire(lead, "Event_NextAttemptDue");
        }
        contact(lead, "notReached");

        assertThat(journeys.journey(lead)).isWaitingAt("Activity_Nurture");
        assertThat(journeys.journey(lead)).variables().containsEntry("rejectionReason", "noContact");
    }

    @Test
    void the_next_step_the_buyer_asked_for_brings_the_same_task_back() {
        // given
        UUID lead = acceptedLead();
        contact(lead, "reached");

        // when
        nextStep(lead);
        journeys.fire(lead, "Event_NextStepDue");
        assertThat(journeys.step(lead)).isEqualTo(DECIDE);
        nextStep(lead);
        journeys.engage(lead, Signal.Kind.VISIT);

        // then
        assertThat(journeys.step(lead)).isEqualTo(DECIDE);
    }

    @Test
    void the_buyers_own_day_renews_the_promise_and_closes_nothing() {
        // given
        UUID lead = acceptedLead();
        contact(lead, "reached");
        PromiseRow first = promise(lead);

        // when
        nextStep(lead);

        // then
        PromiseRow waiting = promise(lead);
        assertThat(waiting.id()).isEqualTo(first.id());
        assertThat(waiting.state()).isEqualTo("open");
        assertThat(waiting.waitsUntil()).isEqualTo(journeys.due(lead, "Event_NextStepDue"));
        assertThat(waiting.due()).isEqualTo("2026-03-23T16:00:00Z");
        assertThat(waiting.arithmetic())
                .endsWith("; renewed Mon 10:00 to the buyer's day, Mon 23 Mar 09:00:" + " due Mon 23 Mar 17:00");
        assertThat(sentences(lead)).anyMatch(each -> each.startsWith("The promise \"Decide the outcome\" was renewed"));

        // when
        journeys.fire(lead, "Event_NextStepDue");

        // then
        PromiseRow back = promise(lead);
        assertThat(back.waitsUntil()).isNull();
        assertThat(back.due()).isEqualTo(waiting.due());
        assertThat(journeys.due(lead, "Event_DecideOverdue")).isEqualTo(back.due());
        asHolder(lead, DECIDE, Map.of("outcome", "lost", "lostReason", "price"));
        assertThat(promise(lead).state()).isEqualTo("kept");
        assertThat(promise(lead).holder()).isIn("ada", "ben");
    }

    @Test
    void a_buyer_who_is_quicker_than_the_day_agreed_on_brings_the_promise_back_with_it() {
        // given
        UUID lead = acceptedLead();
        contact(lead, "reached");
        nextStep(lead);
        Instant due = promise(lead).due();

        // when
        journeys.engage(lead, Signal.Kind.MEETING_ASKED);

        // then
        assertThat(promise(lead).waitsUntil()).isNull();
        assertThat(promise(lead).due()).isEqualTo(due);
        assertThat(journeys.due(lead, "Event_DecideOverdue")).isEqualTo(due);
    }

    @Test
    void a_renewed_promise_breaks_when_the_buyers_day_passes() {
        // given
        UUID lead = acceptedLead();
        contact(lead, "reached");
        nextStep(lead);
        journeys.fire(lead, "Event_NextStepDue");

        // when
        journeys.fire(lead, "Event_DecideReminder");
        assertThat(promise(lead).reminded()).isNotNull();
        journeys.fire(lead, "Event_DecideOverdue");

        // then
        assertThat(promise(lead).state()).isEqualTo("broken");

        // when
        nextStep(lead);

        // then
        assertThat(promise(lead).ended()).isNotNull();
        journeys.fire(lead, "Event_NextStepDue");
        assertThat(promise(lead).state()).isEqualTo("open");
    }

    @Test
    void a_lead_withdrawn_before_the_buyers_day_leaves_no_open_promise() {
        // given
        UUID lead = acceptedLead();
        contact(lead, "reached");
        nextStep(lead);

        // when
        journeys.withdraw(lead);

        // then
        assertThat(promise(lead).state()).isEqualTo("void");
    }

    private PromiseRow promise(UUID lead) {
        return promises.of(lead, Locale.ENGLISH).stream()
                .filter(each -> each.clause().equals("decideOutcome"))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private List<String> sentences(UUID lead) {
        return timeline.page(lead, false, 0, 1_000, Locale.ENGLISH).items().stream()
                .map(TimelineLine::sentence)
                .toList();
    }

    @Test
    void a_lead_that_is_not_ready_three_times_rests() {
        // given
        UUID lead = acceptedLead();

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
