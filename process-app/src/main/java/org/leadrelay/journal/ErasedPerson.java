package org.leadrelay.journal;

import java.util.Optional;
import java.util.UUID;

/** Pseudonym of a person in lines of the log whose reference nobody can resolve any more: {@code erased:} and the reference. */
public final class ErasedPerson {

    private static final String PREFIX = "erased:";
    private static final int DIGITS = 8;

    private ErasedPerson() {}

    static String of(UUID reference) {
        return PREFIX + reference;
    }

    /** The reference in whose place this stands; empty for a login and everything else. */
    public static Optional<UUID> reference(String person) {
        if (!person.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(person.substring(PREFIX.length())));
        } catch (IllegalArgumentException typed) {
            return Optional.empty();
        }
    }

    /** The first digits of the reference, by which two are told apart; empty for a login and everything else. */
    public static Optional<String> digits(String person) {
        return reference(person).map(each -> each.toString().substring(0, DIGITS));
    }
}
