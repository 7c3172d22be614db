package org.leadrelay.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.DirectStandardisation.Counts;
import org.springframework.stereotype.Component;

/** Comparison of a period's conversion rates with the period before, also at its mix of sources. */
@Component
class PeriodComparison {

    private final NumberCounts counts;

    PeriodComparison(NumberCounts counts) {
        this.counts = counts;
    }

    /** Days, both included. */
    record Days(LocalDate from, LocalDate to) {

        /** As many months where these are whole ones, else as many days. */
        Days before() {
            boolean months =
                    from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
            return months
                    ? new Days(from.minusMonths(ChronoUnit.MONTHS.between(from, to.plusDays(1))), from.minusDays(1))
                    : new Days(from.minusDays(ChronoUnit.DAYS.between(from, to) + 1), from.minusDays(1));
        }
    }

    /** The rates of the board of conversion, each with what it is compared to, where that can be told. */
    List<NumberResult> beside(Board board, List<NumberResult> results, BoardStatement statement) {
        Days before = before(statement);
        return board != Board.CONVERSION || before == null
                ? results
                : results.stream().map(each -> beside(each, statement, before)).toList();
    }

    private NumberResult beside(NumberResult result, BoardStatement statement, Days before) {
        if (result.group() != null || !result.enough()) {
            return result;
        }
        return NumberCatalog.find(Board.CONVERSION, result.id())
                .filter(number -> number.kind() == Kind.SHARE)
                .flatMap(number -> mixed(number, statement, before))
                .map(mix -> result.withContext(new NumberContext(null, mix, null)))
                .orElse(result);
    }

    /** Null where no first day was asked for, where nothing was recorded then, and of one source, which is no mix. */
    private static @Nullable Days before(BoardStatement statement) {
        BoardStatement.Bounds bounds = statement.bounds();
        if (statement.filter().from() == null || statement.filter().source() != null) {
            return null;
        }
        Days before = new Days(bounds.from(), bounds.to()).before();
        return before.from().isBefore(bounds.recordingBegan()) ? null : before;
    }

    private Optional<StandardisedRate> mixed(BoardNumber number, BoardStatement statement, Days before) {
        Map<String, Counts> then = bySource(number, statement.in(before.from(), before.to()));
        Counts all = then.values().stream().reduce(Counts.NONE, Counts::and);
        return DirectStandardisation.of(bySource(number, statement), then)
                .map(mix -> new StandardisedRate(
                        before.from(),
                        before.to(),
                        all.n(),
                        all.d(),
                        (double) all.n() / all.d(),
                        mix.value(),
                        mix.low(),
                        mix.high()));
    }

    private Map<String, Counts> bySource(BoardNumber number, BoardStatement statement) {
        Map<String, Counts> bySource = new HashMap<>();
        counts.of(number, Grouping.SOURCE, statement)
                .forEach(each -> bySource.put(String.valueOf(each.group()), new Counts(each.n(), each.d())));
        return bySource;
    }
}
