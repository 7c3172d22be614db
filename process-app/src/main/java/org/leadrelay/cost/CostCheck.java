package org.leadrelay.cost;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.Wording;

/**
 * Validation of costs that are entered: all that is wrong at once, with field and remedy.
 *
 * @param sources that there are
 * @param currency the charter's
 * @param now the month that runs: nobody knows what a later one costs
 */
record CostCheck(Set<String> sources, String currency, YearMonth now) {

    static final YearMonth FIRST = YearMonth.of(2000, 1);
    static final int MOST = 1_000;

    /** Months from the first to the last that are entered, or read, at once. */
    static final int LONGEST = 120;

    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");
    private static final Wording WORDING = Wording.of(CostCheck.class);

    /** An order that holds. */
    record Checked(
            String source,
            YearMonth month,
            @Nullable BigDecimal amount,
            @Nullable Long seen) {}

    /** @throws Invalid with everything that is wrong */
    List<Checked> check(@Nullable List<@Nullable CostOrder> orders) {
        if (orders == null || orders.isEmpty()) {
            throw Invalid.field("entries", WORDING.text("noEntries"));
        }
        if (orders.size() > MOST) {
            throw Invalid.field("entries", WORDING.text("tooMany", MOST));
        }
        List<Violation> wrong = new ArrayList<>();
        List<Checked> checked = new ArrayList<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < orders.size(); i++) {
            CostOrder order = orders.get(i);
            if (order == null) {
                wrong.add(new Violation("entries[" + i + "]", WORDING.text("noEntry")));
                continue;
            }
            String field = "entries[" + i + "].";
            int before = wrong.size();
            String source = source(order.source(), field, wrong);
            YearMonth month = month(order.month(), field, wrong);
            amount(order.amount(), field, wrong);
            currency(order.currency(), field, wrong);
            if (source != null && month != null && !twice.add(source + " " + month)) {
                wrong.add(new Violation(field + "month", WORDING.text("twice", source, month)));
            }
            if (wrong.size() == before && source != null && month != null) {
                BigDecimal amount = order.amount();
                checked.add(new Checked(source, month, amount == null ? null : CostTable.plain(amount), order.seen()));
            }
        }
        if (wrong.isEmpty() && isTooLong(checked)) {
            wrong.add(new Violation("entries", WORDING.text("apart", LONGEST)));
        }
        if (!wrong.isEmpty()) {
            throw Invalid.of(wrong);
        }
        return checked;
    }

    private static boolean isTooLong(List<Checked> checked) {
        List<YearMonth> months = checked.stream().map(Checked::month).sorted().toList();
        return isTooLong(months.get(0), months.get(months.size() - 1));
    }

    /** Whether these are more months than are entered, or read, at once. */
    static boolean isTooLong(YearMonth first, YearMonth last) {
        return first.plusMonths(LONGEST).isBefore(last);
    }

    private @Nullable String source(@Nullable String source, String field, List<Violation> wrong) {
        if (source == null || source.isBlank()) {
            wrong.add(new Violation(field + "source", WORDING.text("noSource", Costs.NO_SOURCE)));
            return null;
        }
        if (!sources.contains(source)) {
            wrong.add(new Violation(field + "source", WORDING.text("source", source, String.join(", ", named()))));
            return null;
        }
        return source;
    }

    private List<String> named() {
        return sources.stream().sorted().limit(20).toList();
    }

    private @Nullable YearMonth month(@Nullable String text, String field, List<Violation> wrong) {
        YearMonth month = Costs.month(text).orElse(null);
        if (month == null) {
            wrong.add(new Violation(field + "month", WORDING.text("month", text == null ? "" : text)));
            return null;
        }
        if (month.isAfter(now)) {
            wrong.add(new Violation(field + "month", WORDING.text("later", month, now)));
            return null;
        }
        if (month.isBefore(FIRST)) {
            wrong.add(new Violation(field + "month", WORDING.text("tooEarly", month, FIRST)));
            return null;
        }
        return month;
    }

    /** An amount is said as it was sent: written out in full, 1e-999999999 has a billion digits. */
    private static void amount(@Nullable BigDecimal amount, String field, List<Violation> wrong) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0) {
            wrong.add(new Violation(field + "amount", WORDING.text("negative", amount.toString())));
        } else if (amount.compareTo(LARGEST) > 0) {
            wrong.add(new Violation(field + "amount", WORDING.text("large", LARGEST.toPlainString())));
        } else if (CostTable.plain(amount).scale() > 2) {
            wrong.add(new Violation(field + "amount", WORDING.text("decimals", amount.toString())));
        }
    }

    private void currency(@Nullable String given, String field, List<Violation> wrong) {
        if (given == null || given.equals(currency)) {
            return;
        }
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(given));
        wrong.add(new Violation(
                field + "currency",
                known ? WORDING.text("otherCurrency", given, currency) : WORDING.text("noCurrency", given, currency)));
    }
}
