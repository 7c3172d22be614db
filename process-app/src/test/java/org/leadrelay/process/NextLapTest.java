package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.lead.Journeys;
import org.springframework.beans.factory.annotation.Autowired;

class NextLapTest extends JourneyTest {

    @Autowired
    Journeys standings;

    @Autowired
    HandOffs handOffs;

    @Test
    void a_recycled_lead_leaves_its_rep_and_the_reps_place() {
        // given
        long before = openLeads();
        UUID lead = acceptedLead();
        asHolder(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        assertThat(openLeads()).isEqualTo(before + 1);
        // when
        asHolder(lead, "Activity_DecideOutcome", Map.of("outcome", "notReady", "notReadyReason", "noBudget"));
        // then
        assertThat(standings.living(lead).orElseThrow().lap()).isEqualTo(2);
        assertThat(openLeads()).isEqualTo(before);
        assertThat(standings.ownerOf(lead)).isEmpty();
    }

    private long openLeads() {
        return handOffs.reps().stream().mapToLong(RepChoice::openLeads).sum();
    }
}
