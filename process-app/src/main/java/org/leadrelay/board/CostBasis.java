package org.leadrelay.board;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.cost.KnownCosts.Lacking;

/**
 * Basis of a cost per lead: amounts and leads divided.
 *
 * @param from first whole month that is over among the days; null where there is none
 * @param to last of them
 * @param spent what is known to have been spent
 * @param lacking sources and months without costs: as long as there are any, no value is said
 * @param finer whether the filter asks for more than source and time, of which no costs are known
 */
public record CostBasis(
        @Nullable YearMonth from, @Nullable YearMonth to, BigDecimal spent, List<Lacking> lacking, boolean finer) {

    public CostBasis {
        lacking = List.copyOf(lacking);
    }

    /** Whether it is known for the whole period. */
    boolean isWhole() {
        return from != null && !finer && lacking.isEmpty();
    }
}
