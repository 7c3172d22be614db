package org.leadrelay.promise.report;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.leadrelay.promise.report.PromiseReports.Choices;
import org.leadrelay.promise.report.PromiseSummary.Bar;
import org.leadrelay.promise.report.PromiseSummary.Minutes;
import org.leadrelay.promise.report.PromiseSummary.Response;
import org.leadrelay.promise.report.PromiseSummary.Tally;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Aggregate queries of the report: two statements, whatever is grouped by. */
@Component
class PromiseAggregates {

    /** Upper edges of the histogram in minutes of working time; a working day has 480. */
    private static final long[] EDGES = {15, 30, 60, 120, 240, 480, 960, 1_440, 2_400, 4_800};

    private static final long MINUTE = 60_000;

    /** A gap of more weeks is not drawn. */
    private static final int YEAR = 53;

    /** What a row of {@code promised} is told by; the week as the day on which it begins. */
    private static final String PROMISED = """
        select p.clause, p.state, p.reason is null as unexplained, l.source, p.holder as rep,
            date_trunc('week', p.due_at at time zone :zone)::date as week,
            (p.due_at at time zone :zone)::date = cast(:today as date) as today,
            m.late_unassigned, m.late_unopened, m.late_opened, m.late_waiting, m.late_down
        %s
        """;

    private static final String SUMS = """
        sum(late_unassigned) as unassigned, sum(late_unopened) as unopened, sum(late_opened) as opened,
        sum(late_waiting) as waiting, sum(late_down) as down
        """;

    /** Of groups of promises, {@code n} in each. */
    private static final String COUNTS = """
        sum(n) filter (where state = 'kept') as kept,
        sum(n) filter (where state = 'broken') as broken,
        sum(n) filter (where state = 'open') as open,
        sum(n) filter (where state = 'void') as cancelled,
        sum(n) filter (where state = 'open' and today) as due_today,
        sum(n) filter (where state = 'broken' and unexplained) as unexplained,
        sum(unassigned) as unassigned, sum(unopened) as unopened, sum(opened) as opened,
        sum(waiting) as waiting, sum(down) as down
        """;

    /**
     * Each promise is put into two groups, by two columns each, and the groups are added up to those that are asked for: there are far fewer
     * of them than promises.
     */
    private static final String TALLIES = """
        with grouped as (
            select grouping(clause, rep) as pair, clause, source, rep, week, state, unexplained, today, count(*) as n,
        """
            + SUMS
            + "from ("
            + PROMISED
            + """
            ) promised
            group by grouping sets ((clause, source, state, unexplained, today), (rep, week, state, unexplained, today)))
        select grouping(clause, source) * 4 + 3 as which, coalesce(clause, source) as key,
        """
            + COUNTS
            + "from grouped where pair = 1 group by grouping sets ((), (clause), (source)) union all"
            + " select 12 + grouping(rep, week) as which, coalesce(rep, to_char(week, 'YYYY-MM-DD')) as key, "
            + COUNTS
            + "from grouped where pair = 2 group by grouping sets ((rep), (week))";

    private static final String SUM = "select 15 as which, null as key, "
            + COUNTS
            + "from (select state, unexplained, today, count(*) as n, "
            + SUMS
            + "from ("
            + PROMISED
            + ") promised group by state, unexplained, today) grouped";

    /** In two steps, as {@link #TALLIES}. */
    private static final String CHOICES = """
        with grouped as (
            select grouping(clause, rep) as pair, clause, source, rep, role
            from (select p.clause, l.source, p.holder as rep, p.role %s) promised
            group by grouping sets ((clause, source), (rep, role)))
        select grouping(clause, source) * 4 + 3 as which, coalesce(clause, source) as key
        from grouped where pair = 1 group by grouping sets ((clause), (source))
        union all
        select 12 + grouping(rep, role) as which, coalesce(rep, role) as key
        from grouped where pair = 2 group by grouping sets ((rep), (role))
        order by key
        """;

    /** In whole milliseconds: sorting them costs a third of sorting fractions of a minute. */
    private static final String RESPONSE = """
        select count(*) as completed, avg(took) as mean,
            percentile_cont(array[0.5, 0.75, 0.9, 0.95]) within group (order by took) as percentiles,
            %s
        from (select %s as took
            %s and %s) response
        """;

    /** Memory for one sort or hash of this transaction: the default spills a month's promises to the disk. */
    private static final String MEMORY = "select set_config('work_mem', '64MB', true)";

    record Group(int which, Tally tally) {}

    /** For the rest of the transaction. */
    void takeMemory(Function<String, StatementSpec> run) {
        run.apply(MEMORY).query(String.class).single();
    }

    List<Group> tallies(Function<String, StatementSpec> run, String from) {
        return run.apply(TALLIES.formatted(from)).query((row, n) -> group(row)).list();
    }

    Tally sum(Function<String, StatementSpec> run, String from) {
        return run.apply(SUM.formatted(from))
                .query((row, n) -> group(row).tally())
                .single();
    }

    private record Choice(int which, @Nullable String key) {}

    Choices choices(Function<String, StatementSpec> run, String from) {
        List<Choice> all = run.apply(CHOICES.formatted(from))
                .query((row, n) -> new Choice(row.getInt("which"), row.getString("key")))
                .list();
        return new Choices(keys(all, 0b0111), keys(all, 0b1011), keys(all, 0b1101), keys(all, 0b1110));
    }

