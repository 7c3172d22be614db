package org.leadrelay.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Value of a number in one group, with its evidence.
 *
 * @param id of the {@link BoardNumber}
 * @param group code of the group, of an amount with its currency behind it; null for the number as a whole
 * @param currency of an amount; null of all else, and of deals without a value
 * @param n rows of the numerator: as many open with the part {@code numerator}
 * @param d rows of the denominator: as many open with the part {@code denominator}
 * @param running rows that came in too late to be judged, shown beside the number and never in it: as many open with the part
 *     {@code running}
 * @param gap rows left out because their version of the models does not say where this number's stages are: a gap, not a zero
 * @param estimate what the rows come to; REST tells it flat
 * @param beside what the value is read beside; null where there is nothing
 */
public record NumberResult(
        String id,
        @Nullable String group,
        @Nullable String currency,
        long n,
        long d,
        long running,
        long gap,
        @JsonUnwrapped Estimate estimate,
        @Nullable NumberContext beside) {

    NumberResult ranked(boolean apart) {
        return new NumberResult(id, group, currency, n, d, running, gap, estimate.ranked(apart), beside);
    }

    NumberResult withContext(NumberContext context) {
        return new NumberResult(id, group, currency, n, d, running, gap, estimate, context);
    }

    public @Nullable Double value() {
        return estimate.value();
    }

    public @Nullable Double low() {
        return estimate.low();
    }

    public @Nullable Double high() {
        return estimate.high();
    }

    public boolean enough() {
        return estimate.enough();
    }

    public boolean firm() {
        return estimate.firm();
    }

    public boolean rankable() {
        return estimate.rankable();
    }
}
