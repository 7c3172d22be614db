package org.leadrelay.board.letter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leadrelay.access.Person;
import org.leadrelay.board.Board;
import org.leadrelay.board.BoardFilter;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.BoardReports;
import org.leadrelay.board.BoardResult;
import org.leadrelay.board.NumberResult;
import org.leadrelay.board.letter.LetterFrame.Body;
import org.leadrelay.board.letter.LetterFrame.Due;
import org.leadrelay.board.words.BoardWords;
import org.leadrelay.board.words.FilterQuery;
import org.leadrelay.mail.AddressedLetter;
import org.leadrelay.mail.LetterTemplates.Fact;
import org.leadrelay.mail.LetterTemplates.Item;
import org.leadrelay.mail.LetterTemplates.Link;
import org.leadrelay.mail.MailLinks;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.mail.PersonLetter;
import org.springframework.stereotype.Component;

/** A board by mail: its numbers as they stand when it leaves, with what its reader may see then. */
@Component
class BoardLetter implements PersonLetter {

    /** A mail with more groups than can be read is none: the page has them all. */
    private static final int MOST_GROUPS = 12;

    private final LetterFrame frame;
    private final BoardReports boards;
    private final BoardWords words;
    private final MailLinks links;

    BoardLetter(LetterFrame frame, BoardReports boards, BoardWords words, MailLinks links) {
        this.frame = frame;
        this.boards = boards;
        this.words = words;
        this.links = links;
    }

    @Override
    public String template() {
        return LetterKind.BOARD.code();
    }

    @Override
    public AddressedLetter to(Person person, Mail mail) {
        return frame.letter(person, mail.key(), this::body);
    }

    private Body body(Due due) {
        Locale locale = due.locale();
        BoardSubscription subscription = due.subscription();
        Board board = Board.of(subscription.board()).orElse(Board.FUNNEL);
        BoardFilter filter = filter(subscription.query());
        BoardResult result = boards.board(board, filter);
        List<Item> items = new ArrayList<>();
        for (BoardNumber number : boards.numbers(board)) {
            List<NumberResult> of = result.numbers().stream()
                    .filter(each -> each.id().equals(number.id()))
                    .toList();
            if (!of.isEmpty()) {
                items.add(item(number, of, filter, locale));
            }
        }
        String query = subscription.query().isEmpty() ? "" : "?" + subscription.query();
        items.add(new Item(
                "",
                List.of(),
                List.of(new Link(text(locale, "board.open"), links.board("boards/" + board.code() + query)))));
        String day = LetterFrame.day(result.asOf().atZone(due.zone()).toLocalDate(), locale);
        return new Body(
                text(locale, "board.subject", board.label(locale), day),
                frame.opening(
                        due,
                        text(locale, query.isEmpty() ? "board.what" : "board.what.filtered", board.label(locale), day)),
                items);
    }

    private Item item(BoardNumber number, List<NumberResult> results, BoardFilter filter, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        results.stream().limit(MOST_GROUPS + 1L).forEach(each -> {
            String label = words.group(number, filter.group(), each.group(), locale);
            facts.add(new Fact(label, value(number, each, locale)));
        });
        if (results.size() > MOST_GROUPS + 1) {
            facts.add(new Fact(text(locale, "more"), words.count(results.size() - (MOST_GROUPS + 1L), locale)));
        }
        return new Item(number.words(locale), facts, List.of());
    }

    /** In words, then in figures, then what still runs. */
    private String value(BoardNumber number, NumberResult result, Locale locale) {
        if (number.kind().isAmount() && result.group() != null && result.currency() == null) {
            // that they have no value is what the group is called
            return words.count(result.d(), locale);
        }
        StringBuilder value = new StringBuilder(words.said(number, result, locale));
        if (number.kind() == Kind.SHARE && result.value() != null) {
            value.append(text(
                    locale,
                    "figures",
                    words.figure(number, result, locale),
                    words.interval(result, locale),
                    words.count(result.n(), locale),
                    words.count(result.d(), locale)));
        }
        if (result.running() > 0) {
            value.append(text(locale, "running", words.count(result.running(), locale)));
        }
        return value.toString();
    }

    private static BoardFilter filter(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(each.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return FilterQuery.read(parameters::get);
    }

    private static String text(Locale locale, String key, Object... of) {
        return LetterFrame.WORDING.text(locale, key, of);
    }
}
