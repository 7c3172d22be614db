package org.leadrelay.board;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
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
     * Counts of several numbers with the same rows in their denominators: {@code grp}, and of each {@code n<i>}, {@code d<i>}, {@code
     * running<i>}, {@code gap<i>}, {@code amount<i>}.
     */
    String counts(List<BoardNumber> numbers, @Nullable Grouping grouping) {
        BoardNumber first = numbers.get(0);
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            BoardNumber number = numbers.get(i);
            columns.append(counted(denominator(number), "d" + i));
            columns.append(counted(numerator(number), "n" + i));
            columns.append(counted(running(number), "running" + i));
            columns.append(counted("not " + present(number), "gap" + i));
            columns.append(
                    number.kind().isAmount()
                            ? ", sum(" + number.measure() + ") filter (where " + numerator(number) + ") as amount" + i
                            : "");
        }
        // groups of the numerator are compared with the whole: rows outside it say nothing
        String within = grouping != null && grouping.isOfNumerator()
                ? numbers.stream().map(each -> "(" + numerator(each) + ")").collect(joining(" or ", " and (", ")"))
                : "";
        String rows = columns
                + (isOfPromisesAlone(first, grouping) ? PROMISES : from(first, grouping))
                + where(first)
                + within;
        return grouping != null && grouping.parts().size() > 1 && !first.kind().isAmount()
                ? summed(numbers.size(), grouping.parts(), rows)
                : "select " + group(first, grouping) + " as grp" + rows + " group by 1";
    }

    /** Counts by the parts of a group, summed by their name. */
    private static String summed(int numbers, List<String> parts, String rows) {
        StringBuilder sums = new StringBuilder();
        for (int i = 0; i < numbers; i++) {
            for (String count : List.of("d", "n", "running", "gap")) {
                sums.append(", sum(")
                        .append(count)
                        .append(i)
                        .append(") as ")
                        .append(count)
                        .append(i);
            }
        }
        List<String> names =
                IntStream.range(0, parts.size()).mapToObj(i -> "part" + i).toList();
        String by = IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i) + " as part" + i)
                .collect(joining(", "));
        return "select coalesce(" + String.join(" || ", names) + ", '" + Grouping.UNKNOWN + "') as grp" + sums
                + " from (select " + by + rows + " group by " + String.join(", ", names) + ") counted group by 1";
    }

    /** Whether all that is asked of the rows stands in {@code lap_promise} itself. */
    private boolean isOfPromisesAlone(BoardNumber number, @Nullable Grouping grouping) {
        return number.unit() == Unit.PROMISE
                && number.stages().isEmpty()
                && !filter.narrows()
                && grouping != null
                && grouping.isOfPromise();
    }

    private static String counted(String condition, String name) {
        return ", count(*) filter (where " + condition + ") as " + name;
    }

    /**
     * How many took how long: {@code grp}, {@code minutes}, {@code times}, and how many of these are {@code done}; those with a gap have
     * no minutes. Between two times at which any ended nothing tells one that still runs from another (Kaplan-Meier), so these are
     * counted at the earlier of the two: there are as many rows as times, not as leads.
     */
    String times(BoardNumber number, @Nullable Grouping grouping) {
        String rows = from(number, grouping) + where(number);
        String minutes = "greatest(0, " + number.measure() + ")";
        String done = "(" + number.numerator() + ")";
        String ended = "(select at from ended)";
        return "with ended as materialized (select array(select distinct " + minutes + rows + " and " + present(number)
                + " and " + done + " order by 1) as at) select " + group(number, grouping) + " as grp, case when not "
                + present(number) + " then null when " + done + " then " + minutes + " else coalesce(" + ended
                + "[width_bucket(" + minutes + ", " + ended + ")], 0) end as minutes, count(*) filter (where " + done
                + ") as done, count(*) as times" + rows + " group by 1, 2";
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
        return from(number, split) + where(number) + " and " + condition
                + (split != null ? " and " + group(number, split) + " = :group" : "");
    }

    private String denominator(BoardNumber number) {
        return present(number) + " and " + judged(number);
    }

    private String numerator(BoardNumber number) {
        String inTime =
                number.horizon() ? " and " + number.reached() + " <= " + number.entered() + " + " + HORIZON : "";
        return denominator(number) + " and (" + number.numerator() + ")" + inTime;
    }

    private String running(BoardNumber number) {
        if (number.kind().isTime()) {
            return present(number) + " and (" + number.numerator() + ") is not true";
        }
        return number.horizon() ? present(number) + " and not " + judged(number) : "false";
    }

    private static String judged(BoardNumber number) {
        return number.horizon() ? "(" + number.entered() + " <= :judgedUntil)" : "true";
    }

    /** Whether the version of the models names all stages that the number needs; asked of each row only where one lacks any. */
    private String present(BoardNumber number) {
        return number.stages().isEmpty() || !bounds.gaps()
                ? "true"
                : "(not f.lacks && array["
                        + number.stages().stream()
                                .map(stage -> "'" + stage.code() + "'")
                                .sorted()
                                .collect(joining(","))
                        + "])";
    }

    private String group(BoardNumber number, @Nullable Grouping grouping) {
        String plain = grouping == null ? null : grouping.sql().replace("{entered}", number.entered());
        if (number.kind().isAmount() && grouping != Grouping.CURRENCY) {
            String currency = "coalesce(" + Grouping.CURRENCY.sql() + ", '" + Grouping.UNKNOWN + "')";
            return plain == null
                    ? currency
                    : "coalesce(" + plain + ", '" + Grouping.UNKNOWN + "') || ' ' || " + currency;
        }
        return plain == null ? "cast(null as text)" : "coalesce(" + plain + ", '" + Grouping.UNKNOWN + "')";
    }

    private String from(BoardNumber number, @Nullable Grouping grouping) {
        String rows = number.unit() == Unit.PROMISE
                ? " from lap_promise p join lap_fact f on f.lead_id = p.lead_id and f.journey = p.journey and f.lap ="
                        + " p.lap"
                : " from lap_fact f";
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

    private String where(BoardNumber number) {
        StringBuilder where = new StringBuilder(
                " where " + number.denominator() + " and f.captured_at >= :began and " + number.entered()
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
