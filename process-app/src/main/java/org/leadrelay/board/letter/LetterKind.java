package org.leadrelay.board.letter;

import java.util.Arrays;
import java.util.Locale;

/** Kind of a recurring letter; its code names the mail's template too. */
public enum LetterKind {
    /** A board as somebody saw it. */
    BOARD,
    /** What became of the leads that a marketer handed over. */
    BECAME_OF_IT;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LetterKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
