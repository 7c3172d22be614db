package org.leadrelay.access;

import jakarta.servlet.http.HttpSession;

/** Port to the pages that a session has open in browsers. Implemented where there are views. */
public interface OpenPages {

    /**
     * Sends all of them to the login page, which says why, and then invalidates the session. Never
     * waits for what runs in them.
     */
    void leave(HttpSession session, SessionEnd why);

    /** The person's roles or teams may have changed: what is no longer open is left. */
    void look(HttpSession session);
}
