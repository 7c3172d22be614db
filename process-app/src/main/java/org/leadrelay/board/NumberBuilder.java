package org.leadrelay.board;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.BoardNumber.Clock;
import org.leadrelay.board.BoardNumber.Kind;
import org.leadrelay.board.BoardNumber.Unit;

/** Builder of definitions that share who enters their denominator. */
record NumberBuilder(
        Board board,
        Unit unit,
        Clock clock,
        String entered,
        String denominator,
        Set<Stage> stages,
        @Nullable Grouping grouping) {

    static NumberBuilder of(Board board, Unit unit, Clock clock) {
        return new NumberBuilder(board, unit, clock, "", "", Set.of(), null);
    }

    NumberBuilder entering(String column, String condition) {
        return new NumberBuilder(board, unit, clock, column, condition, stages, grouping);
    }

    NumberBuilder needing(Stage... needed) {
        return new NumberBuilder(board, unit, clock, entered, denominator, Set.of(needed), grouping);
    }

    NumberBuilder by(Grouping own) {
        return new NumberBuilder(board, unit, clock, entered, denominator, stages, own);
    }

    BoardNumber count(String id) {
        return make(id, Kind.COUNT, false, 1, null, "true", null, stages);
    }

    BoardNumber share(String id, String condition) {
        return make(id, Kind.SHARE, false, BoardNumber.GUARD, null, condition, null, stages);
    }

    /** A share of those that came so far within the horizon. */
    BoardNumber within(String id, String reached, Stage... more) {
        Set<Stage> all = EnumSet.noneOf(Stage.class);
        all.addAll(stages);
        all.addAll(Set.of(more));
        return make(id, Kind.SHARE, true, BoardNumber.GUARD, reached, reached + " is not null", null, all);
    }

    /**
     * @param from column with the working time at the start, and {@code to} at the end; the same minute counts as none
     */
    BoardNumber time(String id, Kind kind, String reached, String from, String to) {
        return make(
                id,
                kind,
                false,
                BoardNumber.GUARD,
                reached,
                reached + " >= " + entered,
                "(case when " + reached + " >= " + entered + " then " + to + " else :asOfWork end - " + from + ") / 60",
                stages);
    }

    private BoardNumber make(
            String id,
            Kind kind,
            boolean horizon,
            int guard,
            @Nullable String reached,
            String numerator,
            @Nullable String measure,
            Set<Stage> needed) {
        return new BoardNumber(
                id,
                board,
                unit,
                kind,
                clock,
                horizon,
                guard,
                entered,
                denominator,
                reached,
                numerator,
                measure,
                needed,
                grouping);
    }

    /** {@code IN_REVIEW} as {@code inReview}. */
    static String camel(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
