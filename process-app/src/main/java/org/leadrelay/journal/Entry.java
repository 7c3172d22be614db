package org.leadrelay.journal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the {@link JourneyLog}: one thing that happened to a lead.
 *
 * @param kind one of {@link Kind}'s codes
 * @param details codes and references only (ids, logins, numbers): never a name, an address or free
 *     text, because the log survives the erasure of a person
 */
public record Entry(UUID leadId, Kind kind, @Nullable Place place, Map<String, ?> details) {

    public Entry {
        details = Map.copyOf(details);
    }

    /** Something that happened outside any model element. */
    public static Entry of(UUID leadId, Kind kind, Map<String, ?> details) {
        return new Entry(leadId, kind, null, details);
    }

    /**
     * Where in a model it happened, with the version that was running.
     *
     * @param instance the engine's activity instance, the same when it was entered and when it was left
     */
    public record Place(
            String definitionKey,
            int version,
            String elementId,
            @Nullable String elementName,
            @Nullable String instance) {}
}
