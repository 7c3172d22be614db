package org.leadrelay.access;

import org.leadrelay.platform.TooManyRequests;
import org.springframework.security.core.AuthenticationException;

/** Authentication exception that carries {@link TooManyRequests} through Spring Security. */
class LoginBlocked extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient TooManyRequests refusal;

    LoginBlocked(TooManyRequests refusal) {
        super(refusal.detail(), refusal);
        this.refusal = refusal;
    }

    TooManyRequests refusal() {
        return refusal;
    }
}
