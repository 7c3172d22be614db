package org.leadrelay.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries that count numbers, in as few statements as have the same rows. */
@Component
class NumberCounts {

    private static final Counted NOTHING = new Counted(null, 0, 0, 0, 0, null);

    private final JdbcClient jdbc;

    NumberCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts of one group (a row of GROUP BY). */
    record Counted(
            @Nullable String group,
            long n,
            long d,
            long running,
            long gap,
            @Nullable Double amount) {}

    /**
     * Rows that one statement reads.
     *
     * @param joined the grouping that is joined to them
     */
    private record Rows(
            Unit unit,
            String entered,
            String denominator,
            boolean amount,
            @Nullable Grouping joined) {

        static Rows of(BoardNumber number, @Nullable Grouping grouping) {
            return new Rows(
                    number.unit(),
                    number.entered(),
                    number.denominator(),
                    number.kind().isAmount(),
                    grouping != null && grouping.isJoined() ? grouping : null);
        }
    }

    /** What the statements found, by number and split. */
    private record Found(Map<BoardNumber, Map<Split, List<Counted>>> groups) {

        List<Counted> of(BoardNumber number, @Nullable Grouping grouping) {
            return groups.getOrDefault(number, Map.of()).getOrDefault(Split.of(number, grouping), List.of());
        }
    }

    /** Of each number its groups, by its own grouping or the one asked for; one without rows where there are none. */
    Map<BoardNumber, List<Counted>> of(List<BoardNumber> numbers, BoardStatement statement) {
        Found found = new Found(new HashMap<>());
        statements(numbers, statement).forEach(each -> read(each, found));
        Map<BoardNumber, List<Counted>> counted = new LinkedHashMap<>();
        for (BoardNumber number : numbers) {
            Grouping grouping = number.groupedBy(statement.filter().group());
            List<Counted> groups = found.of(number, grouping);
            counted.put(
                    number,
                    grouping != null && grouping.isOfNumerator()
                            ? compared(groups, found.of(number, null))
                            : groups.isEmpty() ? List.of(NOTHING) : groups);
        }
        return counted;
    }

    /** Groups of one number; none where there are no rows. */
    List<Counted> of(BoardNumber number, Grouping grouping, BoardStatement statement) {
        Found found = new Found(new HashMap<>());
        Grouping joined = grouping.isJoined() ? grouping : null;
        read(new CountStatement(statement, joined).with(number, grouping), found);
        return found.of(number, grouping);
    }

    /** As few as have the same rows; of groups of a numerator the whole is counted, too. */
    static Collection<CountStatement> statements(List<BoardNumber> numbers, BoardStatement statement) {
        Map<Rows, CountStatement> statements = new LinkedHashMap<>();
        for (BoardNumber number : numbers) {
            Grouping grouping = number.groupedBy(statement.filter().group());
            plan(number, grouping, statement, statements);
            if (grouping != null && grouping.isOfNumerator()) {
                plan(number, null, statement, statements);
            }
        }
        return together(statements.values());
    }

    private static void plan(
            BoardNumber number,
            @Nullable Grouping grouping,
            BoardStatement statement,
            Map<Rows, CountStatement> statements) {
        Rows rows = Rows.of(number, grouping);
        statements
                .computeIfAbsent(rows, any -> new CountStatement(statement, rows.joined()))
                .with(number, grouping);
    }

    /** Numbers that only their own grouping splits are read together also where one counts fewer of the rows than another. */
    private static Collection<CountStatement> together(Collection<CountStatement> statements) {
        Map<Object, CountStatement> together = new LinkedHashMap<>();
        for (CountStatement each : statements) {
            BoardNumber any = each.numbers().get(0);
            boolean own = each.numbers().stream().allMatch(number -> number.grouping() != null);
            Object rows = own ? List.of(any.unit(), any.entered(), each.splits()) : each;
            together.merge(rows, each, CountStatement::with);
        }
        return together.values();
    }

    /** Groups of rejections beside all that were answered: a group has no denominator of its own. */
    private static List<Counted> compared(List<Counted> groups, List<Counted> whole) {
        Counted all = whole.isEmpty() ? NOTHING : whole.get(0);
        return groups.stream()
                .filter(group -> group.n() > 0)
                .map(group -> new Counted(group.group(), group.n(), all.d(), all.running(), all.gap(), group.amount()))
                .toList();
    }

    private void read(CountStatement counts, Found found) {
        List<BoardNumber> numbers = counts.numbers();
        List<Split> splits = counts.splits();
        jdbc.sql(counts.sql()).params(counts.statement().parameters()).query(row -> {
            Split split = splits.get(row.getInt("split"));
            for (int i = 0; i < numbers.size(); i++) {
                Counted group = group(row, i, numbers.get(i).kind().isAmount());
                if (group.d() + group.running() + group.gap() > 0) {
                    found.groups()
                            .computeIfAbsent(numbers.get(i), any -> new HashMap<>())
                            .computeIfAbsent(split, any -> new ArrayList<>())
                            .add(group);
                }
            }
        });
    }

    private static Counted group(ResultSet row, int i, boolean amount) throws SQLException {
        return new Counted(
                row.getString("grp"),
                row.getLong("n" + i),
                row.getLong("d" + i),
                row.getLong("running" + i),
                row.getLong("gap" + i),
                amount && row.getObject("amount" + i) != null ? Double.valueOf(row.getDouble("amount" + i)) : null);
    }
}
