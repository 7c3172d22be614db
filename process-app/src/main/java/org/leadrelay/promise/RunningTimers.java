package org.leadrelay.promise;

import java.util.UUID;

/** Port to the engine's timers, which follow the ledger. Implemented in {@code process}. */
public interface RunningTimers {

    /** Sets the lead's running timers and due dates as the ledger says, in its transaction. */
    void follow(UUID leadId);
}
