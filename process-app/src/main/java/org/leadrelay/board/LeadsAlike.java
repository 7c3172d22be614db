package org.leadrelay.board;

import java.util.List;

/**
 * Historical outcome counts of a cohort: same cell, same source. Counts, without leads or persons.
 *
 * @param accepted laps that a rep accepted, long enough ago to know
 * @param reached of these, how many were reached at the first attempt, at the second, at the third
 * @param wentBack laps after which the lead went back for another one, long enough ago to know
 * @param wonLater of these, how many were won in a later lap
 */
public record LeadsAlike(
        String fit, int maturity, String source, long accepted, List<Long> reached, long wentBack, long wonLater) {

    /** Below so many nothing is said. */
    public static final int GUARD = 30;

    public LeadsAlike {
        reached = List.copyOf(reached);
    }

    /** Whether enough were accepted to say at which attempt they were reached. */
    public boolean tellsReached() {
        return accepted >= GUARD;
    }

    /**
     * @param attempt from 1
     */
    public Evidence.Interval reachedAt(int attempt) {
        return Evidence.wilson(reached.get(attempt - 1), accepted);
    }

    public Evidence.Interval wonLaterShare() {
        return Evidence.wilson(wonLater, wentBack);
    }

    /** Whether enough went back to say how many of them were won. */
    public boolean tellsWonLater() {
        return wentBack >= GUARD;
    }
}
