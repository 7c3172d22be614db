package org.leadrelay.access;

import java.util.function.Supplier;
import org.leadrelay.platform.Forbidden;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Authorization of a path by permission: the caller has one of these now. */
final class PermissionAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final CurrentPerson person;
    private final Permission[] anyOf;

    PermissionAuthorization(CurrentPerson person, Permission... anyOf) {
        this.person = person;
        this.anyOf = anyOf.clone();
    }

    @Override
    @SuppressWarnings("deprecation") // its successor cannot be implemented alone before Spring Security 7
    public AuthorizationDecision check(Supplier<Authentication> somebody, RequestAuthorizationContext context) {
        Authentication who = somebody.get();
        if (!Authentications.isSomebody(who)) {
            return new AuthorizationDecision(false);
        }
        try {
            Actor actor = person.of(who);
            return new AuthorizationDecision(!actor.isProduct() && actor.mayAny(anyOf));
        } catch (Forbidden deactivated) {
            return new AuthorizationDecision(false);
        }
    }
}
