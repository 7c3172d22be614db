package org.leadrelay.lead;

import java.util.Map;
import java.util.UUID;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.springframework.stereotype.Component;

/** Withdrawal of journeys whose import was undone, with the lines in the leads' logs. */
@Component
class Withdrawals {

    private final Journeys journeys;
    private final LeadJourney process;
    private final JourneyLog log;

    Withdrawals(Journeys journeys, LeadJourney process, JourneyLog log) {
        this.journeys = journeys;
        this.process = process;
        this.log = log;
    }

    /** Ends the living journey, if there is one. */
    void withdraw(UUID leadId, String reason) {
        log.add(leadId, Kind.IMPORT_UNDONE, Map.of());
        if (journeys.living(leadId).isPresent()) {
            journeys.endReason(leadId, reason);
            process.withdraw(leadId);
        }
    }

    void log(UUID leadId, Kind kind, Map<String, ?> details) {
        log.add(leadId, kind, details);
    }
}
