package org.leadrelay.ui.team;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.Absence;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.assignment.Skill;
import org.leadrelay.assignment.Skills;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.Times;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.CalendarDay;
import org.springframework.stereotype.Component;

/** Labels about a rep, in the reader's language. */
@Component
class RepWords {

    private final DueWords due;
    private final Times times;
    private final BusinessCalendars calendars;
    private final Skills skills;
    private final I18NProvider texts;
    private final Clock clock;

    RepWords(DueWords due, BusinessCalendars calendars, Skills skills, I18NProvider texts, Clock clock) {
        this.due = due;
        this.times = due.times();
        this.calendars = calendars;
        this.skills = skills;
        this.texts = texts;
        this.clock = clock;
    }

    DueWords due() {
        return due;
    }

    Times times() {
        return times;
    }

    /** The absence that runs; of several, the one that ends last. */
    static Optional<Absence> running(RepChoice rep, Instant now) {
        return rep.absences().stream()
                .filter(each -> !each.from().isAfter(now))
                .max(Comparator.comparing(RepWords::end));
    }

    private static Instant end(Absence absence) {
        Instant until = absence.until();
        return until == null ? Instant.MAX : until;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * The hours of this day where the rep works, with the zone when it is another than the
     * charter's: "today 09:00–17:00 (America/Santiago)".
     */
    String hours(RepChoice rep, Locale locale) {
        BusinessCalendar calendar = calendars.forRep(rep.login());
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        CalendarDay day = calendar.day(today, locale);
        String zone = calendar.zone().equals(times.zone()) ? "" : " (" + rep.zone() + ")";
        String name = day.name();
        if (day.openings().isEmpty()) {
            return (name == null ? text(locale, "team.hours.closed") : text(locale, "team.hours.closed.for", name))
                    + zone;
        }
        String ranges = day.openings().stream()
                .map(each -> Times.time(each.opens(), locale) + "–" + Times.time(each.closes(), locale))
                .collect(Collectors.joining(", "));
        return text(locale, "team.hours", ranges) + zone;
    }

    /** "4 of 10 this week", or nothing for who has no such limit. */
    Optional<String> period(RepChoice rep, Locale locale) {
        Integer limit = rep.perPeriod();
        return limit == null
                ? Optional.empty()
                : Optional.of(text(locale, "team.period.of." + rep.period(), rep.inPeriod(), limit));
    }

    /** From when to when, who stands in and what becomes of the tasks. */
    String absence(Absence absence, Map<String, String> names, Locale locale) {
        String from = times.text(absence.from(), locale);
        Instant until = absence.until();
        boolean runs = !absence.from().isAfter(clock.instant());
        String when;
        if (until == null) {
            when = text(locale, runs ? "team.absence.open" : "team.absence.open.ahead", from);
        } else {
            String to = times.text(until, locale);
            when = runs ? text(locale, "team.absence.runs", to) : text(locale, "team.absence", from, to);
        }
        String deputy = absence.deputy();
        String who =
                deputy == null ? "" : " · " + text(locale, "team.absence.deputy", names.getOrDefault(deputy, deputy));
        String tasks = absence.openTasks() == AbsenceHandling.STAY
                ? ""
                : " · " + text(locale, "team.tasks.went." + absence.openTasks().code());
        return when + who + tasks;
    }

    /** How many tasks went to whom: "3 open tasks to Ben Hartmann, 1 back to the role". */
    String moved(List<Absence.Moved> moved, Map<String, String> names, Locale locale) {
        return moved.stream()
                .map(each -> each.to() == null
                        ? text(locale, "team.moved.role", each.tasks())
                        : text(locale, "team.moved.to", each.tasks(), names.getOrDefault(each.to(), each.to())))
                .collect(Collectors.joining(", "));
    }

    /** The skills by their names. */
    String skills(List<String> ids, Locale locale) {
        if (ids.isEmpty()) {
            return "";
        }
        Map<String, String> labels =
                skills.all().stream().collect(Collectors.toMap(Skill::id, each -> label(each, locale)));
        return ids.stream().map(id -> labels.getOrDefault(id, id)).collect(Collectors.joining(", "));
    }

    static String label(Skill skill, Locale locale) {
        return skill.words().in(locale);
    }

    private String text(Locale locale, String key, @Nullable Object... arguments) {
        return texts.getTranslation(key, locale, arguments);
    }
}
