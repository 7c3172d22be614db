package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.Language;

/**
 * Date and time formats in the reader's language and region, in the time zone in which the charter counts. One
 * format a page: a day is written with its year and never in figures that another region reads otherwise.
 */
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
        return at == null ? "" : text(at, zone(), locale);
    }

    /** The same in another time zone. */
    public static String text(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Language.withRegion(locale))
                .format(at.atZone(zone));
    }

    /** Day, time to the second, and zone. */
    public String exact(Instant at, Locale locale) {
        return exact(at, zone(), locale);
    }

    /** The same in another time zone. */
    public static String exact(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                        .withLocale(Language.withRegion(locale))
                        .format(at.atZone(zone))
                + " " + zone;
    }

    /** "today 10:30", "tomorrow 10:30", "Thu 3 Dec 2026 10:30". */
    public String near(Instant at, Locale locale) {
        LocalDate day = at.atZone(zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(now().toLocalDate(), day);
        String time = time(at, locale);
        if (days < -1 || days > 1) {
            return day(at, locale) + " " + time;
        }
        String key = days == 0 ? "due.today" : days == 1 ? "due.tomorrow" : "due.yesterday";
        return I18NProvider.translate(locale, key, time);
    }

    /** Weekday and day: "Thu 3 Dec 2026". */
    public String day(Instant at, Locale locale) {
        ZonedDateTime local = at.atZone(zone());
        return weekday(local.getDayOfWeek(), locale) + " " + day(local.toLocalDate(), locale);
    }

    /** A day: "3 Dec 2026", "Dec 3, 2026", "03.12.2026". */
    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Language.withRegion(locale))
                .format(day);
    }

    /** A day in full: "Thursday, 3 December 2026". */
    public static String fullDay(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(Language.withRegion(locale))
                .format(day);
    }

    /** The time of day, to the minute. */
    public String time(Instant at, Locale locale) {
        return time(at.atZone(zone()).toLocalTime(), locale);
    }

    public static String time(LocalTime time, Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Language.withRegion(locale))
                .format(time);
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

    /** Day, time to the second, and zone, with the instant itself on hover. */
    public Component shownExactly(Instant at, Locale locale) {
        Span shown = new Span(exact(at, locale));
        shown.setTitle(at.toString());
        shown.addClassName("figures");
        return shown;
    }

    private static String weekday(DayOfWeek day, Locale locale) {
        String name = day.getDisplayName(TextStyle.SHORT, locale);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
