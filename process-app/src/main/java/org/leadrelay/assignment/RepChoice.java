package org.leadrelay.assignment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * List item of a rep when a lead is placed by hand.
 *
 * @param teams names of the rep's teams
 * @param openLeads places taken, from the choice to the end of the journey or of the lap
 * @param capacity places in all
 * @param period in which given leads are counted: day or week
 * @param perPeriod leads given in a period at most, null for no limit
 * @param inPeriod leads given in the period that runs
 * @param periodEnds when the next period begins
 * @param skills what the rep is good at, by the words of the list
 * @param zone of the hours in which the rep's promises and periods are counted
 * @param absent whether the rep is absent now
 * @param lastLeadAt when the rep last got a lead, null when never
 */
public record RepChoice(
        String login,
        String name,
        List<String> teams,
        long openLeads,
        int capacity,
        String period,
        @Nullable Integer perPeriod,
        long inPeriod,
        Instant periodEnds,
        List<String> skills,
        String zone,
        boolean absent,
        @Nullable Instant lastLeadAt,
        List<Absence> absences) {

    /** Whether neither limit leaves a place. */
    public boolean full() {
        Integer limit = perPeriod;
        return openLeads >= capacity || (limit != null && inPeriod >= limit);
    }
}
