package org.leadrelay.board.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.board.BoardProgress;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LetterTemplates;
import org.leadrelay.mail.LetterTemplates.Content;
import org.leadrelay.mail.LetterTemplates.Item;
import org.leadrelay.mail.LetterTemplates.Link;
import org.leadrelay.mail.MailLinks;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Frame of the letters about boards: asks whether the subscription still runs, its owner may read boards now and the numbers are
 * those of now, lets the text be written as that person, and ends with the link that ends the letter.
 */
@Component
class LetterFrame {

    static final Wording WORDING = Wording.of(LetterFrame.class);

    /** Later than this after its slot a letter says that it is late. */
    private static final Duration PUNCTUAL = Duration.ofHours(6);

    private final BoardSubscriptionTable table;
    private final BoardSubscriptions subscriptions;
    private final BoardProgress progress;
    private final LetterTemplates paper;
    private final MailLinks links;
    private final People people;
    private final CurrentPerson current;
    private final Clock clock;

    LetterFrame(
            BoardSubscriptionTable table,
            BoardSubscriptions subscriptions,
            BoardProgress progress,
            LetterTemplates paper,
            MailLinks links,
            People people,
            CurrentPerson current,
            Clock clock) {
        this.table = table;
        this.subscriptions = subscriptions;
        this.progress = progress;
        this.paper = paper;
        this.links = links;
        this.people = people;
        this.current = current;
        this.clock = clock;
    }

    /** What a letter is written from: whose it is, what they subscribed to, which slot it is for. */
    record Due(Person person, Actor actor, BoardSubscription subscription, Instant slot, ZoneId zone, Locale locale) {}

    /** What a letter says between greeting and footer. */
    record Body(String subject, List<String> paragraphs, List<Item> items) {}

    /** Writes the text of a letter; every service it asks answers as its reader. */
    @FunctionalInterface
    interface Writer {
        Body write(Due due);
    }

    AddressedLetter letter(Person person, String key, Writer writer) {
        LetterKey named = LetterKey.of(key);
        Optional<BoardSubscription> running = table.running(named.subscription());
        String address = person.email();
        if (running.isEmpty()) {
            return AddressedLetter.nobody("ended");
        }
        if (!person.active() || address == null) {
            return AddressedLetter.nobody("noAddress");
        }
        Optional<Actor> reader = people.acting(person.login());
        if (reader.isEmpty()) {
            return AddressedLetter.nobody("noAddress");
        }
        Due due = new Due(
                person,
                reader.get(),
                running.get(),
                named.slot(),
                subscriptions.zone(person.login()),
                person.language().locale());
        if (!progress.isCaughtUp()) {
            return AddressedLetter.later("boardsBehind");
        }
        try {
            Body body = current.as(reader.get(), () -> writer.write(due));
            return AddressedLetter.to(address, paper.print(content(due, body)));
        } catch (Forbidden gone) {
            subscriptions.withheld(due.subscription());
            return AddressedLetter.nobody("noPermission");
        } catch (ProductException unreadable) {
            return AddressedLetter.nobody("unreadable");
        }
    }

    private Content content(Due due, Body body) {
        UUID id = due.subscription().id();
        return new Content(
                due.locale().getLanguage(),
                body.subject(),
                body.paragraphs(),
                body.items(),
                new Link(WORDING.text(due.locale(), "end"), links.boardMails(id)),
                null);
    }

    /** The greeting, what the letter tells, and that it is late where it is. */
    List<String> opening(Due due, String what) {
        String hello = WORDING.text(due.locale(), "hello", due.person().displayName());
        return Duration.between(due.slot(), clock.instant()).compareTo(PUNCTUAL) <= 0
                ? List.of(hello, what)
                : List.of(
                        hello,
                        what,
                        WORDING.text(
                                due.locale(),
                                "late",
                                day(due.slot().atZone(due.zone()).toLocalDate(), due.locale())));
    }

    /** "Monday, 30 November 2026", as it is written in the country of the language. */
    static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(Language.withRegion(locale))
                .format(day);
    }
}
