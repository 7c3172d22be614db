package org.leadrelay.board;

import org.jspecify.annotations.Nullable;

/**
 * Value of a number in one group, with its evidence.
 *
 * @param id of the {@link BoardNumber}
 * @param group code of the group, of an amount with its currency behind it; null for the number as a whole
 * @param currency of an amount; null of all else, and of deals without a value
 * @param n rows of the numerator: as many open with the part {@code numerator}
 * @param d rows of the denominator: as many open with the part {@code denominator}
 * @param value a share between 0 and 1; of a time working seconds; of an amount whole units of its currency. Null below the guard, and
 *     where a median is not reached
 * @param low end of the 95% interval; of shares only, and null where there is no value
 * @param high the other end
 * @param running rows that came in too late to be judged, shown beside the number and never in it: as many open with the part
 *     {@code running}
 * @param enough whether there are as many as the guard asks for; below it show "{@code n} of {@code d}" and no rate
 * @param firm whether there are 100 or more; between guard and 100 the rate is marked
 * @param rankable whether the intervals of all groups of this number are apart, so that they may be put in an order
 * @param gap rows left out because their version of the models does not say where this number's stages are: a gap, not a zero
 * @param beside what the value is read beside; null where there is nothing
 */
public record NumberResult(
        String id,
        @Nullable String group,
        @Nullable String currency,
        long n,
        long d,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long running,
        boolean enough,
        boolean firm,
        boolean rankable,
        long gap,
        @Nullable NumberContext beside) {

    public NumberResult(
            String id,
            @Nullable String group,
            @Nullable String currency,
            long n,
            long d,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            long running,
            boolean enough,
            boolean firm,
            boolean rankable,
            long gap) {
        this(id, group, currency, n, d, value, low, high, running, enough, firm, rankable, gap, null);
    }

    NumberResult ranked(boolean apart) {
        return new NumberResult(id, group, currency, n, d, value, low, high, running, enough, firm, apart, gap, beside);
    }

    NumberResult read(NumberContext context) {
        return new NumberResult(
                id, group, currency, n, d, value, low, high, running, enough, firm, rankable, gap, context);
    }
}
