package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Journeys;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProductTest
@Import(JourneyDriver.class)
class NextLapTest {

    @Autowired JourneyDriver journeys;
    @Autowired Journeys standings;
    @Autowired HandOffs handOffs;
    @Autowired Cast cast;

    @BeforeEach
    void people() {
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("ada", Roles.SALES_REP);
        cast.team("Inbound", "ada");
    }

    @Test
    void a_recycled_lead_leaves_its_rep_and_the_reps_place() {
        // given
        long before = openLeads();
        var lead =
                journeys.capture(
                        Map.of(
                                Field.NAME, "Grace Example",
                                Field.COMPANY, "Example Works",
                                Field.PROFILE_SCORE, "19",
                                Field.ACTIVITY_SCORE, "17"));
        journeys.answer(lead, "Activity_AnswerHandOff", "ada", Map.of("outcome", "accept"));
        journeys.answer(
                lead,
                "Activity_MakeContact",
                "ada",
                Map.of("outcome", "reached", "channel", "call"));
        assertThat(openLeads()).isEqualTo(before + 1);
        // when
        journeys.answer(
                lead,
                "Activity_DecideOutcome",
                "ada",
                Map.of("outcome", "notReady", "notReadyReason", "noBudget"));
        // then
        assertThat(lap(lead)).isEqualTo(2);
        assertThat(openLeads()).isEqualTo(before);
        assertThat(standings.ownerOf(lead)).isEmpty();
    }

    private long lap(UUID lead) {
        return standings.living(lead).orElseThrow().lap();
    }

    private long openLeads() {
        return handOffs.reps().stream().mapToLong(RepChoice::openLeads).sum();
    }
}
