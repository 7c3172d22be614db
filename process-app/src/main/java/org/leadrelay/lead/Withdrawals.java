package org.leadrelay.lead;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends journeys whose import was undone, and tells the leads' logs of it. */
@Component
class Withdrawals {

    private final Journeys journeys;
    private final LeadJourney process;
    private final Story story;

    Withdrawals(Journeys journeys, LeadJourney process, Story story) {
        this.journeys = journeys;
        this.process = process;
        this.story = story;
    }

    /** Ends the living journey, if there is one. */
    void withdraw(UUID leadId, String reason) {
        story.tell(leadId, "import-undone", Map.of());
        if (journeys.living(leadId).isPresent()) {
            journeys.endReason(leadId, reason);
            process.withdraw(leadId);
        }
    }

    void tell(UUID leadId, String kind, Map<String, ?> details) {
        story.tell(leadId, kind, details);
    }
}
