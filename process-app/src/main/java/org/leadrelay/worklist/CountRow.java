package org.leadrelay.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** One step's numbers in one branch of a person's sight. */
record CountRow(
        String role,
        String step,
        String name,
        long every,
        long mine,
        long free,
        long team,
        long waiting,
        long overdue) {

    static CountRow of(ResultSet row, String name) throws SQLException {
        return new CountRow(
                row.getString("role"),
                row.getString("step"),
                name,
                row.getLong("every"),
                row.getLong("mine"),
                row.getLong("free"),
                row.getLong("team"),
                row.getLong("waiting"),
                row.getLong("overdue"));
    }

    /**
     * Scopes are counted within the query's step, steps within its scope: each tells what choosing it would list.
     * Reps' tasks that nobody has are of the role only for whoever is a rep.
     */
    static InboxCounts sum(List<CountRow> every, InboxQuery query, TaskAccess sight) {
        Map<String, InboxCounts.Step> steps = new TreeMap<>();
        for (CountRow row : every) {
            long listed = row.listed(query, sight);
            if (listed == 0 && !row.step().equals(query.step())) {
                continue;
            }
            steps.merge(
                    row.role() + " " + row.step(),
                    new InboxCounts.Step(row.role(), row.step(), row.name(), listed, row.overdue()),
                    (one, other) -> new InboxCounts.Step(
                            one.role(),
                            one.step(),
                            one.name(),
                            one.count() + other.count(),
                            one.overdue() + other.overdue()));
        }
        List<CountRow> rows = every.stream()
                .filter(row -> query.step() == null || query.step().equals(row.step()))
                .toList();
        return new InboxCounts(
                total(rows, CountRow::mine),
                total(rows, row -> row.ofRole(sight)),
                total(rows, CountRow::team),
                total(rows, CountRow::every),
                total(rows, CountRow::waiting),
                total(rows, CountRow::overdue),
                steps.values().stream()
                        .sorted(Comparator.comparing(InboxCounts.Step::role).thenComparing(InboxCounts.Step::step))
                        .toList());
    }

    private long ofRole(TaskAccess sight) {
        return sight.worksAs(role) ? free : 0;
    }

    private long listed(InboxQuery query, TaskAccess sight) {
        if (query.acrossScopes()) {
            return query.overdue() ? overdue : waiting;
        }
        return switch (query.scope()) {
            case MINE -> mine;
            case ROLE -> ofRole(sight);
            case TEAM -> team;
            case ALL -> every;
        };
    }

    private static long total(List<CountRow> rows, ToLongFunction<CountRow> of) {
        return rows.stream().mapToLong(of).sum();
    }
}
