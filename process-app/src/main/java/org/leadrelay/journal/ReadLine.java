package org.leadrelay.journal;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Line of the log as it is read: what was sealed, and beside it who did what to whom by their logins.
 *
 * @param person the login of who did it, {@code key:} and the id of an API key, or {@code system}
 * @param subject whom or what it is about, in streams that are no lead's
 * @param details parsed; none where somebody changed them to what is no JSON
 */
public record ReadLine(
        SealedLine sealed, String person, @Nullable String subject, Map<String, Object> details) {

    public Line line() {
        return sealed.line();
    }

    public long seq() {
        return sealed.seq();
    }

    /** The seal in hexadecimal. */
    public String hash() {
        return HexFormat.of().formatHex(sealed.hash());
    }

    public boolean is(Kind kind) {
        return line().kind().equals(kind.code());
    }

    /** A detail as text. */
    public Optional<String> detail(String name) {
        return Optional.ofNullable(details.get(name)).map(Object::toString);
    }

    /** A detail that is the id of something of ours; empty where it is none. */
    public Optional<UUID> id(String name) {
        try {
            return detail(name).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
