package org.leadrelay.board;

import org.jspecify.annotations.Nullable;

/**
 * Reference values of a metric: target, previous period.
 *
 * @param target of revenue, what the charter's versions in force agreed for these days, in the currency of the result; null of other
 *     numbers, and where the filter leaves leads out
 * @param mix of a rate, what it would be with the sources of the period before
 * @param cost of a cost, what is known of what was spent
 */
public record NumberContext(
        @Nullable Double target,
        @Nullable StandardisedRate mix,
        @Nullable CostBasis cost) {}
