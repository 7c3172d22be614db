package org.leadrelay.journal;

import org.jspecify.annotations.Nullable;

/**
 * Position of a log line in a model, as it is stored; all null outside of any element.
 *
 * @param instance the engine's activity instance: the same in the line that entered and the one that left
 */
public record ModelPosition(
        @Nullable String definitionKey,
        @Nullable Integer definitionVersion,
        @Nullable String elementId,
        @Nullable String elementName,
        @Nullable String instance) {

    static final ModelPosition NONE = new ModelPosition(null, null, null, null, null);

    static ModelPosition of(Entry.@Nullable Place place) {
        return place == null
                ? NONE
                : new ModelPosition(
                        place.definitionKey(),
                        place.version(),
                        place.elementId(),
                        place.elementName(),
                        place.instance());
    }
}
