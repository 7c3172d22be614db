package org.leadrelay.calendar;

import jakarta.annotation.PostConstruct;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The business calendars on record, version by version; a version never changes. */
@Service
public class BusinessCalendars {

    private final Calendars calendars;
    private final ZoneId configuredZone;

    BusinessCalendars(
            Calendars calendars,
            @Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId configuredZone) {
        this.calendars = calendars;
        this.configuredZone = configuredZone;
    }

    /** The first calendar gets its time zone at the first start, and keeps it. */
    @PostConstruct
    void keepTheConfiguredZone() {
        calendars.keepZone(configuredZone.getId());
    }

    /**
     * The hours that were recorded under this number.
     *
     * @throws IllegalStateException when there is no such version
     */
    public BusinessCalendar version(int version) {
        return calendars
                .findById(version)
                .map(CalendarEntity::calendar)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no business calendar has version " + version));
    }
}
