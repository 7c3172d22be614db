package org.leadrelay.promise;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** The signed agreement: what is promised, in which hours, and the lists both sides agreed on. */
@Service
public class Charter {

    private final Charters charters;
    private final Calendars calendars;
    private final ZoneId configuredZone;
    private final Clock clock;
    private volatile @Nullable Terms current;

    Charter(
            Charters charters,
            Calendars calendars,
            @Value("${leadrelay.time-zone:Europe/Berlin}") ZoneId configuredZone,
            Clock clock) {
        this.charters = charters;
        this.calendars = calendars;
        this.configuredZone = configuredZone;
        this.clock = clock;
    }

    /** The first charter's calendar gets its time zone at the first start, and keeps it. */
    @PostConstruct
    void keepTheConfiguredZone() {
        calendars.keepZone(configuredZone.getId());
    }

    /** The version in force. A version never changes once it is in force, so it is read once. */
    public Terms current() {
        var terms = current;
        if (terms == null) {
            terms = inForce(clock.instant());
            current = terms;
        }
        return terms;
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
                .map(CharterEntity::terms)
                .orElseThrow(() -> new IllegalStateException("no charter is in force at " + at));
    }
}
