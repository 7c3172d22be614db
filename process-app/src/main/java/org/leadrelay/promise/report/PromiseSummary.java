package org.leadrelay.promise.report;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Summary of the report.
 *
 * @param all every promise asked for
 * @param response how long the promised steps took
 */
public record PromiseSummary(
        Tally all, List<Tally> clauses, List<Tally> sources, List<Tally> reps, List<Tally> weeks, Response response) {

    public PromiseSummary {
        clauses = List.copyOf(clauses);
        sources = List.copyOf(sources);
        reps = List.copyOf(reps);
        weeks = List.copyOf(weeks);
    }

    /** The same, with single people's counts only of those. */
    PromiseSummary ofPeople(Predicate<String> shown) {
        return new PromiseSummary(
                all,
                clauses,
                sources,
                reps.stream()
                        .filter(each -> each.key() == null || shown.test(each.key()))
                        .toList(),
                weeks,
                response);
    }

    /**
     * Counts of one group.
     *
     * @param key the clause, source, login or first day of the week; null for what has none
     * @param dueToday of the open ones, those due today
     * @param late whose minutes after the due instant those of the broken ones were
     */
    public record Tally(
            @Nullable String key,
            long kept,
            long broken,
            long open,
            long cancelled,
            long dueToday,
            long unexplained,
            Minutes late) {

        /** Kept in a hundred of those that were kept or broken; null when there are none. */
        public @Nullable Double share() {
            return kept + broken == 0 ? null : 100.0 * kept / (kept + broken);
        }

        public long total() {
            return kept + broken + open + cancelled;
        }
    }

    /** Whole minutes of working time. */
    public record Minutes(long unassigned, long unopened, long opened, long waiting, long down) {

        public long total() {
            return unassigned + unopened + opened + waiting + down;
        }
    }

    /**
     * How long promised steps took from the opening of the promise to their completion: working
     * time, without the time in which they waited for the other side.
     *
     * @param completed steps that were completed, in time or late
     * @param mean minutes; null when none was completed, as the percentiles
     */
    public record Response(
            long completed,
            @Nullable Double mean,
            @Nullable Double median,
            @Nullable Double p75,
            @Nullable Double p90,
            @Nullable Double p95,
            List<Bar> histogram) {

        public Response {
            histogram = List.copyOf(histogram);
        }
    }

    /**
     * One bar of the histogram.
     *
     * @param from minutes, included
     * @param to minutes, not included; null for all above
     */
    public record Bar(long from, @Nullable Long to, long count) {}
}
