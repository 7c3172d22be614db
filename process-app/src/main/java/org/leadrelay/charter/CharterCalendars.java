package org.leadrelay.charter;

import java.time.Clock;
import org.leadrelay.calendar.AgreedCalendars;
import org.leadrelay.charter.CharterEntity.State;
import org.springframework.stereotype.Component;

/** The hours that both heads signed, now or for a day to come. */
@Component
class CharterCalendars implements AgreedCalendars {

    private final Charter charter;
    private final Charters charters;
    private final Clock clock;

    CharterCalendars(Charter charter, Charters charters, Clock clock) {
        this.charter = charter;
        this.charters = charters;
        this.clock = clock;
    }

    @Override
    public boolean names(String id) {
        return charter.current().calendarId().equals(id)
                || charters.existsByCalendarAndStateAndInForceFromGreaterThan(id, State.SIGNED, clock.instant());
    }
}
