package org.leadrelay.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computation of a board's numbers: what is counted or timed in the database, judged in memory. */
@Component
class BoardNumbers {

    private final JdbcClient jdbc;
    private final NumberCounts counts;
    private final BoardCosts costs;
    private final PeriodComparison periods;
    private final RevenueTarget target;

    BoardNumbers(
            JdbcClient jdbc, NumberCounts counts, BoardCosts costs, PeriodComparison periods, RevenueTarget target) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.costs = costs;
        this.periods = periods;
        this.target = target;
    }

    /** All of a board, each with what it is read beside. */
    List<NumberResult> of(Board board, BoardStatement statement) {
        // Facts and their indexes lie in memory: reading an index costs no more there than reading the table in its
        // order.
        jdbc.sql("select set_config('random_page_cost', '1.1', true)")
                .query(String.class)
                .single();
        List<NumberResult> results = of(NumberCatalog.of(board), statement);
        return target.beside(periods.beside(board, results, statement), statement);
    }

    private List<NumberResult> of(List<BoardNumber> numbers, BoardStatement statement) {
        Map<String, Map<String, Times>> times = new HashMap<>();
        List<BoardNumber> ofCosts =
                numbers.stream().filter(each -> each.kind() == Kind.COST).toList();
        Map<String, List<NumberResult>> results = costs.of(ofCosts, statement);
        for (BoardNumber number : numbers) {
            if (number.kind().isTime()) {
                String sql = statement.times(
                        number, number.groupedBy(statement.filter().group()));
                results.put(number.id(), times(number, times.computeIfAbsent(sql, any -> times(sql, statement))));
            }
        }
        counts.of(
                        numbers.stream()
                                .filter(each ->
                                        each.kind() != Kind.COST && !each.kind().isTime())
                                .toList(),
                        statement)
                .forEach((number, groups) -> results.put(number.id(), judged(number, groups)));
        return numbers.stream()
                .flatMap(number -> results.getOrDefault(number.id(), List.of()).stream())
                .toList();
    }

    private static List<NumberResult> judged(BoardNumber number, List<NumberCounts.Counted> groups) {
        List<NumberResult> results = groups.stream()
                .sorted(Comparator.comparing(NumberCounts.Counted::n)
                        .reversed()
                        .thenComparing(each -> String.valueOf(each.group())))
                .map(group -> judged(number, group))
                .toList();
        boolean apart = areApart(results);
        return results.stream().map(result -> result.ranked(apart)).toList();
    }

    private static NumberResult judged(BoardNumber number, NumberCounts.Counted group) {
        boolean share = number.kind() == Kind.SHARE && number.isEnough(group.d());
        return new NumberResult(
                number.id(),
                group.group(),
                number.kind().isAmount() ? currency(group.group()) : null,
                group.n(),
                group.d(),
                group.running(),
                group.gap(),
                share
                        ? Estimate.of(number, group.d(), Evidence.wilson(group.n(), group.d()))
                        : Estimate.of(number, group.d(), plain(number, group)),
                null);
    }

    private static @Nullable Double plain(BoardNumber number, NumberCounts.Counted group) {
        return switch (number.kind()) {
            case COUNT -> Double.valueOf((double) group.n());
            case SUM -> group.amount();
            case MEAN ->
                number.isEnough(group.d()) && group.amount() != null
                        ? Double.valueOf(group.amount() / group.n())
                        : null;
            default -> null;
        };
    }

    /** The last word of an amount's group, where it has one. */
    private static @Nullable String currency(@Nullable String group) {
        String last = group == null ? Grouping.UNKNOWN : group.substring(group.lastIndexOf(' ') + 1);
        return last.equals(Grouping.UNKNOWN) ? null : last;
    }

    /** Whether the intervals of all groups with a rate lie apart; of fewer than two there is nothing to rank. */
    private static boolean areApart(List<NumberResult> groups) {
        List<Evidence.Interval> intervals = new ArrayList<>();
        for (NumberResult group : groups) {
            if (group.value() != null && group.low() != null && group.high() != null) {
                intervals.add(new Evidence.Interval(group.value(), group.low(), group.high()));
            }
        }
        intervals.sort(Comparator.comparing(Evidence.Interval::low));
        for (int i = 1; i < intervals.size(); i++) {
            if (!intervals.get(i - 1).isApartFrom(intervals.get(i))) {
                return false;
            }
        }
        return intervals.size() > 1;
    }

    private Map<String, Times> times(String sql, BoardStatement statement) {
        Map<String, Times> groups = new LinkedHashMap<>();
        jdbc.sql(sql).params(statement.parameters()).query(row -> {
            groups.computeIfAbsent(String.valueOf(row.getString("grp")), group -> new Times())
                    .add(row);
        });
        if (groups.isEmpty()) {
            groups.put("null", new Times());
        }
        return groups;
    }

    private static List<NumberResult> times(BoardNumber number, Map<String, Times> groups) {
        List<NumberResult> results = new ArrayList<>();
        groups.forEach((group, times) -> results.add(times.result(number, group.equals("null") ? null : group)));
        results.sort(
                Comparator.comparing(NumberResult::d).reversed().thenComparing(each -> String.valueOf(each.group())));
        return results;
    }

    /** Working times of one group, while they are read. */
    private static final class Times {

        private final List<Evidence.Observed> observed = new ArrayList<>();
        private long done;
        private long running;
        private long gap;

        void add(ResultSet row) throws SQLException {
            long times = row.getLong("times");
            long minutes = row.getLong("minutes");
            if (row.wasNull()) {
                gap += times;
                return;
            }
            long ended = row.getLong("done");
            done += ended;
            running += times - ended;
            observed.add(new Evidence.Observed(minutes * 60.0, 1, ended));
            observed.add(new Evidence.Observed(minutes * 60.0, 0, times - ended));
        }

        NumberResult result(BoardNumber number, @Nullable String group) {
            long all = done + running;
            double share = number.kind() == Kind.MEDIAN ? 0.5 : 0.9;
            double time = number.isEnough(all) ? Evidence.quantile(Evidence.kaplanMeier(observed), share) : Double.NaN;
            return new NumberResult(
                    number.id(),
                    group,
                    null,
                    done,
                    all,
                    running,
                    gap,
                    Estimate.of(number, all, Double.isNaN(time) ? null : Double.valueOf(time)),
                    null);
        }
    }
}
