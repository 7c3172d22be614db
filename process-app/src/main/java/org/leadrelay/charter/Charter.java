package org.leadrelay.charter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.BusinessCalendar;
import org.leadrelay.calendar.BusinessCalendars;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** The signed agreement: what is promised, in which hours, and the lists both sides agreed on. */
@Service
public class Charter {

    private final Charters charters;
    private final BusinessCalendars calendars;
    private final Clock clock;
    private volatile @Nullable Terms current;

    Charter(Charters charters, BusinessCalendars calendars, Clock clock) {
        this.charters = charters;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The version in force, in the hours of now. A version never changes once it is in force, so it
     * is read once; again when its calendar has a new version.
     */
    public Terms current() {
        var terms = current;
        if (terms == null || !inNewestHours(terms)) {
            terms = inForce(clock.instant());
            current = terms;
        }
        return terms;
    }

    private boolean inNewestHours(Terms terms) {
        return calendars
                .newest(terms.calendarId())
                .map(newest -> newest.version() == terms.calendar().version())
                .orElse(true);
    }

    /** The working time everything promised is counted in. */
    public BusinessCalendar calendar() {
        return current().calendar();
    }

    /** An agreed list by name ({@code rejectionReasons}) in the language of the current request. */
    public List<Option> options(String list) {
        return options(list, LocaleContextHolder.getLocale());
    }

    /** An agreed list by name; empty when no such list was agreed. */
    public List<Option> options(String list, Locale locale) {
        return current().options(list, locale);
    }

    private Terms inForce(Instant at) {
        return charters.findFirstByInForceFromLessThanEqualOrderByInForceFromDescVersionDesc(at)
                .map(found -> found.terms(calendars))
                .orElseThrow(() -> new IllegalStateException("no charter is in force at " + at));
    }
}
