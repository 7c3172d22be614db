package org.leadrelay.redesign;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Job of the engine that failed, as a person may see it.
 *
 * @param model the process id; null for the engine's own jobs
 * @param name of the element, in the language of the current request
 * @param lead whose journey waits for it; null when it is nobody's, or the person may not see the lead
 * @param since when it was given up; null while it is tried again by itself
 * @param nextTry when it is tried again by itself; null when it was given up
 * @param cause code of the kind of cause
 * @param words what is wrong and what to do, in the language of the current request
 */
public record FailedJob(
        String id,
        @Nullable String model,
        @Nullable String element,
        String name,
        @Nullable UUID lead,
        @Nullable String leadName,
        @Nullable Instant since,
        @Nullable Instant nextTry,
        String cause,
        String words) {}
