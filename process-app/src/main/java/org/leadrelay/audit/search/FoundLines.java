package org.leadrelay.audit.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page of a search, newest first. How many lines there are in all is not counted.
 *
 * @param next what to send as {@code after} for the page behind this one; null at the end
 * @param asOf when the database answered: what was committed later is not on the page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FoundLines(List<FoundLine> items, @Nullable String next, Instant asOf) {

    public FoundLines {
        items = List.copyOf(items);
    }
}
