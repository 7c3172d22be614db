package org.leadrelay.access;

import org.springframework.security.core.AuthenticationException;

/**
 * Exception of an expired or ended session: nothing more is done in its name. No refusal of the product's: those
 * are shown on the page, and this one leaves it.
 */
public final class SessionExpired extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final SessionEnd why;

    SessionExpired(SessionEnd why) {
        super("This session is over: " + why.word());
        this.why = why;
    }

    public SessionEnd why() {
        return why;
    }
}
