package org.leadrelay.board.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Person;
import org.leadrelay.board.Board;
import org.leadrelay.board.BoardFilter;
import org.leadrelay.board.BoardPart;
import org.leadrelay.board.BoardReports;
import org.leadrelay.board.Grouping;
import org.leadrelay.board.letter.LetterFrame.Body;
import org.leadrelay.board.letter.LetterFrame.Due;
import org.leadrelay.board.words.BoardWords;
import org.leadrelay.board.words.FilterQuery;
import org.leadrelay.charter.Charter;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LetterTemplates.Fact;
import org.leadrelay.mail.LetterTemplates.Item;
import org.leadrelay.mail.LetterTemplates.Link;
import org.leadrelay.mail.MailLinks;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.mail.PersonLetter;
import org.leadrelay.platform.ProductException;
import org.springframework.stereotype.Component;

/**
 * Monday letter to a marketer: what became of the leads of four weeks that they answered for before they were handed over. It
 * names no rep, whatever the reader may see.
 */
@Component
class BecameOfItLetter implements PersonLetter {

    private static final Period TOLD = Period.ofWeeks(4);

    /** Whoever answered for a lead longer ago has left it to others. */
    private static final Period ANSWERED = Period.ofDays(180);

    private static final int MOST = 10;

    private final LetterFrame frame;
    private final HandedLapQueries handed;
    private final BoardReports boards;
    private final BoardWords words;
    private final LeadCards cards;
    private final MailLinks links;
    private final Charter charter;

    BecameOfItLetter(
            LetterFrame frame,
            HandedLapQueries handed,
            BoardReports boards,
            BoardWords words,
            LeadCards cards,
            MailLinks links,
            Charter charter) {
        this.frame = frame;
        this.handed = handed;
        this.boards = boards;
        this.words = words;
        this.cards = cards;
        this.links = links;
        this.charter = charter;
    }

    @Override
    public String template() {
        return LetterKind.BECAME_OF_IT.code();
    }

    @Override
    public AddressedLetter to(Person person, Mail mail) {
        return frame.letter(person, mail.key(), this::body);
    }

    private Body body(Due due) {
        Locale locale = due.locale();
        Days days = days(due.slot());
        LapStateCounts all = handed.states(days.from(), days.until());
        List<HandedLap> own =
                handed.of(due.person().login(), days.start(days.first().minus(ANSWERED)), days.from(), days.until());
        List<HandedLap> rejected =
                own.stream().filter(each -> each.reason() != null).toList();
        List<HandedLap> withoutWord =
                own.stream().filter(each -> each.silent() != null).toList();
        String first = LetterFrame.day(days.first(), locale);
        List<Item> items = new ArrayList<>();
        items.add(sum(text(locale, "became.all", words.count(all.whole(), locale)), all, locale, days));
        if (!own.isEmpty()) {
            items.add(sum(
                    text(locale, "became.own", words.count(own.size(), locale)), LapStateCounts.of(own), locale, days));
        }
        items.addAll(list(rejected, "became.rejected", due, days.board(null)));
        items.addAll(list(withoutWord, "became.silent", due, days.board("became.noWord")));
        return new Body(
                counted(locale, own.isEmpty() ? "became.subject.none" : "became.subject", own.size()),
                frame.opening(due, text(locale, own.isEmpty() ? "became.none" : "became.what", first)),
                items);
    }

    /** Whole days of the charter's calendar, as the board counts them, so that its link opens the same numbers. */
    private Days days(Instant slot) {
        ZoneId zone = charter.calendar().zone();
        LocalDate last = slot.atZone(zone).toLocalDate().minusDays(1);
        return new Days(last.plusDays(1).minus(TOLD), last, zone);
    }

    private record Days(LocalDate first, LocalDate last, ZoneId zone) {

        Instant from() {
            return start(first);
        }

        Instant until() {
            return start(last.plusDays(1));
        }

        Instant start(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }

        /** The address of the board in these days, or of the leads behind one of its numbers. */
        String board(@Nullable String number) {
            String filter = FilterQuery.write(BoardFilter.between(first, last)).entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("&"));
            return "boards/" + Board.BECAME.code() + "?" + filter
                    + (number == null ? "" : "&number=" + number + "&part=" + BoardPart.NUMERATOR.code());
        }
    }

    /** The parts by the names that the board gives them; they sum to the whole in the title. */
    private Item sum(String title, LapStateCounts counts, Locale locale, Days days) {
        Map<String, String> names = names(locale);
        List<Fact> parts = counts.parts(List.copyOf(names.keySet())).entrySet().stream()
                .map(each -> new Fact(
                        names.getOrDefault(each.getKey(), each.getKey()), words.count(each.getValue(), locale)))
                .toList();
        return new Item(title, parts, List.of(new Link(text(locale, "became.board"), links.board(days.board(null)))));
    }

    /** What the parts are called, by the states of the projection, in the board's order. */
    private Map<String, String> names(Locale locale) {
        String prefix = Board.BECAME.code() + ".";
        return boards.numbers(Board.BECAME).stream()
                .filter(each -> each.id().startsWith(prefix))
                .collect(Collectors.toMap(
                        each -> state(each.id().substring(prefix.length())),
                        each -> each.words(locale),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** {@code buyersDay} is {@code BUYERS_DAY}. */
    private static String state(String id) {
        return id.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    /** @param board where all of them are, with those of others */
    private List<Item> list(List<HandedLap> laps, String key, Due due, String board) {
        Locale locale = due.locale();
        List<Item> items = new ArrayList<>();
        laps.stream()
                .limit(MOST)
                .forEach(lap -> items.add(new Item(
                        text(locale, key, name(lap, due)),
                        facts(lap, locale, due),
                        List.of(new Link(text(locale, "openLead"), links.lead(lap.lead()))))));
        if (laps.size() > MOST) {
            items.add(new Item(
                    counted(locale, key + ".more", laps.size() - (long) MOST),
                    List.of(),
                    List.of(new Link(text(locale, "became.board"), links.board(board)))));
        }
        return items;
    }

    private List<Fact> facts(HandedLap lap, Locale locale, Due due) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                text(locale, "became.handed"),
                LetterFrame.day(lap.handed().atZone(due.zone()).toLocalDate(), locale)));
        if (lap.reason() != null) {
            facts.add(new Fact(Grouping.REASON.label(locale), words.group(Grouping.REASON, lap.reason(), locale)));
        }
        if (lap.learned() != null) {
            facts.add(new Fact(Grouping.LEARNED.label(locale), words.group(Grouping.LEARNED, lap.learned(), locale)));
        }
        return facts;
    }

    /** As long as the reader may see the lead. */
    private String name(HandedLap lap, Due due) {
        try {
            return cards.name(lap.lead(), due.actor()).withCompany();
        } catch (ProductException goneOrNotTheirs) {
            return text(due.locale(), "aLead");
        }
    }

    private String counted(Locale locale, String key, long count) {
        return text(locale, count == 1 ? key + ".one" : key, words.count(count, locale));
    }

    private static String text(Locale locale, String key, Object... of) {
        return LetterFrame.WORDING.text(locale, key, of);
    }
}
