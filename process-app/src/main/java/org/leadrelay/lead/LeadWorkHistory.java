package org.leadrelay.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Port to what people did about leads. Implemented in {@code audit}. */
public interface LeadWorkHistory {

    /**
     * The first thing that somebody did about each of these leads; leads that nobody worked on are
     * absent. What the product and an import did by themselves is no work.
     *
     * @param scope the import whose own lines do not count
     * @return by lead, the kind of the log's line
     */
    Map<UUID, String> since(Collection<UUID> leads, Instant from, UndoScope scope);
}
