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
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LetterTemplates;
import org.leadrelay.mail.LetterTemplates.Content;
import org.leadrelay.mail.LetterTemplates.Fact;
import org.leadrelay.mail.LetterTemplates.Item;
import org.leadrelay.mail.LetterTemplates.Link;
import org.leadrelay.mail.MailLinks;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.DurationWords;
import org.leadrelay.workingtime.WorkSpan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Letters about notices, written when the mail leaves. Of a lead they learn its name only
 * ({@link LeadNamesInMail}).
 */
@Component
class NoticeLetters {

    private final NoticeTable notices;
    private final NoticeWords words;
    private final LetterTemplates paper;
    private final MailLinks links;
    private final LeadNamesInMail names;
    private final People people;
    private final BusinessCalendars calendars;
    private final QuietHours hours;
    private final ObjectProvider<TaskHolders> tasks;
    private final Clock clock;

    NoticeLetters(
            NoticeTable notices,
            NoticeWords words,
            LetterTemplates paper,
            MailLinks links,
            LeadNamesInMail names,
            People people,
            BusinessCalendars calendars,
            QuietHours hours,
            ObjectProvider<TaskHolders> tasks,
            Clock clock) {
        this.notices = notices;
        this.words = words;
        this.paper = paper;
        this.links = links;
        this.names = names;
        this.people = people;
        this.calendars = calendars;
        this.hours = hours;
        this.tasks = tasks;
        this.clock = clock;
    }

    AddressedLetter to(Person person, String mailKey) {
        List<MailedNotice> told =
                notices.in(mailKey).stream().filter(each -> !each.settled()).toList();
        String address = person.email();
        if (!person.active() || address == null) {
            return AddressedLetter.nobody("noAddress");
        }
        if (told.isEmpty()) {
            return AddressedLetter.nobody("settled");
        }
        Locale locale = person.language().locale();
        String first = subject(told.get(0), names.inSubject(told.get(0).leadId(), person, locale), locale);
        boolean many = told.size() > 1;
        String why = many
                ? words.text(locale, "why.many")
                : words.kind(locale, "why", told.get(0).kind());
        return AddressedLetter.to(
                address,
                paper.print(new Content(
                        locale.getLanguage(),
                        many ? words.text(locale, "subject.many", String.valueOf(told.size()), first) : first,
                        List.of(words.text(locale, "hello", person.displayName()), why),
                        told.stream().map(each -> item(each, person, locale)).toList(),
                        new Link(words.text(locale, "choices"), links.choices()))));
    }

    private String subject(MailedNotice told, String leadName, Locale locale) {
        return words.kind(locale, "subject", told.kind(), words.clause(locale, told.clause()), leadName);
    }

    private Item item(MailedNotice told, Person person, Locale locale) {
        List<Link> ways = new ArrayList<>();
        UUID lead = told.leadId();
        if (lead != null) {
            task(told, person).forEach(task -> ways.add(new Link(words.text(locale, "openTask"), links.task(task))));
            ways.add(new Link(words.text(locale, "openLead"), links.lead(lead)));
        }
        told.ofCharter()
                .ifPresent(version -> ways.add(new Link(words.text(locale, "openCharter"), links.charter(version))));
        return new Item(subject(told, names.inside(lead, person, locale), locale), facts(told, person, locale), ways);
    }

    private List<Fact> facts(MailedNotice told, Person person, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        if (told.leadId() != null) {
            facts.add(fact(locale, "lead", names.inside(told.leadId(), person, locale)));
        }
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

    private List<String> task(MailedNotice told, Person person) {
        UUID lead = told.leadId();
        String clause = told.clause();
        return lead == null || clause == null
                ? List.of()
                : tasks.stream()
                        .flatMap(each -> each.taskFor(lead, clause, person.login(), person.roles()).stream())
                        .toList();
    }
}
