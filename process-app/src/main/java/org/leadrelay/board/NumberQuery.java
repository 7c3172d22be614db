package org.leadrelay.board;

import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/**
 * Query parameters of the leads behind a number, beside those of its board.
 *
 * @param number its id
 * @param by what the board was split by
 * @param group as the number's result names it
 * @param part numerator, denominator or running; the numerator when not said
 */
public record NumberQuery(
        @Nullable String number,
        @Nullable String by,
        @Nullable String group,
        @Nullable String part) {

    /** Apart: the description of the API takes every field of this record for a parameter. */
    private static final class Rules {
        static final Wording WORDING = Wording.of(NumberQuery.class);
    }

    /**
     * @throws Invalid when it makes no sense
     */
    public DrillDownQuery of(Board board, BoardQuery asked) {
        if (number == null || number.isEmpty()) {
            throw Invalid.field("number", Rules.WORDING.text("number.missing"));
        }
        BoardPart opened = part == null
                ? BoardPart.NUMERATOR
                : BoardPart.of(part).orElseThrow(() -> Invalid.field("part", Rules.WORDING.text("part", part)));
        return new DrillDownQuery(board, asked.filter("by", by), number, group, opened);
    }
}
