package org.leadrelay.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Cost record: spend of one source in one month. Of several the newest counts, the others are its history.
 *
 * @param number counted up with every entry of all
 * @param source as leads have it; {@link Costs#NO_SOURCE} for what was spent on no source alone
 * @param amount null where what had been entered was taken back
 * @param by login
 */
public record CostEntry(
        long number,
        String source,
        YearMonth month,
        @Nullable BigDecimal amount,
        String currency,
        String by,
        Instant at) {}
