package org.leadrelay.lead;

import java.util.UUID;

/** What became of a captured record. */
public record Captured(UUID leadId, Outcome outcome) {

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
