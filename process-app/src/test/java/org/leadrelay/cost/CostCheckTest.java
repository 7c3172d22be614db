package org.leadrelay.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.platform.Invalid;
import org.springframework.context.i18n.LocaleContextHolder;

/** What may be entered as a cost, and what is said of the rest. */
class CostCheckTest {

    private final CostCheck check = new CostCheck(Set.of("Webinar", "other", "-"), "EUR", YearMonth.of(2026, 11));

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "Webinar, 2026-03,  1200,            EUR",
        "Webinar, 2026-11,  1200.50,         EUR",
        "other,   2026-03,  0,               EUR",
        "-,       2000-01,  0.01,            EUR",
        "Webinar, 2026-03,  ,                EUR",
        "Webinar, 2026-03,  1200.500,        ",
        "Webinar, 2026-03,  999999999999.99, EUR"
    })
    void a_known_source_a_month_and_an_amount_hold(
            String source, String month, @Nullable BigDecimal amount, @Nullable String currency) {
        assertThat(check.check(List.of(new CostOrder(source, month, amount, currency, null))))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "Fair,    2026-03,    1,     EUR, source,   There is no source 'Fair'",
        ",        2026-03,    1,     EUR, source,   missing",
        "Webinar, March 2026, 1,     EUR, month,    Write it as 2026-03",
        "Webinar, 2026-13,    1,     EUR, month,    Write it as 2026-03",
        "Webinar, 2026-3,     1,     EUR, month,    Write it as 2026-03",
        "Webinar, 2026-03-01, 1,     EUR, month,    Write it as 2026-03",
        "Webinar, ,           1,     EUR, month,    Write it as 2026-03",
        "Webinar, 2026-12,    1,     EUR, month,    still to come",
        "Webinar, 1999-12,    1,     EUR, month,    Check the year",
        "Webinar, 2026-03,    -1,    EUR, amount,   not negative",
        "Webinar, 2026-03,    1.001, EUR, amount,   two decimals",
        "Webinar, 2026-03,    1e12,  EUR, amount,   Check the amount",
        "Webinar, 2026-03,    1e-999999999,  EUR, amount, two decimals",
        "Webinar, 2026-03,    -1e-999999999, EUR, amount, not negative",
        "Webinar, 2026-03,    -1e999999999,  EUR, amount, not negative",
        "Webinar, 2026-03,    1e999999999,   EUR, amount, Check the amount",
        "Webinar, 9999-12,    1,     EUR, month,    still to come",
        "Webinar, 0000-01,    1,     EUR, month,    Check the year",
        "Webinar, 2026-03,    1,     CHF, currency, not in CHF",
        "Webinar, 2026-03,    1,     XQQ, currency, no currency 'XQQ'"
    })
    void all_else_is_refused_by_its_field_with_a_remedy(
            @Nullable String source,
            @Nullable String month,
            BigDecimal amount,
            String currency,
            String field,
            String words) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> check.check(List.of(new CostOrder(source, month, amount, currency, null))))
                .satisfies(refused -> {
                    assertThat(refused.violations())
                            .extracting(Invalid.Violation::field)
                            .containsExactly("entries[0]." + field);
                    assertThat(refused.violations().get(0).message()).contains(words);
                });
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        // given
        List<CostOrder> orders = List.of(
                new CostOrder("Webinar", "2026-03", BigDecimal.ONE, null, null),
                new CostOrder("Webinar", "2026-03", BigDecimal.TEN, null, null),
                new CostOrder("Fair", "soon", BigDecimal.valueOf(-1), "XQQ", null));

        // then
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> check.check(orders))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Invalid.Violation::field)
                        .containsExactly(
                                "entries[1].month",
                                "entries[2].source",
                                "entries[2].month",
                                "entries[2].amount",
                                "entries[2].currency"));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> check.check(null));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> check.check(List.of()));
    }

    @Test
    void what_is_no_entry_and_months_that_cannot_be_read_at_once_are_refused() {
        assertThat(refusals(Arrays.asList(order("2026-03"), null))).containsExactly("entries[1]");
        assertThat(refusals(List.of(order("2000-01"), order("2026-03")))).containsExactly("entries");
        assertThat(check.check(List.of(order("2016-11"), order("2026-11")))).hasSize(2);
    }

    private List<String> refusals(List<@Nullable CostOrder> orders) {
        try {
            check.check(orders);
            return List.of();
        } catch (Invalid refused) {
            return refused.violations().stream().map(Invalid.Violation::field).toList();
        }
    }

    private static CostOrder order(String month) {
        return new CostOrder("Webinar", month, BigDecimal.ONE, null, null);
    }
}
