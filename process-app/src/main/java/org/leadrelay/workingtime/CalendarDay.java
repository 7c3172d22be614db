package org.leadrelay.workingtime;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day of a calendar as people look at it.
 *
 * @param name of the holiday or the special days; null for a usual day
 * @param openings the ranges that begin on this day, earliest first; none when it stays closed
 */
public record CalendarDay(
        LocalDate date, Kind kind, @Nullable String name, List<Opening> openings) {

    /** Why the day has the hours it has. */
    public enum Kind {
        /** The week says so. */
        USUAL,
        HOLIDAY,
        SPECIAL
    }
}
