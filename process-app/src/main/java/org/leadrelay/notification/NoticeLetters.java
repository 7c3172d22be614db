package org.leadrelay.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        UUID lead = told.leadId();
        List<Link> ways = NoticeTarget.of(told.kind(), told.cause(), lead, task(told, person)).stream()
                .flatMap(target -> link(target, locale).stream())
                .toList();
        return new Item(
                subject(told, names.inside(lead, person, locale), locale), facts.of(told, person, locale), ways);
    }

    /** Empty for the page of one's password: no mail links to it. */
    private Optional<Link> link(NoticeTarget target, Locale locale) {
        return switch (target.destination()) {
            case TASK -> link("openTask", links.task(target.id()), locale);
            case LEAD -> link("openLead", links.lead(UUID.fromString(target.id())), locale);
            case CHARTER -> link("openCharter", links.charter(Integer.parseInt(target.id())), locale);
            case RELEASE -> link("openRelease", links.release(Integer.parseInt(target.id())), locale);
            case TEXT ->
                Optional.ofNullable(target.text())
                        .flatMap(text ->
                                link("openText", links.text(text.track(), text.step(), text.language()), locale));
            case TABLES -> link("openTables", links.tables(), locale);
            case OUTBOX -> link("openOutbox", links.outbox(), locale);
            case PASSWORD -> Optional.empty();
        };
    }

    private Optional<Link> link(String key, String address, Locale locale) {
        return Optional.of(new Link(words.text(locale, key), address));
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
