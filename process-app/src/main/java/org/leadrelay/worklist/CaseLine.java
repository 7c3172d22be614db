package org.leadrelay.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;

/**
 * What the journey log or the promise ledger tells of a lead's present journey, as far as it
 * concerns who took part.
 *
 * @param person who did it, or in whose hands a promise broke
 * @param role whose task it was about; null when it was about none
 * @param step the model's element, null when it happened at none
 * @param outcome the button that was pressed, when a task was completed
 * @param to who was given the task
 * @param decided whether two leads were joined by somebody's decision
 * @param earlierLap whether the lead has begun another lap since
 */
record CaseLine(
        UUID leadId,
        Instant at,
        Kind kind,
        String person,
        @Nullable String role,
        @Nullable String step,
        @Nullable String stepName,
        @Nullable String outcome,
        @Nullable String to,
        boolean decided,
        boolean earlierLap) {}
