package org.leadrelay.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.BoardNumber.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computation of numbers: counted in as few statements as have the same rows, judged in memory. */
@Component
class BoardNumbers {

    private final JdbcClient jdbc;
    private final BoardCosts costs;
    private final PeriodComparison periods;
    private final RevenueTarget target;

    BoardNumbers(JdbcClient jdbc, BoardCosts costs, PeriodComparison periods, RevenueTarget target) {
        this.jdbc = jdbc;
        this.costs = costs;
        this.periods = periods;
        this.target = target;
    }

    /** Rows that a denominator is made of. */
    private record Rows(Unit unit, String entered, String denominator, boolean amount) {

        static Rows of(BoardNumber number) {
            return new Rows(
                    number.unit(),
                    number.entered(),
                    number.denominator(),
                    number.kind().isAmount());
        }
    }

    /** Numbers that one statement counts. */
    private record Together(Rows rows, @Nullable Grouping grouping) {}

    /** Rows of one group. */
    private record Counted(
            @Nullable String group,
            long n,
            long d,
            long running,
            long gap,
            @Nullable Double amount) {}

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
        Map<Rows, List<BoardNumber>> ofRows = new HashMap<>();
        Map<Together, List<BoardNumber>> together = new LinkedHashMap<>();
        Map<String, Map<String, Times>> times = new HashMap<>();
        List<BoardNumber> ofCosts =
                numbers.stream().filter(each -> each.kind() == Kind.COST).toList();
        Map<String, List<NumberResult>> results = costs.of(ofCosts, statement);
        for (BoardNumber number : numbers) {
            if (number.kind() == Kind.COST) {
                continue;
            }
            if (number.kind().isTime()) {
                String sql = statement.times(
                        number, number.groupedBy(statement.filter().group()));
                results.put(number.id(), times(number, times.computeIfAbsent(sql, any -> times(sql, statement))));
            } else {
                Rows rows = Rows.of(number);
                Grouping grouping = number.groupedBy(statement.filter().group());
                ofRows.computeIfAbsent(rows, any -> new ArrayList<>()).add(number);
                together.computeIfAbsent(new Together(rows, grouping), any -> new ArrayList<>())
                        .add(number);
            }
        }
        Map<Rows, Map<BoardNumber, List<Counted>>> whole = new HashMap<>();
        Function<Rows, Map<BoardNumber, List<Counted>>> unsplit = rows ->
                whole.computeIfAbsent(rows, any -> read(Objects.requireNonNull(ofRows.get(rows)), null, statement));
        together.forEach((key, some) -> {
            Map<BoardNumber, List<Counted>> counted = counted(key, some, unsplit, statement);
            some.forEach(
                    number -> results.put(number.id(), judged(number, Objects.requireNonNull(counted.get(number)))));
        });
        return numbers.stream()
                .flatMap(number -> results.getOrDefault(number.id(), List.of()).stream())
                .toList();
    }

    /** @param unsplit counts of rows as a whole, read once however many numbers are compared with them */
    private Map<BoardNumber, List<Counted>> counted(
            Together key,
            List<BoardNumber> numbers,
            Function<Rows, Map<BoardNumber, List<Counted>>> unsplit,
            BoardStatement statement) {
        Grouping grouping = key.grouping();
        if (grouping == null) {
            return unsplit.apply(key.rows());
        }
        Map<BoardNumber, List<Counted>> counted = read(numbers, grouping, statement);
        if (!grouping.isOfNumerator()) {
            return counted;
        }
        Map<BoardNumber, List<Counted>> whole = unsplit.apply(key.rows());
        Map<BoardNumber, List<Counted>> compared = new LinkedHashMap<>();
        counted.forEach((number, groups) -> {
            Counted all = Objects.requireNonNull(whole.get(number)).get(0);
            compared.put(
                    number,
                    groups.stream()
                            .filter(group -> group.n() > 0)
                            .map(group -> new Counted(
                                    group.group(), group.n(), all.d(), all.running(), all.gap(), group.amount()))
                            .toList());
        });
        return compared;
    }

    private Map<BoardNumber, List<Counted>> read(
            List<BoardNumber> numbers, @Nullable Grouping grouping, BoardStatement statement) {
        Map<BoardNumber, List<Counted>> counted = new LinkedHashMap<>();
        numbers.forEach(number -> counted.put(number, new ArrayList<>()));
        jdbc.sql(statement.counts(numbers, grouping))
                .params(statement.parameters())
                .query(row -> {
                    for (int i = 0; i < numbers.size(); i++) {
                        BoardNumber number = numbers.get(i);
                        Counted group = row(row, i, number.kind().isAmount());
                        if (group.d() + group.running() + group.gap() > 0) {
                            Objects.requireNonNull(counted.get(number)).add(group);
                        }
                    }
                });
        counted.values().stream()
                .filter(List::isEmpty)
                .forEach(groups -> groups.add(new Counted(null, 0, 0, 0, 0, null)));
        return counted;
    }

    private static Counted row(ResultSet row, int i, boolean amount) throws SQLException {
        return new Counted(
                row.getString("grp"),
                row.getLong("n" + i),
                row.getLong("d" + i),
                row.getLong("running" + i),
                row.getLong("gap" + i),
                amount && row.getObject("amount" + i) != null ? Double.valueOf(row.getDouble("amount" + i)) : null);
    }

    private static List<NumberResult> judged(BoardNumber number, List<Counted> groups) {
        List<NumberResult> results = groups.stream()
                .sorted(Comparator.comparing(Counted::n).reversed().thenComparing(each -> String.valueOf(each.group())))
                .map(group -> judged(number, group))
                .toList();
        boolean apart = areApart(results);
        return results.stream().map(result -> result.ranked(apart)).toList();
    }

    private static NumberResult judged(BoardNumber number, Counted group) {
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

    private static @Nullable Double plain(BoardNumber number, Counted group) {
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
