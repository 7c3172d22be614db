package org.leadrelay.qualification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.leadrelay.charter.Charter;
import org.leadrelay.lead.Knowledge;
import org.leadrelay.lead.LeadFacts;
import org.leadrelay.lead.Signal;
import org.leadrelay.nurture.Touches;
import org.springframework.stereotype.Service;

/**
 * Facts that rating tables read as {@code facts.<name>}. Every documented name is present and null when unknown;
 * a lead's own attributes that were marked as facts at intake come on top. Values are numbers, booleans and
 * listed words: never a name, an address or free text, because every input of a table stays in decision history.
 */
@Service
public class FactSheet {

    /** Names that a table may always read; a misspelt one is a mistake in the table. */
    public static final List<String> NAMES = List.of(
            "profileScore",
            "activityScore",
            "visits",
            "secondsOnSite",
            "pagesPerVisit",
            "companySize",
            "touchesSent",
            "lapsLeft",
            "signals",
            "engagement",
            "daysSinceCapture",
            "businessEmail",
            "hasCompany",
            "hasPhone",
            "reachable",
            "complete",
            "meetingAsked",
            "lastSignal",
            "mayMail",
            "mayCall",
            "lastActivity",
            "occupation",
            "seniority",
            "country",
            "source",
            "captureChannel",
            "interest",
            "timeline",
            "decider");

    private static final Duration RECENT = Duration.ofDays(30);

    /**
     * Facts with the signals behind them.
     *
     * @param signals what the buyer did as far as it is still worth anything, oldest first; every one's {@code at} is set
     */
    public record Sheet(Map<String, Object> facts, List<Signal> signals) {}

    private final LeadFacts facts;
    private final Touches touches;
    private final Charter charter;
    private final Clock clock;

    FactSheet(LeadFacts facts, Touches touches, Charter charter, Clock clock) {
        this.facts = facts;
        this.touches = touches;
        this.charter = charter;
        this.clock = clock;
    }

    /** The sheet of a lead in a lap, with the touches of the track that the tables last gave it. */
    public Map<String, Object> gather(UUID leadId, long lap) {
        return read(leadId, lap, touches.sent(leadId, lap)).facts();
    }

    /** The sheet of a lead in a lap, with the touches of that track. */
    public Map<String, Object> gather(UUID leadId, long lap, String track) {
        return read(leadId, lap, touches.sentOn(leadId, track, lap)).facts();
    }

    /**
     * The sheet with what it was made of, in one query.
     *
     * @param touchesSent of the track that the tables last gave the lead
     */
    public Sheet read(UUID leadId, long lap, long touchesSent) {
        Instant now = clock.instant();
        Map<String, Object> sheet = new HashMap<>();
        NAMES.forEach(name -> sheet.put(name, null));
        Knowledge knowledge = facts.knowledge(leadId, now.minus(Engagement.MEMORY));
        Map<String, Object> known = knowledge.facts();
        known.forEach((name, value) -> {
            if (FactGuard.isFact(value)) {
                sheet.put(name, value);
            }
        });
        Readiness.Result readiness = Readiness.of(known);
        sheet.put("complete", readiness.complete());
        sheet.put("reachable", readiness.reachable());
        rate(sheet, knowledge.signals(), now);
        sheet.put("touchesSent", touchesSent);
        sheet.put("lapsLeft", Math.max(0, charter.current().maximumLaps() - lap));
        return new Sheet(sheet, knowledge.signals());
    }

    private static void rate(Map<String, Object> sheet, List<Signal> heard, Instant now) {
        double engagement = 0;
        long recent = 0;
        boolean meeting = false;
        Signal last = null;
        for (Signal signal : heard) {
            Instant at = Objects.requireNonNullElse(signal.at(), now);
            engagement += Engagement.worth(signal, at, now);
            boolean fresh = signal.counts() && at.isAfter(now.minus(RECENT));
            recent += fresh ? 1 : 0;
            last = signal.counts() ? signal : last;
            meeting |= fresh && signal.kind() == Signal.Kind.MEETING_ASKED;
        }
        sheet.put("engagement", Math.round(engagement * 100) / 100.0);
        sheet.put("signals", recent);
        sheet.put("meetingAsked", meeting);
        sheet.put("lastSignal", last == null ? null : last.kind().code());
    }
}
