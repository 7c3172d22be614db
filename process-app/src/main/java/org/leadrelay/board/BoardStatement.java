package org.leadrelay.board;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber.Unit;
import org.leadrelay.platform.Sql;

/**
 * SQL of a number, over {@code lap_fact f} and, of promises, {@code lap_promise p}: counting and opening are made of the same
 * conditions.
 *
 * @param visibleTeams teams that may be split from the rest
 */
record BoardStatement(BoardFilter filter, Bounds bounds, List<UUID> visibleTeams) {

    /** Promises without their laps, by the names that the conditions use. */
    private static final String PROMISES = " from lap_promise p cross join lateral (select p.captured_at, p.outside) f";

    private static final String ALL = "true";

    private static final String HORIZON = "make_interval(secs => :horizon)";

    /**
     * What is asked, with all that was left open filled in.
     *
     * @param asOfWork working seconds until then
     * @param gaps whether any row lacks a stage
     */
    record Bounds(
            LocalDate from,
            LocalDate to,
            LocalDate recordingBegan,
            Duration horizon,
            ZoneId zone,
            Instant asOf,
            long asOfWork,
            boolean gaps) {

        Bounds in(LocalDate first, LocalDate last) {
            return new Bounds(first, last, recordingBegan, horizon, zone, asOf, asOfWork, gaps);
        }
    }

    BoardStatement in(LocalDate first, LocalDate last) {
        return new BoardStatement(filter, bounds.in(first, last), visibleTeams);
    }

    /** Over the days of a number: of a cost the whole months among them that are over, for what they cost is known by month. */
    BoardStatement of(BoardNumber number) {
        if (number.kind() != BoardNumber.Kind.COST) {
            return this;
        }
        LocalDate first = bounds.from().isBefore(bounds.recordingBegan()) ? bounds.recordingBegan() : bounds.from();
        LocalDate today = LocalDate.ofInstant(bounds.asOf(), bounds.zone());
        LocalDate after = bounds.to().isBefore(today) ? bounds.to().plusDays(1) : today;
        YearMonth from = YearMonth.from(first.getDayOfMonth() == 1 ? first : first.plusMonths(1));
        return in(from.atDay(1), YearMonth.from(after).minusMonths(1).atEndOfMonth());
    }

