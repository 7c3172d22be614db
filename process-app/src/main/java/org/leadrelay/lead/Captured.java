package org.leadrelay.lead;

import java.util.List;
import java.util.UUID;

/**
 * Result of a captured record.
 *
 * @param changes the facts that it changed or added about a lead that was known; empty otherwise
 */
public record Captured(UUID leadId, Outcome outcome, List<FactChange> changes) {

    Captured(UUID leadId, Outcome outcome) {
        this(leadId, outcome, List.of());
    }

    /** CREATED and RETURNED start a journey, MERGED joins the living one. */
    public enum Outcome {
        CREATED,
        MERGED,
        /** The same record as last time: nothing was done. */
        UNCHANGED,
        /** The journey had ended: a new one, linked to the old, has begun. */
        RETURNED,
        /** It matches two leads; nothing is lost, a person decides. */
        TO_DECIDE
    }
}
