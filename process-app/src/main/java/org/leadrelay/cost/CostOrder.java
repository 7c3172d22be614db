package org.leadrelay.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Request to record a cost (REST body).
 *
 * @param month {@code 2026-03}
 * @param amount at most two decimals; null takes back what was entered
 * @param currency the charter's; null means it
 * @param seen number of the entry that was read, 0 for none; null does not ask whether another came meanwhile
 */
public record CostOrder(
        @Nullable String source,
        @Nullable String month,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Long seen) {}
