package org.leadrelay.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Spring Security's authentication of a session, evaluated at each request: its authorities are the roles of now, and
 * it is unauthenticated once the session is over. So Spring and Vaadin agree with {@link CurrentPerson}.
 */
final class SessionAuthentication implements Authentication {

    private static final long serialVersionUID = 1L;

    private final transient OpenSession session;
    private final transient OpenSessions sessions;
    private final LoginDetails details;

    SessionAuthentication(OpenSession session, OpenSessions sessions, LoginDetails details) {
        this.session = session;
        this.sessions = sessions;
        this.details = details;
    }

    OpenSession session() {
        return session;
    }

    /** Who it is now; throws when the session is over. */
    Actor actor() {
        return sessions.actor(session);
    }

    void logOut() {
        sessions.end(session, SessionEnd.LOGGED_OUT);
    }

    @Override
    public String getName() {
        return session.login();
    }

    @Override
    public Object getPrincipal() {
        return session.login();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        try {
            return Authentications.authorities(actor());
        } catch (SessionExpired over) {
            return List.of();
        }
    }

    @Override
    public boolean isAuthenticated() {
        return sessions.whyOver(session) == null;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("a session is ended, not marked");
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getDetails() {
        return details;
    }
}
