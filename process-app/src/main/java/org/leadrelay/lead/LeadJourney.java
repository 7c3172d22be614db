package org.leadrelay.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Port to the process engine, as a lead needs it. Implemented in {@code process}; every call joins the caller's
 * transaction, so a lead and its journey commit together or not at all.
 */
public interface LeadJourney {

    /** Where a journey that is started now begins: where its token waits, if the model has it wait there. Null when that is not known. */
    @Nullable
    Beginning beginning();

    /**
     * An element at which journeys begin.
     *
     * @param name what the model calls it; the id of one without a name
     */
    record Beginning(String element, String name) {}

    /** Starts the journey of a lead that is saved already; the business key is the lead's id. */
    void start(UUID leadId);

    /** The buyer got in touch: wakes all that wait for it. Nobody waiting is no error. */
    void engaged(UUID leadId);

    /** Ends the living journey from wherever it stands. Nobody waiting is no error. */
    void withdraw(UUID leadId);

    /**
     * Starts the journey of a lead at the decision that won its deal, with the lap and the rating of the journey that was won.
     *
     * @param rep who decides again, and whose place the lead takes
     * @return false when the newest model has no such beginning
     */
    boolean decideAgain(Journey won, String rep);

    /** A rep lacks a fact and asks marketing. Nobody waiting is no error. */
    void questionAsked(UUID leadId);
}
