package org.leadrelay.calendar;

import java.time.Duration;
import java.time.Instant;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.WorkAmount;
import org.leadrelay.workingtime.WorkingTime;
import org.springframework.stereotype.Service;

/** Working-time arithmetic for people who try a calendar out. */
@Service
public class CalendarArithmetic {

    private static final Wording WORDING = Wording.of(CalendarArithmetic.class);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-12-31T00:00:00Z");

    private final CalendarAdministration keeping;

    CalendarArithmetic(CalendarAdministration keeping) {
        this.keeping = keeping;
    }

    /** What is due if it arrives then and takes that: {@code PT4H}, {@code P1D}. */
    public WorkingTime due(String id, Instant from, String work) {
        return due(calendar(id), from, work);
    }

    BusinessCalendar calendar(String id) {
        return keeping.counting(id);
    }

    WorkingTime due(BusinessCalendar calendar, Instant from, String work) {
        near("from", from);
        try {
            return calendar.count(from, WorkAmount.parse(work));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Invalid.field("work", WORDING.text("unreadableWork", work));
        } catch (IllegalStateException e) {
            throw Invalid.field("from", WORDING.text("closedForGood"));
        }
    }

    Duration worked(BusinessCalendar calendar, Instant from, Instant to) {
        near("from", from);
        near("to", to);
        return calendar.between(from, to);
    }

    Instant opening(BusinessCalendar calendar, Instant from) {
        near("from", from);
        try {
            return calendar.nextOpening(from);
        } catch (IllegalStateException e) {
            throw Invalid.field("from", WORDING.text("closedForGood"));
        }
    }

    private static void near(String field, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw Invalid.field(field, WORDING.text("farInstant", instant));
        }
    }
}
