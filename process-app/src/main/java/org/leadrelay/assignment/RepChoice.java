package org.leadrelay.assignment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rep as the sales manager sees them when placing a lead.
 *
 * @param teams names of the rep's teams
 * @param openLeads places taken, from the choice to the end of the journey or of the lap
 * @param capacity places in all
 * @param absent whether the rep is absent now
 * @param lastLeadAt when the rep last got a lead, null when never
 */
public record RepChoice(
        String login,
        String name,
        List<String> teams,
        long openLeads,
        int capacity,
        boolean absent,
        @Nullable Instant lastLeadAt,
        List<Absence> absences) {}
