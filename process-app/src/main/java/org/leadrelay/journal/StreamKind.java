package org.leadrelay.journal;

import java.util.Locale;

/** Kinds of hash chains, by what their lines are about. The code stands in {@code audit_stream}; a lead's stream has no row there. */
public enum StreamKind {
    /** One lead: its stream has the lead's id. */
    LEAD,
    /** People, roles, teams, keys, mandates, logins. */
    ACCESS,
    /** Charter and calendars. */
    AGREEMENT,
    /** Deployments of models and tables. */
    MODEL,
    /** Imports, exports, mappings, declarations, definitions of facts. */
    INTAKE,
    /** Who read what. */
    READING,
    /** Failed jobs, rebuilds, moves of the demo's clock, retention. */
    OPERATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
