package org.leadrelay.lead;

import org.jspecify.annotations.Nullable;

/**
 * Provenance of a fact: in which way it came, and from whom. The way is told apart from the name, for a file may be called like a task or like a
 * correction, and is no person's word for it.
 *
 * @param name what the source is called: a key's origin, a file, a mapping
 * @param person who said so, null when a system did
 * @param step the task's element in which it was answered; null for all that came otherwise
 */
record FactSource(
        Kind kind,
        String name,
        @Nullable String person,
        @Nullable String step) {

    /** The way in which a fact came. */
    enum Kind {
        CAPTURED,
        CORRECTED,
        ANSWERED
    }

    static FactSource captured(Origin origin) {
        return new FactSource(Kind.CAPTURED, origin.name(), origin.person(), null);
    }

    static FactSource corrected(String person) {
        return new FactSource(Kind.CORRECTED, "correction", person, null);
    }

    static FactSource answered(String step, String person) {
        return new FactSource(Kind.ANSWERED, "task " + step, person, step);
    }

    /** Whether somebody who works on the lead says so: it counts before all that was captured. */
    boolean isAPersonsWord() {
        return kind != Kind.CAPTURED;
    }
}
