package org.leadrelay.promise.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.RoleSide;

/**
 * Filter of promises: those due within these days, both included, in the zone of the charter's hours.
 *
 * @param side {@code marketing}, {@code sales} or {@code neither}, or a role that is of neither ({@code arbiter}); null
 *     asks for all, as everywhere here
 * @param lead only this lead's
 * @param rep login of whoever held or holds the step
 * @param team whose reps
 * @param week only those due in the week that begins on this day
 * @param state {@code kept}, {@code broken}, {@code open}, {@code void}; {@code dueToday} for open
 *     ones due today, {@code unexplained} for broken ones of which nobody has said why, {@code
 *     late} for those with working time after the due instant
 * @param took only those whose step was completed, and took so long
 */
public record PromiseFilter(
        LocalDate from,
        LocalDate to,
        @Nullable UUID lead,
        @Nullable String side,
        @Nullable String clause,
        @Nullable String rep,
        @Nullable UUID team,
        @Nullable String source,
        @Nullable LocalDate week,
        @Nullable String state,
        @Nullable Took took) {

    /**
     * Working time from the opening of a promise to the completion of its step, without waiting.
     *
     * @param from minutes, included
     * @param to minutes, not included; null for all above
     */
    public record Took(long from, @Nullable Long to) {}

    /** Working time in milliseconds that the product or people took, of {@code promise_time m}. */
    static final String TOOK = "(m.unassigned + m.unopened + m.opened + m.down)";

    /** Whether the step of {@code promise p} was completed, in time or late, and is counted. */
    static final String COMPLETED = "(p.state = 'kept' or p.late_seconds is not null) and m.promise_id is not null";

    /** Milliseconds after the due instant, whoever's they were. */
    static final String LATE = "(m.late_unassigned + m.late_unopened + m.late_opened + m.late_waiting + m.late_down)";

    /** All that were due in a stretch of days. */
    public static PromiseFilter between(LocalDate from, LocalDate to) {
        return new PromiseFilter(from, to, null, null, null, null, null, null, null, null, null);
    }

    /** The same promises, in one state only. */
    public PromiseFilter state(@Nullable String other) {
        return new PromiseFilter(from, to, lead, side, clause, rep, team, source, week, other, took);
    }

    /** The same, of one person only. */
    PromiseFilter heldBy(String login) {
        return new PromiseFilter(from, to, lead, side, clause, login, null, source, week, state, took);
    }

    /** The condition in SQL, over the names that {@link PromiseReports} gives its tables. */
    String where() {
        StringBuilder where =
                new StringBuilder("p.due_at >= cast(:from as date)::timestamp at time zone :zone and p.due_at"
                        + " < (cast(:to as date) + 1)::timestamp at time zone :zone");
        if (lead != null) {
            where.append(" and p.lead_id = :lead");
        }
        if (side != null) {
            where.append(
                    RoleSide.of(side).isPresent()
                            ? " and p.role in (select r.name from role r where r.side = :side)"
                            : " and p.role = :side");
        }
        if (clause != null) {
            where.append(" and p.clause = :clause");
        }
        if (rep != null) {
            where.append(" and p.holder = :rep");
        }
        if (team != null) {
            where.append(" and p.holder in" + " (select login from team_member where team_id = :team)");
        }
        if (source != null) {
            where.append(" and l.source = :source");
        }
        if (week != null) {
            where.append(" and date_trunc('week', p.due_at at time zone :zone)::date = cast(:week as" + " date)");
        }
        where.append(inState());
        if (took != null) {
            where.append(" and ").append(COMPLETED).append(" and ").append(TOOK);
            where.append(" >= :tookFrom * 60000");
            where.append(took.to() == null ? "" : " and " + TOOK + " < :tookTo * 60000");
        }
        return where.toString();
    }

    private String inState() {
        return switch (state == null ? "" : state) {
            case "" -> "";
            case "dueToday" ->
                " and p.state = 'open' and (p.due_at at time zone :zone)::date = cast(:today as" + " date)";
            case "unexplained" -> " and p.state = 'broken' and p.reason is null";
            case "late" -> " and p.state = 'broken' and " + LATE + " > 0";
            default -> " and p.state = :state";
        };
    }

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("lead", lead);
        parameters.put("side", side);
        parameters.put("clause", clause);
        parameters.put("rep", rep);
        parameters.put("team", team);
        parameters.put("source", source);
        parameters.put("week", week);
        parameters.put("state", state);
        parameters.put("tookFrom", took == null ? null : took.from());
        parameters.put("tookTo", took == null ? null : took.to());
        return parameters;
    }
}
