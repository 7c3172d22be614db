package org.leadrelay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.cost.KnownCosts.Lacking;

/** What is known of some months, and what is not. */
class KnownCostsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private final KnownCosts known = new KnownCosts(
            List.of(
                    entry("Webinar", MARCH, "1200.50", "EUR"),
                    entry("Webinar", APRIL, "0", "EUR"),
                    entry("Fair", MARCH, "300", "EUR"),
                    entry("Fair", APRIL, "9000", "CHF"),
                    entry("Web", APRIL, null, "EUR")),
            "EUR");

    @Test
    void amounts_of_sources_and_months_are_summed_and_none_is_converted() {
        assertThat(known.spent(List.of("Webinar", "Fair"), List.of(MARCH, APRIL)))
                .isEqualByComparingTo("1500.50");
        assertThat(known.sources()).containsExactly("Fair", "Webinar");
    }

    @Test
    void nothing_is_an_amount_and_what_nobody_entered_is_not_known() {
        assertThat(known.lacking(List.of("Webinar"), List.of(MARCH, APRIL))).isEmpty();
        assertThat(known.lacking(List.of("Fair", "Web"), List.of(MARCH, APRIL)))
                .containsExactly(new Lacking("Web", MARCH), new Lacking("Fair", APRIL), new Lacking("Web", APRIL));
    }

    private static CostEntry entry(String source, YearMonth month, @Nullable String amount, String currency) {
        return new CostEntry(
                1,
                source,
                month,
                amount == null ? null : new BigDecimal(amount),
                currency,
                "mara",
                Instant.parse("2026-05-04T09:00:00Z"));
    }
}
