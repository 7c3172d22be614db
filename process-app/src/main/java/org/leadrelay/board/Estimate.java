package org.leadrelay.board;

import org.jspecify.annotations.Nullable;

/**
 * Estimate of a number, with its interval and how far it may be trusted.
 *
 * @param value a share between 0 and 1; of a time working seconds; of an amount whole units of its currency. Null below the guard, and
 *     where a median is not reached
 * @param low end of the 95% interval; of shares only, and null where there is no value
 * @param high the other end
 * @param enough whether there are as many rows as the guard asks for; below it show "{@code n} of {@code d}" and no rate
 * @param firm whether there are 100 or more; between guard and 100 the rate is marked
 * @param rankable whether the intervals of all groups of this number are apart, so that they may be put in an order
 */
public record Estimate(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        boolean enough,
        boolean firm,
        boolean rankable) {

    /** One without an interval, as good as its number of rows. */
    static Estimate of(BoardNumber number, long rows, @Nullable Double value) {
        return new Estimate(value, null, null, number.isEnough(rows), rows >= BoardNumber.FIRM, false);
    }

    /** A share with its interval. */
    static Estimate of(BoardNumber number, long rows, Evidence.Interval share) {
        return new Estimate(
                share.value(), share.low(), share.high(), number.isEnough(rows), rows >= BoardNumber.FIRM, false);
    }

    Estimate ranked(boolean apart) {
        return new Estimate(value, low, high, enough, firm, apart);
    }
}
