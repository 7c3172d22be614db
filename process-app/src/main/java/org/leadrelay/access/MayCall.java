package org.leadrelay.access;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * What holds for every call of the API before any service looks at it: somebody is logged in, has a
 * password of their own, and is not only an auditor when something is to be changed.
 */
@Component
class MayCall implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());
    private static final List<String> ONLY_AUDITOR = List.of("ROLE_" + Roles.AUDITOR);

    @Override
    @SuppressWarnings(
            "deprecation") // its successor cannot be implemented alone before Spring Security 7
    public AuthorizationDecision check(
            Supplier<Authentication> somebody, RequestAuthorizationContext context) {
        Authentication who = somebody.get();
        if (who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()) {
            return new AuthorizationDecision(false);
        }
        List<String> authorities =
                who.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
        boolean reads = READING.contains(context.getRequest().getMethod());
        return new AuthorizationDecision(
                !who.getAuthorities().contains(BasicLogin.MUST_CHANGE_PASSWORD)
                        && (reads || !authorities.equals(ONLY_AUDITOR)));
    }
}
