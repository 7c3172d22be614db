package org.leadrelay.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.leadrelay.cost.Costs;
import org.leadrelay.cost.KnownCosts;
import org.springframework.stereotype.Component;

/** Computation of costs for each lead (cost per lead): what was spent in whole months, by the rows of these months. */
@Component
class BoardCosts {

    private final NumberCounts counts;
    private final Costs costs;
    private final Charter charter;

    BoardCosts(NumberCounts counts, Costs costs, Charter charter) {
        this.counts = counts;
        this.costs = costs;
        this.charter = charter;
    }

    /** Rows of one group. */
    private record Rows(long d, long gap) {

        static final Rows NONE = new Rows(0, 0);

        Rows and(Rows other) {
            return new Rows(d + other.d, gap + other.gap);
        }
    }

    /**
     * What is known of some months.
     *
     * @param sources whose leads came in or went on in these months, or of which costs are known
     * @param finer whether the filter asks for more than source and time
     */
    private record Known(List<YearMonth> months, Set<String> sources, KnownCosts costs, boolean finer) {

        CostBasis basis(Collection<String> some, List<YearMonth> when) {
            return when.isEmpty()
                    ? new CostBasis(null, null, BigDecimal.ZERO, List.of(), finer)
                    : new CostBasis(
                            when.get(0),
                            when.get(when.size() - 1),
                            costs.spent(some, when),
                            costs.lacking(some, when),
                            finer);
        }
    }

    /**
     * @param numbers of the kind that costs are
     * @param asked over the days of the board
     */
    Map<String, List<NumberResult>> of(List<BoardNumber> numbers, BoardStatement asked) {
        Map<String, List<NumberResult>> results = new HashMap<>();
        if (numbers.isEmpty()) {
            return results;
        }
        BoardStatement statement = asked.of(numbers.get(0));
        List<YearMonth> months = statement.months();
        KnownCosts costsOfMonths = months.isEmpty()
                ? new KnownCosts(List.of(), "")
                : costs.between(months.get(0), months.get(months.size() - 1));
        Map<String, Map<String, Rows>> bySource = new HashMap<>();
        Set<String> sources = new TreeSet<>(costsOfMonths.sources());
        for (BoardNumber number : numbers) {
            Map<String, Rows> rows = read(number, Grouping.SOURCE, statement);
            bySource.put(number.id(), rows);
            sources.addAll(rows.keySet());
        }
        String only = asked.filter().source();
        if (only != null) {
            sources = Set.of(only);
        }
        Known known = new Known(months, sources, costsOfMonths, asked.filter().narrowsWithinSources());
        for (BoardNumber number : numbers) {
            results.put(number.id(), results(number, statement, known, bySource.getOrDefault(number.id(), Map.of())));
        }
        return results;
    }

    private List<NumberResult> results(
            BoardNumber number, BoardStatement statement, Known known, Map<String, Rows> bySource) {
        Grouping grouping = number.groupedBy(statement.filter().group());
        List<NumberResult> results = new ArrayList<>();
        if (grouping == Grouping.SOURCE) {
            known.sources()
                    .forEach(source -> results.add(result(
                            number,
                            source,
                            bySource.getOrDefault(source, Rows.NONE),
                            known.basis(List.of(source), known.months()))));
        } else if (grouping == Grouping.MONTH) {
            Map<String, Rows> byMonth = read(number, Grouping.MONTH, statement);
            for (YearMonth month : known.months()) {
                Rows rows = byMonth.getOrDefault(month.toString(), Rows.NONE);
                results.add(result(number, month.toString(), rows, known.basis(known.sources(), List.of(month))));
            }
        }
        if (results.isEmpty()) {
            Rows all = bySource.values().stream().reduce(Rows.NONE, Rows::and);
            results.add(result(number, null, all, known.basis(known.sources(), known.months())));
        }
        results.sort(
                Comparator.comparing(NumberResult::d).reversed().thenComparing(each -> String.valueOf(each.group())));
        return results;
    }

    private NumberResult result(BoardNumber number, @Nullable String group, Rows rows, CostBasis basis) {
        Double value = number.isEnough(rows.d()) && basis.isWhole()
                ? Double.valueOf(basis.spent()
                        .divide(BigDecimal.valueOf(rows.d()), 4, RoundingMode.HALF_UP)
                        .doubleValue())
                : null;
        return new NumberResult(
                number.id(),
                group,
                charter.current().currency(),
                rows.d(),
                rows.d(),
                0,
                rows.gap(),
                Estimate.of(number, rows.d(), value),
                new NumberContext(null, null, basis));
    }

    private Map<String, Rows> read(BoardNumber number, Grouping grouping, BoardStatement statement) {
        Map<String, Rows> rows = new HashMap<>();
        counts.of(number, grouping, statement)
                .forEach(each -> rows.put(String.valueOf(each.group()), new Rows(each.d(), each.gap())));
        return rows;
    }
}
