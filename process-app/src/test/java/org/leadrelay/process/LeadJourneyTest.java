package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.Timeline;
import org.leadrelay.lead.Field;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProductTest
@Import(JourneyDriver.class)
class LeadJourneyTest {

    private static final Map<Field, String> READY =
            Map.of(
                    Field.NAME, "Grace Example",
                    Field.COMPANY, "Example Works",
                    Field.PROFILE_SCORE, "19",
                    Field.ACTIVITY_SCORE, "17");

    @Autowired JourneyDriver journeys;
    @Autowired Cast cast;
    @Autowired Timeline timeline;

    @BeforeEach
    void people() {
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("ada", Roles.SALES_REP);
        cast.person("mara", Roles.MARKETING);
        cast.team("Inbound", "ada");
    }

    @Test
    void a_mature_lead_that_fits_goes_straight_to_a_rep_and_can_be_won() {
        // given
        var lead = journeys.capture(READY);
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_AnswerHandOff");

        // when
        journeys.answer(lead, "Activity_AnswerHandOff", "ada", Map.of("outcome", "accept"));
        journeys.answer(
                lead,
                "Activity_MakeContact",
                "ada",
                Map.of("outcome", "reached", "channel", "call"));
        journeys.answer(
                lead, "Activity_DecideOutcome", "ada", new HashMap<>(Map.of("outcome", "won")));

        // then
        assertThat(journeys.end(lead)).isEqualTo("won");
        assertThat(journeys.journey(lead)).isNull();
        assertThat(timeline.verify(lead)).returns(true, Timeline.Verification::intact);
    }
}
