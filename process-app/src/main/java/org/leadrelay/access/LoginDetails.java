package org.leadrelay.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Authentication details of a login: client address, and the access version before the password was checked. */
final class LoginDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final String browser;
    private final long version;

    LoginDetails(HttpServletRequest request, long version) {
        super(request);
        String named = request.getHeader("User-Agent");
        String printable =
                named == null ? "" : named.replaceAll("\\p{Cntrl}", " ").strip();
        this.browser = printable.substring(0, Math.min(printable.length(), LONGEST));
        this.version = version;
    }

    String browser() {
        return browser;
    }

    long version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
