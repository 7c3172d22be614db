package org.leadrelay.drift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drift of the leads of one source.
 *
 * @param source as the leads name it; empty for leads without one
 * @param beganAt the oldest of the decisions that showed it
 * @param endedAt null while it lasts
 * @param handedUsually decisions about the route in the four weeks before, and the hand-offs among them
 * @param handed the same since it began
 * @param words all of it in one sentence
 */
public record Drift(
        long id,
        String source,
        Instant beganAt,
        Instant foundAt,
        @Nullable Instant endedAt,
        Share handedUsually,
        Share handed,
        List<Finding> findings,
        String words) {

    public Drift {
        findings = List.copyOf(findings);
    }

    /**
     * What has risen.
     *
     * @param table the decision's id
     * @param fact the fact that is missing; null where only the last row decided
     * @param usually in the four weeks before
     * @param now since it began
     * @param words the same in one sentence
     */
    public record Finding(
            String table,
            @Nullable String fact,
            Share usually,
            Share now,
            @Nullable Instant endedAt,
            String words) {}
}
