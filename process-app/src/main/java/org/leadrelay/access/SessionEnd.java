package org.leadrelay.access;

/** Why a session is over, told on the login page. */
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
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
