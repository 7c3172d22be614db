package org.leadrelay.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One part that somebody took in a case.
 *
 * @param role whose task it was in; null when it was in none
 * @param step in which step of the model; null when in none
 * @param from when
 * @param until until when, for what lasted and is over
 * @param earlierLap whether the lead has begun another lap since
 */
record Involvement(
        Part part,
        String login,
        @Nullable String role,
        @Nullable String step,
        @Nullable String stepName,
        Instant from,
        @Nullable Instant until,
        boolean earlierLap) {

    /** What somebody did in a case, the weightiest first: of several, a refusal tells the first. */
    enum Part {
        /** Had the lead: held a rep's task of it. */
        OWNED,
        REJECTED,
        CONTESTED,
        /** A promise broke in this person's hands. */
        MISSED,
        COMPLETED,
        ASKED,
        COMMENTED,
        /** Gave somebody's task to another. */
        MOVED,
        TOOK,
        GAVE_BACK,
        CORRECTED,
        JOINED,
        REOPENED,
        EXPLAINED
    }
}
