package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Signal;

/** Touches in time, an early exit for those who engage, and rest for those who never do. */
class NurtureTest extends JourneyTest {

    @Test
    void a_lead_that_no_touch_moves_rests_when_the_track_is_exhausted() {
        // given
        UUID lead = leadScored(null, null);
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_Nurture");

        // when
        for (int touch = 0; touch < 4; touch++) {
            journeys.fire(lead, "Event_TouchDue");
        }

        // then
        assertThat(journeys.end(lead)).isEqualTo("dormant");
    }

    @Test
    void a_little_interest_plans_the_next_touch_and_much_of_it_leads_on() {
        // given
        UUID lead = leadScored(null, null);

        // when
        journeys.engage(lead, Signal.Kind.VISIT);
        assertThat(journeys.step(lead)).isEqualTo("Gateway_WaitForTouch");
        journeys.engage(lead, Signal.Kind.MEETING_ASKED);

        // then
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_AnswerHandOff");
    }

    @Test
    void a_recycled_lead_cools_down_before_it_is_touched_again() {
        UUID lead = recycled();
        assertThat(journeys.step(lead)).isEqualTo("Gateway_WaitForCooling");
        journeys.fire(lead, "Event_CooledDown");
        assertThat(journeys.step(lead)).isEqualTo("Gateway_WaitForTouch");
    }

    @Test
    void a_recycled_lead_that_engages_while_cooling_is_rated_at_once() {
        UUID lead = recycled();
        journeys.engage(lead, Signal.Kind.MEETING_ASKED);
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_AnswerHandOff");
    }

    private UUID recycled() {
        UUID lead = rejectedLead();
        journeys.answer(
                lead,
                "Activity_ReviewRejection",
                JourneyDriver.MARKETER,
                Map.of("outcome", "recycle", "marketingCause", "tooSoon"));
        return lead;
    }
}
