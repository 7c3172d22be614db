package org.leadrelay.ui.worklist;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.worklist.TaskRow;
import org.springframework.stereotype.Component;

/**
 * Text of when a promise is due or was, and of the working time that is left: in the hours of the rep who has
 * it, where the rep has hours of their own.
 */
@Component
class DueWords {

    private final Charter charter;
    private final BusinessCalendars calendars;
    private final Clock clock;

    DueWords(Charter charter, BusinessCalendars calendars, Clock clock) {
        this.charter = charter;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** "due tomorrow 10:30 (2 h of working time left)", "was due today 10:30". */
    String of(TaskRow task, Locale locale) {
        if (task.waiting()) {
            return I18NProvider.translate(locale, "due.sentence.waiting");
        }
        Instant due = task.due();
        if (due == null) {
            return I18NProvider.translate(locale, "due.sentence.none");
        }
        Instant now = clock.instant();
        if (!due.isAfter(now)) {
            return I18NProvider.translate(locale, "due.sentence.late", moment(due, now, locale));
        }
        return I18NProvider.translate(
                locale,
                "due.sentence.open",
                moment(due, now, locale),
                span(hours(task).between(now, due), locale));
    }

    private BusinessCalendar hours(TaskRow task) {
        String rep = task.assignee();
        return rep != null && task.role().equals(Roles.SALES_REP)
                ? calendars.ownOf(rep).orElseGet(charter::calendar)
                : charter.calendar();
    }

    private String moment(Instant due, Instant now, Locale locale) {
        ZonedDateTime at = due.atZone(charter.calendar().zone());
        long days =
                ChronoUnit.DAYS.between(now.atZone(charter.calendar().zone()).toLocalDate(), at.toLocalDate());
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(at);
        if (days == 0) {
            return I18NProvider.translate(locale, "due.today", time);
        }
        if (days == 1) {
            return I18NProvider.translate(locale, "due.tomorrow", time);
        }
        if (days == -1) {
            return I18NProvider.translate(locale, "due.yesterday", time);
        }
        String day = DateTimeFormatter.ofPattern("EEE d MMM", locale).format(at);
        return day + " " + time;
    }

    private static String span(Duration span, Locale locale) {
        if (span.toMinutes() < 60) {
            return I18NProvider.translate(locale, "due.minutes", String.valueOf(Math.max(1, span.toMinutes())));
        }
        if (span.toHours() < 48) {
            return I18NProvider.translate(locale, "due.hours", String.valueOf(span.toHours()));
        }
        return I18NProvider.translate(locale, "due.days", String.valueOf(span.toDays()));
    }
}
