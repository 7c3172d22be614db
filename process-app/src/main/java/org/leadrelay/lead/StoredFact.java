package org.leadrelay.lead;

import java.time.Instant;

/**
 * One fact as it was stated, with its provenance and the moment at which it was true. Which of two
 * statements about one fact wins is decided here and nowhere else: what a person said of the lead, by a correction or in a
 * task, before what was captured, and then the newer moment.
 *
 * @param at the moment at which it was true, not the one at which it came
 */
record StoredFact(String name, String label, String value, FactSource source, Instant at) {

    /** Whether it wins whichever of the two came first; of two equally strong ones neither does. */
    boolean isStrongerThan(StoredFact other) {
        return source.isAPersonsWord() == other.source.isAPersonsWord()
                ? at.isAfter(other.at)
                : source.isAPersonsWord();
    }

    StoredFact as(Field field, String text) {
        return new StoredFact(field.key(), field.label(), text, source, at);
    }
}
