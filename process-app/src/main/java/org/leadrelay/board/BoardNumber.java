package org.leadrelay.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;

/**
 * Definition of a metric, as data: boards, REST, CSV, drill-down and the reference page are made from it, so none of them can say
 * another thing.
 *
 * @param board null for the joint number, which stands first on every board
 * @param horizon whether only what happens within the horizon after the entry counts, and only rows that were watched so long
 * @param guard rows in the denominator below which no value is said
 * @param entered column with the moment at which a row enters the denominator; the filter's days are days of this moment
 * @param denominator condition in SQL
 * @param reached column with the moment of the numerator; null where the condition alone decides
 * @param numerator condition in SQL, on top of the denominator's
 * @param measure of times and amounts, what is measured, in SQL
 * @param stages of the models without which the number has a gap
 * @param grouping the number's own, where the filter names none; null for none
 */
public record BoardNumber(
        String id,
        @Nullable Board board,
        Unit unit,
        Kind kind,
        Clock clock,
        boolean horizon,
        int guard,
        String entered,
        String denominator,
        @Nullable String reached,
        String numerator,
        @Nullable String measure,
        Set<Stage> stages,
        @Nullable Grouping grouping) {

    /** Rows below which no rate is said. */
    public static final int GUARD = 20;

    /** Rows from which a rate is said without a mark. */
    static final int FIRM = 100;

    private static final Wording WORDING = Wording.of(BoardNumber.class, "numbers");

    public BoardNumber {
        stages = Set.copyOf(stages);
    }

    /** What one row is. */
    public enum Unit {
        JOURNEY,
        LAP,
        PROMISE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a number is made of its rows. */
    public enum Kind {
        /** Numerator by denominator, with Wilson's interval. */
        SHARE,
        /** How many: numerator and denominator are the same rows. */
        COUNT,
        /** Median of working time, those that are still running censored (Kaplan-Meier). */
        MEDIAN,
        /** The time in which 9 in 10 came, likewise. */
        NINE_IN_TEN,
        /** Sum of an amount. */
        SUM,
        /** Mean of an amount. */
        MEAN,
        /** What was spent for each row, in the whole months among the days. */
        COST;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether its value is working time, in seconds. */
        public boolean isTime() {
            return this == MEDIAN || this == NINE_IN_TEN;
        }

        /** Whether its value is what deals are worth, in the currency of its group. */
        public boolean isAmount() {
            return this == SUM || this == MEAN;
        }
    }

    /** Which of the two clocks: the rows of a day are those that came in on it, or those to which it happened on it. */
    public enum Clock {
        COHORT,
        EVENT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is called. */
    public String words(Locale language) {
        return WORDING.text(language, id);
    }

    public String numeratorWords(Locale language) {
        return WORDING.text(language, id + ".numerator");
    }

    public String denominatorWords(Locale language) {
        return WORDING.text(language, id + ".denominator");
    }

    /** Whether so many rows in the denominator are as many as the guard asks for. */
    boolean isEnough(long rows) {
        return rows >= guard;
    }

    /** By what it is split: by its own grouping, else by the one asked for where its rows have it. */
    @Nullable
    Grouping groupedBy(@Nullable Grouping asked) {
        if (grouping != null) {
            return grouping;
        }
        if (kind == Kind.COST) {
            return asked == Grouping.SOURCE || asked == Grouping.MONTH ? asked : null;
        }
        if (asked == null || asked == Grouping.CHANGED || asked == Grouping.SPEED || asked == Grouping.CURRENCY) {
            return null;
        }
        boolean ofPromises = asked.isOfPromise();
        boolean ofRejections = asked.isOfNumerator();
        return (ofPromises && unit != Unit.PROMISE) || (ofRejections && board != Board.REASONS) ? null : asked;
    }
}
