package org.leadrelay.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Absence of a rep, in which they are given no leads.
 *
 * @param until the instant of return, null while it is not known
 * @param deputy login of who stands in, null for nobody in particular
 * @param openTasks where the rep's open tasks go when the absence begins
 * @param moved how many tasks went to whom since it began
 */
public record Absence(
        UUID id,
        Instant from,
        @Nullable Instant until,
        @Nullable String deputy,
        AbsenceHandling openTasks,
        List<Moved> moved) {

    public Absence {
        moved = List.copyOf(moved);
    }

    /**
     * Tasks that went to one person.
     *
     * @param to null for back to their role, because nobody was able
     */
    public record Moved(@Nullable String to, long tasks) {}
}
