package org.leadrelay.promise;

import java.time.Instant;
import java.util.UUID;

/**
 * One running promise, before and after a version of the charter.
 *
 * @param lead what the lead is called
 * @param before when it is due; of a paused promise, when it would be if it ran on as the version
 *     takes effect
 * @param after when it is due then; equal to {@code before} when it stays
 * @param paused whether it waits for marketing's answer, and so is due at neither
 */
public record RecountedPromise(
        UUID promiseId,
        UUID leadId,
        String lead,
        String clause,
        String priority,
        Instant before,
        Instant after,
        boolean paused,
        RecomputationEffect effect) {}
