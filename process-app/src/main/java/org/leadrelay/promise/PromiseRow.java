package org.leadrelay.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * View of a promise.
 *
 * @param role who promises
 * @param waitsUntil the day the buyer asked for, while it is awaited
 * @param holder who held the step when it ended
 * @param reason why it was not kept, as whoever held the step says; a code of the charter
 * @param state open, kept, broken or void
 * @param paused since when it waits for the other side, or null
 * @param ended when the promised step ended, or null while it runs (also after the promise broke)
 * @param late working time after the due instant at which the step was completed after all
 * @param arithmetic how the due instant was counted, in words
 */
public record PromiseRow(
        UUID id,
        UUID leadId,
        String clause,
        String element,
        String role,
        String priority,
        int charterVersion,
        int calendarVersion,
        Instant opened,
        Instant due,
        @Nullable Instant remind,
        @Nullable Instant reminded,
        @Nullable Instant paused,
        @Nullable Instant waitsUntil,
        String state,
        @Nullable Instant broken,
        @Nullable Instant ended,
        @Nullable Duration late,
        @Nullable String holder,
        @Nullable String reason,
        String arithmetic) {}
