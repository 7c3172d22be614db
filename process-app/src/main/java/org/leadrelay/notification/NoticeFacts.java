package org.leadrelay.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.mail.LetterTemplates.Fact;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.DurationWords;
import org.leadrelay.workingtime.WorkSpan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Facts in a letter about a notice: which lead, what was promised, until when, how much of it is left, and who has it. */
@Component
class NoticeFacts {

    private final NoticeWords words;
    private final LeadNamesInMail names;
    private final People people;
    private final BusinessCalendars calendars;
    private final QuietHours hours;
    private final ObjectProvider<TaskHolders> tasks;
    private final Clock clock;

    NoticeFacts(
            NoticeWords words,
            LeadNamesInMail names,
            People people,
            BusinessCalendars calendars,
            QuietHours hours,
            ObjectProvider<TaskHolders> tasks,
            Clock clock) {
        this.words = words;
        this.names = names;
        this.people = people;
        this.calendars = calendars;
        this.hours = hours;
        this.tasks = tasks;
        this.clock = clock;
    }

    List<Fact> of(MailedNotice told, Person person, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        if (told.leadId() != null) {
            facts.add(fact(locale, "lead", names.inside(told.leadId(), person, locale)));
        }
        words.subject(told, locale).ifPresent(about -> facts.add(fact(locale, "found", about.sentence())));
        if (told.clause() != null) {
            facts.add(fact(locale, "promised", words.clause(locale, told.clause())));
        }
        Instant due = told.dueAt();
        if (due == null) {
            return facts;
        }
        ZoneId zone = hours.of(person.login()).zone();
        facts.add(fact(locale, "due", words.time(locale, due, zone)));
        Instant ended = told.endedAt();
        Optional<String> holder = holder(told);
        Integer version = told.calendarVersion();
        if (version != null) {
            BusinessCalendar counted = ended == null
                    ? holder.flatMap(calendars::ownOf).orElseGet(() -> calendars.version(version))
                    : calendars.version(version);
            WorkSpan span = WorkSpan.of(counted, ended == null ? clock.instant() : ended, due);
            if (span.late() || ended == null) {
                facts.add(fact(locale, span.late() ? "late" : "left", DurationWords.length(span.amount(), locale)));
            }
        }
        facts.add(
                ended == null
                        ? fact(
                                locale,
                                "holder",
                                holder.map(people::displayName).orElseGet(() -> words.text(locale, "nobody")))
                        : fact(locale, "ended", words.time(locale, ended, zone)));
        return facts;
    }

    private Fact fact(Locale locale, String label, String value) {
        return new Fact(words.text(locale, label), value);
    }

    private Optional<String> holder(MailedNotice told) {
        UUID lead = told.leadId();
        String clause = told.clause();
        return lead == null || clause == null
                ? Optional.empty()
                : tasks.stream()
                        .flatMap(each -> each.holder(lead, clause).stream())
                        .findFirst();
    }
}
