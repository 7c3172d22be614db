package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Provenance of a record: system, file or person. Not to be mixed up with the source, which is the marketing channel.
 *
 * @param name an API key's origin, a file, an import mapping
 * @param source the channel where the record itself names none
 * @param person the login of the person who does it, or the key
 * @param declared what this origin declares about all its people, beside what is declared for it
 *     elsewhere
 * @param asOf the moment at which all that it brings was true, unless a record says so itself; null
 *     where nobody said
 */
public record Origin(
        String name,
        Kind kind,
        @Nullable String source,
        @Nullable String person,
        @Nullable Declaration declared,
        @Nullable Instant asOf) {

    public Origin(
            String name, Kind kind, @Nullable String source, @Nullable String person, @Nullable Declaration declared) {
        this(name, kind, source, person, declared, null);
    }

    /** How the record comes in. */
    public enum Kind {
        API,
        FORM,
        IMPORT,
        PERSON
    }
}
