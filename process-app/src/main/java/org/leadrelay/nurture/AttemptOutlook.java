package org.leadrelay.nurture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Attempt that a rep is about to make, and what follows when it does not reach the buyer.
 *
 * @param number 1 for the first in this follow-up
 * @param most how many the charter allows
 * @param nextAt when the next one would be due; null when none is left
 */
public record AttemptOutlook(
        long number, int most, @Nullable Instant nextAt) {}
