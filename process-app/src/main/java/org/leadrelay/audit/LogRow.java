package org.leadrelay.audit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.Line;

/**
 * Row of the journey log as it was read.
 *
 * @param details the line's details, parsed
 * @param hash the seal in hexadecimal
 */
record LogRow(long seq, Line line, Map<String, Object> details, String hash) {

    boolean is(Kind kind) {
        return line.kind().equals(kind.code());
    }

    /** A detail as text. */
    Optional<String> detail(String name) {
        return Optional.ofNullable(details.get(name)).map(Object::toString);
    }

    /** A detail that is the id of something of ours; empty where it is none. */
    Optional<UUID> id(String name) {
        try {
            return detail(name).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
