package org.leadrelay.assignment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Period in which the leads given to a rep are counted, on the wall clock of the rep's calendar. */
public enum Period {
    DAY,
    /** From Monday. */
    WEEK;

    /** As the database and REST write it: day, week. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Period of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** When the period began in which this instant lies. */
    Instant start(Instant at, ZoneId zone) {
        return first(at, zone).atStartOfDay(zone).toInstant();
    }

    /** When the next one begins. */
    Instant next(Instant at, ZoneId zone) {
        LocalDate first = first(at, zone);
        return (this == DAY ? first.plusDays(1) : first.plusWeeks(1))
                .atStartOfDay(zone)
                .toInstant();
    }

    private LocalDate first(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
