package org.leadrelay.assignment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Absence of a rep, in which they are given no leads.
 *
 * @param until the instant of return, null while it is not known
 * @param deputy login of who stands in, null for nobody in particular
 * @param openTasks where the rep's open tasks go when the absence begins
 */
public record Absence(
        UUID id,
        Instant from,
        @Nullable Instant until,
        @Nullable String deputy,
        AbsenceHandling openTasks) {}
