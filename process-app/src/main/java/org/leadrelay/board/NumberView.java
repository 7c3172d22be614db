package org.leadrelay.board;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Definition of a number as REST tells it, in the language of the request.
 *
 * @param board null for the joint number, which stands first on every board
 * @param horizon whether it counts what happened within the horizon
 * @param stages of the models without which it has a gap
 * @param grouping by which it is always split; null for none
 */
record NumberView(
        String id,
        @Nullable Board board,
        String words,
        String numerator,
        String denominator,
        BoardNumber.Unit unit,
        BoardNumber.Kind kind,
        BoardNumber.Clock clock,
        boolean horizon,
        int guard,
        List<String> stages,
        @Nullable Grouping grouping) {

    static NumberView of(BoardNumber number, Locale language) {
        return new NumberView(
                number.id(),
                number.board(),
                number.words(language),
                number.numeratorWords(language),
                number.denominatorWords(language),
                number.unit(),
                number.kind(),
                number.clock(),
                number.horizon(),
                number.guard(),
                number.stages().stream().map(Stage::code).sorted().toList(),
                number.grouping());
    }
}
