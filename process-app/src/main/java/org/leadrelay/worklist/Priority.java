package org.leadrelay.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Storage codes of priorities: the smaller, the sooner. */
public final class Priority {

    private static final List<String> WORDS = List.of("high", "normal", "low");

    private Priority() {}

    public static int rank(@Nullable String word) {
        int rank = word == null ? -1 : WORDS.indexOf(word);
        return rank < 0 ? 1 : rank;
    }

    public static String word(int rank) {
        return WORDS.get(rank);
    }

    static boolean known(String word) {
        return WORDS.contains(word);
    }
}
