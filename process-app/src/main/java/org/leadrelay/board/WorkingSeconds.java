package org.leadrelay.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.workingtime.BusinessCalendar;

/** Working time of a calendar as one running number (prefix sums by day), so that the time between two moments is a difference. */
final class WorkingSeconds {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final BusinessCalendar calendar;
    private final ZoneId zone;

    /** Until the beginning of each day since the first. */
    private final List<Long> until = new ArrayList<>(List.of(0L));

    WorkingSeconds(BusinessCalendar calendar) {
        this.calendar = calendar;
        this.zone = calendar.zone();
    }

    synchronized long at(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        if (day.isBefore(FIRST)) {
            return -calendar.between(moment, begins(FIRST)).toSeconds();
        }
        int days = Math.toIntExact(day.toEpochDay() - FIRST.toEpochDay());
        while (until.size() <= days) {
            LocalDate last = FIRST.plusDays(until.size() - 1L);
            until.add(until.get(until.size() - 1)
                    + calendar.between(begins(last), begins(last.plusDays(1))).toSeconds());
        }
        return until.get(days) + calendar.between(begins(day), moment).toSeconds();
    }

    private Instant begins(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
