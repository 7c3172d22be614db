package org.leadrelay.access;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Wording;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The authenticated person of the current request or page. Every service that checks a role asks here. */
@Component
public class CurrentPerson {

    private static final Wording WORDING = Wording.of(CurrentPerson.class);

    /** In a page's thread the security context is that of the page's session, whatever is set there. */
    private static final ThreadLocal<@Nullable Actor> ACTING = new ThreadLocal<>();

    private final Actors actors;

    CurrentPerson(Actors actors) {
        this.actors = actors;
    }

    /**
     * The person or system of this request, with the roles of now. At a public door it is somebody
     * without any role. Outside of requests, all of which pass a security chain, it is {@link
     * Actor#SYSTEM}: in jobs, and at the start.
     *
     * @throws SessionExpired when the session of a page has ended
     * @throws Forbidden when the person was deactivated meanwhile
     */
    public Actor get() {
        Actor inside = ACTING.get();
        if (inside != null) {
            return inside;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? Actor.SYSTEM : of(authentication);
    }

    /**
     * Whom an authentication stands for, with the roles of now. A security chain asks with its own, instead of looking
     * for it where it will be kept.
     *
     * @throws SessionExpired when the session of a page has ended
     * @throws Forbidden when the person was deactivated meanwhile
     */
    Actor of(Authentication authentication) {
        if (authentication instanceof AnonymousAuthenticationToken) {
            return Actor.ANONYMOUS;
        }
        if (authentication.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        if (authentication instanceof SessionAuthentication inSession) {
            return inSession.actor();
        }
        return actors.find(authentication.getName()).orElseThrow(() -> new Forbidden(WORDING.text("deactivated")));
    }

    /** The session of the page that asks; null where there is none. */
    @Nullable
    UUID session() {
        return ACTING.get() == null
                        && SecurityContextHolder.getContext().getAuthentication()
                                instanceof SessionAuthentication inSession
                ? inSession.session().id()
                : null;
    }

    void logOut() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SessionAuthentication inSession) {
            inSession.logOut();
        }
    }

    /** Of all sessions of the person, only the one that asks is taken along to this version. */
    void keepSession(long version) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SessionAuthentication inSession) {
            OpenSession session = inSession.session();
            session.expect(version);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    session.changed(status == STATUS_COMMITTED);
                }
            });
        }
    }

    /**
     * Does the work as somebody else, for instance as {@link Actor#SYSTEM} behind a public door.
     */
    public <T> T as(Actor actor, Supplier<T> work) {
        Actor outside = ACTING.get();
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext inside = SecurityContextHolder.createEmptyContext();
        inside.setAuthentication(Authentications.of(actor));
        SecurityContextHolder.setContext(inside);
        ACTING.set(actor);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
            if (outside == null) {
                ACTING.remove();
            } else {
                ACTING.set(outside);
            }
        }
    }
}
