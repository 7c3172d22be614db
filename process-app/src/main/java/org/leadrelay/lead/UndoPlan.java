package org.leadrelay.lead;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plan of undoing an import for one lead: what it does, or did.
 *
 * @param withdraw its journey ends; of a lead that the import created, nothing identifies it any
 *     more
 * @param obstacle why it cannot be withdrawn although its journey began with the import; null
 *     otherwise
 * @param facts every change of the import, in the order of the file, and whether it goes back
 * @param objectionStays the import brought an objection, which holds all the same
 * @param consentStays the import brought a consent for a lead that goes on
 */
public record UndoPlan(
        UUID leadId,
        boolean withdraw,
        @Nullable Obstacle obstacle,
        List<Fact> facts,
        boolean objectionStays,
        boolean consentStays) {

    /** Why a lead cannot be withdrawn. */
    public enum Obstacle {
        /** It became part of another lead. */
        MERGED,
        /** Somebody worked on a task of it. */
        WORKED,
        /** Somebody corrected a fact. */
        CORRECTED,
        /** Somebody recorded a consent or an objection. */
        CONSENT,
        /** It showed interest elsewhere. */
        SIGNAL,
        /** Somebody commented on it. */
        COMMENTED,
        /** Somebody withdrew or reopened it. */
        ENDED,
        /** A record from elsewhere joined it. */
        OTHER_RECORD,
        /** Another import has a row about it. */
        OTHER_IMPORT,
        /** A record waits for a decision about it. */
        WAITS
    }

    /**
     * A change of a fact.
     *
     * @param back false when it is no longer what the import said: somebody changed it since
     */
    public record Fact(FactChange change, boolean back) {}
}
