package org.leadrelay.board;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a board: days in the zone of the charter's hours, and what the leads have in common. Null asks for all, as everywhere here.
 *
 * @param from first day; null from the day on which recording began
 * @param to last day, included; null until today
 * @param source marketing channel
 * @param team whose reps; a rep of two teams counts in both
 * @param table version of {@code lead-matrix} by which the lap was routed
 * @param model version of {@code lead-journey}
 * @param lap from 1; of numbers about journeys, those that came so far
 * @param rep login; needs the permission {@code boards-people}
 * @param group a {@link Grouping}; null for each number as a whole, or by its own grouping where it has one
 * @param horizon how long a lead is watched before it counts in a rate; null for the one that holds in this quarter
 */
public record BoardFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String content,
        @Nullable UUID team,
        @Nullable Integer table,
        @Nullable Integer model,
        @Nullable Integer lap,
        @Nullable String rep,
        @Nullable Grouping group,
        @Nullable Duration horizon) {

    public static final BoardFilter ALL =
            new BoardFilter(null, null, null, null, null, null, null, null, null, null, null, null);

    /** Everything in these days, both included. */
    public static BoardFilter between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new BoardFilter(from, to, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same leads, each number split by this. */
    public BoardFilter by(@Nullable Grouping other) {
        return new BoardFilter(from, to, source, campaign, content, team, table, model, lap, rep, other, horizon);
    }

    /** Whether it leaves leads out, other than by their days. */
    boolean narrows() {
        return source != null || narrowsWithinSources();
    }

    boolean narrowsWithinSources() {
        return campaign != null
                || content != null
                || team != null
                || table != null
                || model != null
                || lap != null
                || rep != null;
    }

    /** The same for one source only. */
    public BoardFilter ofSource(@Nullable String other) {
        return new BoardFilter(from, to, other, campaign, content, team, table, model, lap, rep, group, horizon);
    }
}
