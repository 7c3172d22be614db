package org.leadrelay.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.leadrelay.access.Person;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LetterTemplates;
import org.leadrelay.mail.LetterTemplates.Content;
import org.leadrelay.mail.LetterTemplates.Item;
import org.leadrelay.mail.LetterTemplates.Link;
import org.leadrelay.mail.MailLinks;
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
    private final NoticeFacts facts;
    private final ObjectProvider<TaskHolders> tasks;

    NoticeLetters(
            NoticeTable notices,
            NoticeWords words,
            LetterTemplates paper,
            MailLinks links,
            LeadNamesInMail names,
            NoticeFacts facts,
            ObjectProvider<TaskHolders> tasks) {
        this.notices = notices;
        this.words = words;
        this.paper = paper;
        this.links = links;
        this.names = names;
        this.facts = facts;
        this.tasks = tasks;
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
                        new Link(words.text(locale, "choices"), links.choices()),
                        null)));
    }

    private String subject(MailedNotice told, String leadName, Locale locale) {
        String about =
                words.subject(told, locale).map(NoticeSubject.Words::name).orElse(leadName);
        return words.kind(locale, "subject", told.kind(), words.clause(locale, told.clause()), about);
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
        told.ofRelease()
                .ifPresent(release -> ways.add(new Link(words.text(locale, "openRelease"), links.release(release))));
        told.ofText()
                .ifPresent(text -> ways.add(new Link(
                        words.text(locale, "openText"), links.text(text.track(), text.step(), text.language()))));
        if (told.kind().equals(NoticeKind.DRIFT.code())) {
            ways.add(new Link(words.text(locale, "openTables"), links.tables()));
        }
        if (told.kind().equals(NoticeKind.TOOL_FAILED.code()) && lead == null) {
            ways.add(new Link(words.text(locale, "openOutbox"), links.outbox()));
        }
        return new Item(
                subject(told, names.inside(lead, person, locale), locale), facts.of(told, person, locale), ways);
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
