package org.leadrelay.access;

import java.util.Locale;

/** Reason why a session ended: expired, idle, or ended elsewhere. */
public enum SessionEnd {
    /** The password was changed or reset, or access was ended and given back. */
    PASSWORD,
    /** Access was ended. */
    DEACTIVATED,
    /** The person ended it from another session, or an administrator did. */
    ENDED,
    /** It reached its longest time. */
    TOO_LONG,
    /** Logged out, or idle for too long. */
    LOGGED_OUT;

    /** As it stands in an address: {@code too-long}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