    /** The whole months from the first day to the last; none where they are in no order. */
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth each = YearMonth.from(bounds.from());
                !each.atEndOfMonth().isAfter(bounds.to());
                each = each.plusMonths(1)) {
            months.add(each);
        }
        return months;
    }

    /**
     * How many took how long: {@code grp}, {@code minutes}, {@code times}, and how many of these are {@code done}; those with a gap have
     * no minutes. Between two times at which any ended nothing tells one that still runs from another (Kaplan-Meier), so these are
     * counted at the earlier of the two: there are as many rows as times, not as leads. The leads are read once, and counted by minute
     * before it is looked which of these minutes any ended at.
     */
    String times(BoardNumber number, @Nullable Grouping grouping) {
        Split split = Split.of(number, grouping);
        List<String> keys = IntStream.range(0, split.keys().size())
                .mapToObj(i -> split.keys().get(i) + " as k" + i + ", ")
                .toList();
        String minutes = "greatest(0, " + number.measure() + ")";
        String measured =
                present(number).equals(ALL) ? minutes : "case when " + present(number) + " then " + minutes + " end";
        String by = IntStream.rangeClosed(1, keys.size() + 2)
                .mapToObj(String::valueOf)
                .collect(joining(", "));
        String ended = "(select at from ended)";
        return "with counted as materialized (select " + String.join("", keys) + measured + " as minutes, ("
                + number.numerator()
                + ") is true as done, count(*) as times" + from(number, grouping, false) + where(List.of(number))
                + " group by " + by
                + "), ended as materialized (select array(select distinct minutes from counted where done and minutes is not null"
                + " order by 1) as at) select "
                + split.called(key -> "k" + split.keys().indexOf(key))
                + " as grp, case when done or minutes is null then minutes else coalesce(" + ended
                + "[width_bucket(minutes, "
                + ended + ")], 0) end as minutes, sum(times) filter (where done) as done, sum(times) as times"
                + " from counted group by 1, 2";
    }

    /** The rows behind a number, in no order; {@code entered} and {@code id} give one. */
    String rows(BoardNumber number, @Nullable Grouping grouping, boolean ofGroup, BoardPart part) {
        String id = number.unit() == Unit.PROMISE
                ? "p.promise_id"
                : number.unit() == Unit.JOURNEY
                        ? "f.lead_id || '/' || f.journey"
                        : "f.lead_id || '/' || f.journey || '/' || f.lap";
        return "select " + id + " as id, f.lead_id, f.journey, f.lap, " + number.entered() + " as entered, case when "
                + numerator(number) + " then coalesce(" + number.reached() + ", " + number.entered()
                + ") end as reached, f.source, f.fit, f.maturity, f.reason, " + rep(number)
                + " as rep, f.end_kind, f.deal_value, f.currency" + selected(number, grouping, ofGroup, part);
    }

    String count(BoardNumber number, @Nullable Grouping grouping, boolean ofGroup, BoardPart part) {
        return "select count(*)" + selected(number, grouping, ofGroup, part);
    }

    private String selected(BoardNumber number, @Nullable Grouping grouping, boolean ofGroup, BoardPart part) {
        boolean whole = part != BoardPart.NUMERATOR && grouping != null && grouping.isOfNumerator();
        // without a group the row of a rep in two teams is one, not two
        Grouping split = whole || !ofGroup ? null : grouping;
        String condition = switch (part) {
            case NUMERATOR -> numerator(number);
            case DENOMINATOR -> denominator(number);
            case RUNNING -> running(number);
        };
        return from(number, split, false) + where(List.of(number)) + " and " + condition
                + (split != null ? " and " + Split.of(number, split).called(key -> key) + " = :group" : "");
    }

    String denominator(BoardNumber number) {
        return present(number) + " and " + judged(number);
    }

    String numerator(BoardNumber number) {
        String inTime =
                number.horizon() ? " and " + number.reached() + " <= " + number.entered() + " + " + HORIZON : "";
        return denominator(number) + " and (" + number.numerator() + ")" + inTime;
    }

    String running(BoardNumber number) {
        if (number.kind().isTime()) {
            return present(number) + " and (" + number.numerator() + ") is not true";
        }
        return number.horizon() ? present(number) + " and not " + judged(number) : "false";
    }

    private static String judged(BoardNumber number) {
        return number.horizon() ? "(" + number.entered() + " <= :judgedUntil)" : "true";
    }

    /** Whether the version of the models names all stages that the number needs; asked of each row only where one lacks any. */
    String present(BoardNumber number) {
        return number.stages().isEmpty() || !bounds.gaps()
                ? ALL
                : "(not f.lacks && array["
                        + number.stages().stream()
                                .map(stage -> "'" + stage.code() + "'")
                                .sorted()
                                .collect(joining(","))
                        + "])";
    }

    /**
     * @param ofPromises whether the rows are split by what promises have themselves
     */
    String from(BoardNumber number, @Nullable Grouping grouping, boolean ofPromises) {
        String rows = number.unit() != Unit.PROMISE
                ? " from lap_fact f"
                : ofPromises && number.stages().isEmpty() && !filter.narrows()
                        ? PROMISES
                        : " from lap_promise p join lap_fact f on f.lead_id = p.lead_id and f.journey = p.journey and"
                                + " f.lap = p.lap";
        String joined = grouping == Grouping.TEAM
                ? " left join lateral (select team.name from team_member m join team on team.id = m.team_id where"
                        + " m.login = "
                        + rep(number) + " and team.id = any(:visibleTeams)) t on true"
                : grouping == Grouping.CHANGED ? " left join lateral unnest(f.changed) c(name) on true" : "";
        return rows + joined;
    }

    private static String rep(BoardNumber number) {
        return number.unit() == Unit.JOURNEY ? "f.owner" : "f.rep";
    }

    /**
     * @param numbers that have the same rows, but for the conditions of their denominators
     */
    String where(Collection<BoardNumber> numbers) {
        BoardNumber number = numbers.iterator().next();
        List<String> denominators =
                numbers.stream().map(BoardNumber::denominator).distinct().toList();
        String any = denominators.size() == 1
                ? denominators.get(0)
                : denominators.stream().collect(joining(") or (", "((", "))"));
        StringBuilder where = new StringBuilder(" where " + any + " and f.captured_at >= :began and " + number.entered()
                + " >= :from and " + number.entered() + " < :until and " + number.entered() + " <= :asOf");
        boolean journeys = number.unit() == Unit.JOURNEY;
        if (journeys) {
            where.append(" and f.first");
        }
        equal(where, "f.source", "source", filter.source());
        equal(where, "f.campaign", "campaign", filter.campaign());
        equal(where, "f.content", "content", filter.content());
        equal(where, "f.matrix_version", "table", filter.table());
        equal(where, "f.model_version", "model", filter.model());
        if (filter.lap() != null) {
            where.append(journeys ? " and f.laps >= :lap" : " and f.lap = :lap");
        }
        if (filter.team() != null) {
            where.append(" and ").append(rep(number));
            where.append(" in (select login from team_member where team_id = :team)");
        }
        equal(where, rep(number), "rep", filter.rep());
        return where.toString();
    }

    private static void equal(StringBuilder where, String column, String parameter, @Nullable Object asked) {
        if (Grouping.UNKNOWN.equals(asked)) {
            where.append(" and ").append(column).append(" is null");
        } else if (asked != null) {
            where.append(" and ").append(column).append(" = :").append(parameter);
        }
    }

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put(
                "from", Sql.time(bounds.from().atStartOfDay(bounds.zone()).toInstant()));
        parameters.put(
                "until",
                Sql.time(bounds.to().plusDays(1).atStartOfDay(bounds.zone()).toInstant()));
        parameters.put(
                "began",
                Sql.time(bounds.recordingBegan().atStartOfDay(bounds.zone()).toInstant()));
        parameters.put("horizon", bounds.horizon().toSeconds());
        parameters.put("zone", bounds.zone().getId());
        parameters.put("asOf", Sql.time(bounds.asOf()));
        parameters.put("judgedUntil", Sql.time(bounds.asOf().minus(bounds.horizon())));
        parameters.put("asOfWork", bounds.asOfWork());
        parameters.put("visibleTeams", visibleTeams.toArray(UUID[]::new));
        parameters.put("source", filter.source());
        parameters.put("campaign", filter.campaign());
        parameters.put("content", filter.content());
        parameters.put("team", filter.team());
        parameters.put("table", filter.table());
        parameters.put("model", filter.model());
        parameters.put("lap", filter.lap());
        parameters.put("rep", filter.rep());
        return parameters;
    }
}
