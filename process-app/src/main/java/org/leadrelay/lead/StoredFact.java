package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact as it was stated, with its provenance and the moment at which it was true. Which of two
 * statements about one fact wins is decided here and nowhere else: a person's correction before
 * what was captured, and then the newer moment.
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

    boolean isCorrection() {
        return source.equals(CORRECTION);
    }

    /** Whether it wins whichever of the two came first; of two equally strong ones neither does. */
    boolean isStrongerThan(StoredFact other) {
        return isCorrection() == other.isCorrection() ? at.isAfter(other.at) : isCorrection();
    }

    StoredFact as(Field field, String text) {
        return new StoredFact(field.key(), field.label(), text, source, person, at);
    }
}
