package org.leadrelay.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Line of the journey log before it has its place in the hash chain. Times are whole microseconds, as PostgreSQL
 * keeps them.
 *
 * @param format which {@link Seal} it has
 * @param streamId the lead, or a stream of {@link StreamKind}
 * @param subject in streams that are not a lead's: whom or what it is about
 * @param details canonical JSON, sealed as it is stored
 */
public record Line(
        int format,
        UUID streamId,
        Instant at,
        String kind,
        Author author,
        ModelPosition position,
        @Nullable String subject,
        String details) {

    public @Nullable String definitionKey() {
        return position.definitionKey();
    }

    public @Nullable Integer definitionVersion() {
        return position.definitionVersion();
    }

    public @Nullable String elementId() {
        return position.elementId();
    }

    public @Nullable String elementName() {
        return position.elementName();
    }
}
