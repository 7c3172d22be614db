package org.leadrelay.ui.board;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber;
import org.leadrelay.board.NumberResult;
import org.leadrelay.board.words.BoardWords;

/** Labels of the boards in the reader's language. */
record BoardTexts(Component screen, Locale locale, BoardWords words) {

    String text(String key, Object... of) {
        return screen.getTranslation(locale, "boards." + key, of);
    }

    String said(BoardNumber number, NumberResult result) {
        return words.said(number, result, locale);
    }

    String figure(BoardNumber number, NumberResult result) {
        return words.figure(number, result, locale);
    }

    String interval(NumberResult result) {
        return words.interval(result, locale);
    }

    String count(long count) {
        return words.count(count, locale);
    }

    /** A group by its name, the number as a whole by what it is. */
    String group(BoardNumber number, BoardState state, @Nullable String code) {
        return words.group(number, state.filter().group(), code, locale);
    }

    /** What is counted, of what, by which clock and how long it is watched. */
    String definition(BoardNumber number, Duration horizon) {
        String what = number.kind() == BoardNumber.Kind.COUNT
                ? text("definition.count", number.numeratorWords(locale))
                : text("definition", number.numeratorWords(locale), number.denominatorWords(locale));
        return what
                + " "
                + text("clock." + number.clock().code())
                + (number.horizon() ? " " + text("watched", String.valueOf(horizon.toDays())) : "");
    }
}
