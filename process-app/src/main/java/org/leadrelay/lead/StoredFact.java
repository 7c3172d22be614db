package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact as it was stated, with its provenance and the moment at which it was true. Which of two
 * statements about one fact wins is decided here and nowhere else: what a person said of the lead, by a correction or in a
 * task, before what was captured, and then the newer moment.
 *
 * @param person who said so, null when a system did
 * @param at the moment at which it was true, not the one at which it came
 */
record StoredFact(
        String name,
        String label,
        String value,
        String source,
        @Nullable String person,
        Instant at) {

    /** The source of what a person corrected. */
    static final String CORRECTION = "correction";

    /** Begins the source of what a person answered in a task; the task's element follows. */
    private static final String ANSWER = "task ";

    /** The source of what was answered in this task. */
    static String answered(String step) {
        return ANSWER + step;
    }

    /** The task in which something of this source was answered; null for every other source. */
    static @Nullable String step(String source) {
        return source.startsWith(ANSWER) ? source.substring(ANSWER.length()) : null;
    }

    @Nullable
    String step() {
        return step(source);
    }

    private boolean isAPersonsWord() {
        return source.equals(CORRECTION) || step() != null;
    }

    /** Whether it wins whichever of the two came first; of two equally strong ones neither does. */
    boolean isStrongerThan(StoredFact other) {
        return isAPersonsWord() == other.isAPersonsWord() ? at.isAfter(other.at) : isAPersonsWord();
    }

    StoredFact as(Field field, String text) {
        return new StoredFact(field.key(), field.label(), text, source, person, at);
    }
}
