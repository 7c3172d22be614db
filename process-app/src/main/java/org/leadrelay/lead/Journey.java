package org.leadrelay.lead;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Journey of a lead, from captured to an end.
 *
 * @param number 1 for the lead's first journey
 * @param cause captured, returned, reopened or winTakenBack
 * @param end one of {@link #ENDS}; null while it lives
 * @param step the element where it waits now, null once ended
 */
public record Journey(
        UUID id,
        UUID leadId,
        int number,
        @Nullable UUID previousId,
        String cause,
        @Nullable String reason,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String end,
        @Nullable String endReason,
        @Nullable String step,
        @Nullable String stepName,
        @Nullable String route,
        @Nullable String priority,
        @Nullable String fit,
        @Nullable Integer maturity,
        @Nullable String track,
        long lap) {

    /** The end with a deal. The outcome that leads there has the same code. */
    public static final String WON = "won";

    /** What may become of a lead. */
    public static final List<String> ENDS = List.of(WON, "lost", "disqualified", "dormant", "withdrawn");

    /** The same, with the step named otherwise. */
    Journey waitingAt(@Nullable String newStepName) {
        return new Journey(
                id,
                leadId,
                number,
                previousId,
                cause,
                reason,
                startedAt,
                endedAt,
                end,
                endReason,
                step,
                newStepName,
                route,
                priority,
                fit,
                maturity,
                track,
                lap);
    }
}