    private static List<String> keys(List<Choice> all, int which) {
        return all.stream()
                .filter(each -> each.which() == which)
                .map(Choice::key)
                .filter(Objects::nonNull)
                .toList();
    }

    Response response(Function<String, StatementSpec> run, String from) {
        return run.apply(RESPONSE.formatted(bars(), PromiseFilter.TOOK, from, PromiseFilter.COMPLETED))
                .query((row, n) -> response(row))
                .single();
    }

    PromiseSummary summary(List<Group> groups, Response response) {
        Tally all = groups.stream()
                .filter(each -> each.which() == 0b1111)
                .map(Group::tally)
                .findFirst()
                .orElseGet(() -> none(null));
        return new PromiseSummary(
                all,
                of(groups, 0b0111, Comparator.comparingLong(Tally::total).reversed()),
                of(groups, 0b1011, Comparator.comparingLong(Tally::total).reversed()),
                of(groups, 0b1101, Comparator.comparingLong(Tally::total).reversed()),
                weeks(groups),
                response);
    }

    /** One after the other, also those in which nothing was due. */
    private static List<Tally> weeks(List<Group> groups) {
        Map<LocalDate, Tally> weeks = new TreeMap<>();
        for (Tally each : of(groups, 0b1110, Comparator.comparing(Tally::total))) {
            if (each.key() != null) {
                weeks.put(LocalDate.parse(each.key()), each);
            }
        }
        ArrayList<Tally> all = new ArrayList<>();
        LocalDate due = null;
        for (Map.Entry<LocalDate, Tally> week : weeks.entrySet()) {
            for (int gap = 0; due != null && due.isBefore(week.getKey()) && gap < YEAR; gap++) {
                all.add(none(due.toString()));
                due = due.plusWeeks(1);
            }
            all.add(week.getValue());
            due = week.getKey().plusWeeks(1);
        }
        return all;
    }

    private static Tally none(@Nullable String key) {
        return new Tally(key, 0, 0, 0, 0, 0, 0, new Minutes(0, 0, 0, 0, 0));
    }

    private static List<Tally> of(List<Group> groups, int which, Comparator<Tally> order) {
        return groups.stream()
                .filter(each -> each.which() == which)
                .map(Group::tally)
                .sorted(order)
                .toList();
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getInt("which"),
                new Tally(
                        row.getString("key"),
                        row.getLong("kept"),
                        row.getLong("broken"),
                        row.getLong("open"),
                        row.getLong("cancelled"),
                        row.getLong("due_today"),
                        row.getLong("unexplained"),
                        late(row)));
    }

    private static Minutes late(ResultSet row) throws SQLException {
        return new Minutes(
                row.getLong("unassigned") / MINUTE,
                row.getLong("unopened") / MINUTE,
                row.getLong("opened") / MINUTE,
                row.getLong("waiting") / MINUTE,
                row.getLong("down") / MINUTE);
    }

    private static String bars() {
        ArrayList<String> counts = new ArrayList<>();
        for (int i = 0; i <= EDGES.length; i++) {
            counts.add("count(*) filter (where took >= %d%s) as bar_%d"
                    .formatted(
                            i == 0 ? 0 : EDGES[i - 1] * MINUTE,
                            i == EDGES.length ? "" : " and took < " + EDGES[i] * MINUTE,
                            i));
        }
        return counts.stream().collect(Collectors.joining(",\n    "));
    }

    private static Response response(ResultSet row) throws SQLException {
        Array percentiles = row.getArray("percentiles");
        Double[] values = percentiles == null ? new @Nullable Double[4] : (@Nullable Double[]) percentiles.getArray();
        ArrayList<Bar> bars = new ArrayList<>();
        for (int i = 0; i <= EDGES.length; i++) {
            bars.add(new Bar(
                    i == 0 ? 0 : EDGES[i - 1],
                    i == EDGES.length ? null : Long.valueOf(EDGES[i]),
                    row.getLong("bar_" + i)));
        }
        BigDecimal mean = row.getBigDecimal("mean");
        return new Response(
                row.getLong("completed"),
                mean == null ? null : Double.valueOf(mean.doubleValue() / MINUTE),
                inMinutes(values[0]),
                inMinutes(values[1]),
                inMinutes(values[2]),
                inMinutes(values[3]),
                bars);
    }

    private static @Nullable Double inMinutes(@Nullable Double milliseconds) {
        return milliseconds == null ? null : Double.valueOf(milliseconds / MINUTE);
    }

    static PromiseLine line(ResultSet row) throws SQLException {
        return new PromiseLine(
                row.getObject("id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getString("lead"),
                row.getString("source"),
                row.getString("clause"),
                row.getString("role"),
                row.getString("priority"),
                row.getString("rep"),
                row.getString("state"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "due_at"),
                Sql.instantOrNull(row, "ended_at"),
                minutes(row.getObject("late_seconds", Long.class), 60),
                row.getObject("ended_at") == null ? null : minutes(row.getObject("took", Long.class), MINUTE),
                row.getObject("unassigned") == null ? null : late(row),
                row.getString("reason"),
                row.getString("reason_by"),
                row.getString("words"));
    }

    private static @Nullable Long minutes(@Nullable Long amount, long unit) {
        return amount == null ? null : Long.valueOf(amount / unit);
    }
}
