package org.leadrelay.board.letter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Schedule of a recurring letter: every Monday or every first of a month, at seven in the recipient's own zone. */
public enum Rhythm {
    WEEKLY,
    MONTHLY;

    static final LocalTime MORNING = LocalTime.of(7, 0);

    /** The first slot after that instant. */
    Instant next(Instant after, ZoneId zone) {
        LocalDate day = begin(after.atZone(zone).toLocalDate());
        while (!at(day, zone).isAfter(after)) {
            day = this == WEEKLY ? day.plusWeeks(1) : day.plusMonths(1);
        }
        return at(day, zone);
    }

    /** The last slot that is not after that instant: of several that were missed only this one is made up for. */
    Instant last(Instant now, ZoneId zone) {
        LocalDate day = begin(now.atZone(zone).toLocalDate());
        while (at(day, zone).isAfter(now)) {
            day = this == WEEKLY ? day.minusWeeks(1) : day.minusMonths(1);
        }
        return at(day, zone);
    }

    /** As the database and addresses write it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Rhythm> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** The slot's day of the week or month in which this day lies. */
    private LocalDate begin(LocalDate day) {
        return this == WEEKLY
                ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : day.with(TemporalAdjusters.firstDayOfMonth());
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }
}
