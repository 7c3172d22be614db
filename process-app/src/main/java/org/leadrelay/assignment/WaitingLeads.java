package org.leadrelay.assignment;

import java.util.UUID;

/** Port to the journeys that wait for a rep. */
public interface WaitingLeads {

    /**
     * Sends one waiting lead on to the choice of a rep, in the caller's transaction.
     *
     * @return false when the lead no longer waits
     */
    boolean capacityFreed(UUID leadId);
}
