package org.leadrelay.lead;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Port to who won deals, and how long a win can be taken back. Implemented in {@code worklist}. */
public interface DealWinLookup {

    /** The win that ended a journey at this instant; empty when no person's answer did. */
    Optional<DealWin> of(UUID leadId, Instant endedAt);
}
