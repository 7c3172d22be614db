package org.leadrelay.redesign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Element at which jobs of the engine failed.
 *
 * @param model the process id; null for the engine's own jobs
 * @param modelName in the language of the current request; empty for the engine's own jobs
 * @param name of the element, in the language of the current request
 * @param givenUp how many are not tried again unless somebody asks
 * @param waiting how many are tried again by themselves
 * @param since when the first was given up; null when none was
 * @param nextTry when the first of those that wait is tried again; null when none waits
 * @param cause code of the kind of cause, of the last one
 * @param words what is wrong and what to do, in the language of the current request
 */
public record FailedStep(
        @Nullable String model,
        String modelName,
        @Nullable String element,
        String name,
        long givenUp,
        long waiting,
        @Nullable Instant since,
        @Nullable Instant nextTry,
        String cause,
        String words) {}
