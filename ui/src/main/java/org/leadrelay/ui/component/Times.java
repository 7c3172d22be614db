package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;

/** Date and time formats in the reader's language, in the time zone in which the charter counts. */
@org.springframework.stereotype.Component
public class Times {

    private final Charter charter;
    private final Clock clock;

    Times(Charter charter, Clock clock) {
        this.charter = charter;
        this.clock = clock;
    }

    /** The time zone in which the charter counts. */
    public ZoneId zone() {
        return charter.calendar().zone();
    }

    /** What a person in front of the screen calls now. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone());
    }

    /** Day and time, to the minute. */
    public String text(@Nullable Instant at, Locale locale) {
        return at == null
                ? ""
                : formatter(FormatStyle.MEDIUM, FormatStyle.SHORT, locale).format(at);
    }

    /** Day, time to the second, and zone. */
    public String exact(Instant at, Locale locale) {
        return formatter(FormatStyle.FULL, FormatStyle.MEDIUM, locale).format(at) + " " + zone();
    }

    /** Day and time, with the exact instant and its zone on hover. */
    public Component shown(@Nullable Instant at, Locale locale) {
        Span shown = new Span(text(at, locale));
        if (at != null) {
            shown.setTitle(exact(at, locale));
            shown.addClassName("figures");
        }
        return shown;
    }

    private DateTimeFormatter formatter(FormatStyle day, FormatStyle time, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(day, time)
                .withLocale(locale)
                .withZone(zone());
    }
}
