package org.leadrelay.nurture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of an attempt that did not reach the buyer.
 *
 * @param left whether the charter allows another one
 * @param nextAt when it is due, in working time; null when none is left
 */
public record Attempt(boolean left, @Nullable Instant nextAt) {}
