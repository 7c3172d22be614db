package org.leadrelay.opening;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.board.LeadsAlike;
import org.leadrelay.lead.Signal;

/**
 * View model of the card for the first talk.
 *
 * @param signals what this person did last, at most five, newest first: only what a machine cannot have done
 * @param asked what they asked for, of the three things that one can ask for; the others they have not asked for
 * @param why why the lead is here now: the reasons of the rows that fired, the maturity's before the route's
 * @param play how to open; null where the release in force has no table of plays, or no words for this one
 * @param alike what became of leads alike; null where there are too few
 * @param mayVote whether who reads it has the task, and so says whether the play helped
 * @param helped what was said of this play on this task; null while nobody did
 */
public record OpeningCard(
        List<Signal> signals,
        Set<Signal.Kind> asked,
        List<Reason> why,
        @Nullable Play play,
        @Nullable LeadsAlike alike,
        boolean mayVote,
        @Nullable Boolean helped) {

    /**
     * Reason of a row that fired.
     *
     * @param table the decision table whose row it is
     */
    public record Reason(String table, String text) {}

    /** What one can ask for, from the smallest to the largest. */
    public static final List<Signal.Kind> ASKS =
            List.of(Signal.Kind.DOWNLOAD, Signal.Kind.FORM, Signal.Kind.MEETING_ASKED);

    public OpeningCard {
        signals = List.copyOf(signals);
        asked = Set.copyOf(asked);
        why = List.copyOf(why);
    }
}
