package org.leadrelay.lead;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Journey transitions on capture and merge: journeys begin, go on or end because a record came or two leads
 * turned out to be one.
 */
@Component
class CapturedJourneys {

    private final Journeys journeys;
    private final LeadSignals signals;
    private final LeadJourney process;

    CapturedJourneys(Journeys journeys, LeadSignals signals, LeadJourney process) {
        this.journeys = journeys;
        this.signals = signals;
        this.process = process;
    }

    UUID first(Lead lead) {
        return journeys.first(lead, process.beginning());
    }

    Journey latest(UUID leadId) {
        return journeys.latest(leadId).orElseThrow();
    }

    UUID next(Lead lead, Journey latest) {
        return journeys.next(lead, latest, "returned", null, process.beginning());
    }

    void start(UUID leadId) {
        process.start(leadId);
    }

    void engaged(UUID leadId, Origin origin, Instant at) {
        signals.add(leadId, new Signal(signal(origin), at, origin.name()));
        process.engaged(leadId);
    }

    /** Ends the lead's living journey; false when it has none. */
    boolean withdraw(UUID leadId) {
        boolean lives = journeys.living(leadId).isPresent();
        if (lives) {
            process.withdraw(leadId);
        }
        return lives;
    }

    private static Signal.Kind signal(Origin origin) {
        return origin.kind() == Origin.Kind.IMPORT ? Signal.Kind.VISIT : Signal.Kind.FORM;
    }
}
