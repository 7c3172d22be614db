package org.leadrelay.journal;

/** Topics of a lead's log: what a line is about, as readers filter it. */
public enum LeadTopic {
    /** The end of a journey. */
    JOURNEY,
    /** The steps of a token through a model. */
    STEP,
    TASK,
    PROMISE,
    DECISION,
    /** The buyer, what is known of them, and what came from them. */
    BUYER
}
