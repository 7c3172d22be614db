package org.leadrelay.lead;

/** Contact channel of a lead. */
public enum Channel {
    MAIL,
    CALL,
    /** Through the system that brought the lead: for people known only by its own id. */
    AT_SOURCE
}
