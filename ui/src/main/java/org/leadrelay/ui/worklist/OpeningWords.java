package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.Evidence;
import org.leadrelay.board.LeadsAlike;
import org.leadrelay.board.words.RateWords;
import org.leadrelay.lead.Signal;
import org.leadrelay.opening.OpeningCard;
import org.leadrelay.ui.component.Times;

/** Sentences of the card for the first talk, in the reader's language. */
record OpeningWords(Component screen, Locale locale, Times times) {

    /** What this person did last, the newest first, each with its day. */
    String did(OpeningCard card) {
        return card.signals().isEmpty()
                ? text("did.nothing")
                : card.signals().stream().map(this::did).collect(Collectors.joining(" · "));
    }

    private String did(Signal signal) {
        String what = screen.getTranslation("signal." + signal.kind().name().toLowerCase(Locale.ROOT));
        String day = signal.at() == null ? "" : times.day(signal.at(), locale);
        return signal.content() == null ? text("did.on", what, day) : text("did.on.what", what, signal.content(), day);
    }

    /** What they asked for, and what not. */
    String asked(OpeningCard card) {
        String asked = asks(card, true);
        String not = asks(card, false);
        if (asked.isEmpty()) {
            return text("asked.nothing", not);
        }
        return not.isEmpty() ? text("asked.all", asked) : text("asked.some", asked, not);
    }

    private String asks(OpeningCard card, boolean asked) {
        return OpeningCard.ASKS.stream()
                .filter(each -> card.asked().contains(each) == asked)
                .map(each -> text("ask." + each.code()))
                .collect(Collectors.joining(", "));
    }

    /** In words first; nothing where there are too few. */
    List<String> alike(@Nullable LeadsAlike alike) {
        List<String> lines = new ArrayList<>();
        if (alike == null) {
            return lines;
        }
        String cell = alike.fit() + alike.maturity();
        if (alike.tellsReached()) {
            lines.add(text(
                    "alike.reached",
                    cell,
                    alike.source(),
                    rate(alike.reachedAt(1), alike.reached().get(0), alike.accepted()),
                    rate(alike.reachedAt(2), alike.reached().get(1), alike.accepted()),
                    rate(alike.reachedAt(3), alike.reached().get(2), alike.accepted())));
        }
        if (alike.tellsWonLater()) {
            lines.add(text(
                    alike.tellsReached() ? "alike.later" : "alike.later.alone",
                    cell,
                    alike.source(),
                    rate(alike.wonLaterShare(), alike.wonLater(), alike.wentBack())));
        }
        return lines;
    }

    /** "between 4 and 6 of 10 (52%, 40 of 77)". */
    private String rate(Evidence.Interval share, long n, long d) {
        NumberFormat whole = NumberFormat.getIntegerInstance(locale);
        return text(
                "alike.rate",
                RateWords.of(share.low(), share.high(), locale),
                NumberFormat.getPercentInstance(locale).format(share.value()),
                whole.format(n),
                whole.format(d));
    }

    private String text(String key, Object... of) {
        return screen.getTranslation("opening." + key, of);
    }
}
