package org.leadrelay.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forecast of incoming leads by stage, and the caller's probable share. Which rep gets a lead is decided when it
 * is handed over and not before: stages are counted, a share is an estimate.
 *
 * @param asOf when it was counted
 * @param zone in which days are counted
 * @param estimate null when there is nothing to go by
 * @param noEstimate why there is none: {@code tooFew}, {@code noPlaces} or {@code notYou}
 */
public record IncomingLeads(
        Instant asOf,
        String zone,
        List<Stage> stages,
        @Nullable Estimate estimate,
        @Nullable String noEstimate) {

    /** Sales-ready and waiting until a rep can take it; counted are those this rep could take. */
    public static final String WAITING = "waiting";

    /** With marketing, who decide about it or complete it. */
    public static final String WITH_MARKETING = "withMarketing";

    /** Being nurtured and far along; nobody knows when it is ready. */
    public static final String NURTURED = "nurtured";

    /** How many there are at all. */
    public long leads() {
        return stages.stream().mapToLong(Stage::leads).sum();
    }

    /**
     * Leads that are equally far from a rep.
     *
     * @param late how many of them marketing should have answered by now
     * @param days by when marketing answers if it keeps its promises; empty where nothing is
     *     promised
     */
    public record Stage(String stage, long leads, long late, List<Readiness> readiness, List<Day> days) {}

    /**
     * How ready some leads are.
     *
     * @param fit A to D, null when not rated
     * @param maturity 1 to 4, null when not rated
     * @param priority high, normal or low
     */
    public record Readiness(@Nullable String fit, @Nullable Integer maturity, String priority, long leads) {}

    /** A day on which marketing's answers are due. */
    public record Day(LocalDate day, long leads) {}

    /**
     * How many leads of the first two stages one rep will probably get, and what that rests on.
     *
     * @param leads never more than the rep has places
     * @param free the rep's free places
     * @param freeOfAll everybody's
     * @param answered leads that marketing answered in so many days
     * @param handedOver how many of those a rep got
     */
    public record Estimate(long leads, long free, long freeOfAll, long answered, long handedOver, int days) {}
}
