package org.leadrelay.redesign;

/** Way by which a file came into a release. */
public enum Origin {
    /** From the release that the candidate began with. */
    CARRIED,
    MODELER,
    BROWSER,
    /** With the product. */
    SHIPPED
}
