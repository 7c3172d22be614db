package org.leadrelay.lead;

import org.jspecify.annotations.Nullable;

/**
 * Who brings a record: with the record's own id it identifies a lead. Not to be mixed up with the
 * source, which is the marketing channel.
 *
 * @param name an API key's origin, a file, an import mapping
 * @param source the channel where the record itself names none
 * @param person the login of the person who does it, or the key
 * @param declared what this origin declares about all its people, beside what is declared for it
 *     elsewhere
 */
public record Origin(
        String name,
        Kind kind,
        @Nullable String source,
        @Nullable String person,
        @Nullable Declaration declared) {

    /** How the record comes in. */
    public enum Kind {
        API,
        FORM,
        IMPORT,
        PERSON
    }
}
