package org.leadrelay.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.leadrelay.platform.Forbidden;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Authorization of every call of the API before any service looks at it: somebody is logged in, has
 * a password of their own and a role, and one that allows more than to read when something is to be
 * changed that is not theirs alone; an API key may call what {@link KeyOperations} lists.
 */
@Component
class ApiAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());
    private static final String ROLE = "ROLE_";

    private static final RequestMatcher OWN_PASSWORD =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/me/password");

    /** A login's own settings, which no role is needed for. */
    private static final RequestMatcher OWN_LOGIN = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/me"), OWN_PASSWORD);

    /** What is nobody else's, and work that changes nothing: who only reads may ask for it, as everybody may. */
    private static final RequestMatcher OWN = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/me/**"),
            own(HttpMethod.POST, "/api/notices/read"),
            own(HttpMethod.POST, "/api/notices/{id}/read"),
            own(HttpMethod.POST, "/api/tasks/views"),
            own(HttpMethod.DELETE, "/api/tasks/views/{id}"),
            own(HttpMethod.POST, "/api/audit/verifications"),
            own(HttpMethod.POST, "/api/audit/verifications/{id}/cancel"),
            own(HttpMethod.POST, "/api/redesign/check"));

    private final CurrentPerson currentPerson;

    ApiAuthorization(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    private static RequestMatcher own(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    @Override
    @SuppressWarnings("deprecation") // its successor cannot be implemented alone before Spring Security 7
    public AuthorizationDecision check(Supplier<Authentication> somebody, RequestAuthorizationContext context) {
        Authentication who = somebody.get();
        if (!Authentications.isSomebody(who)) {
            return new AuthorizationDecision(false);
        }
        HttpServletRequest request = context.getRequest();
        if (who.getPrincipal() instanceof Actor key && key.isKey()) {
            Refusal refusal = KeyOperations.refusal(key, request);
            return refusal == null ? new AuthorizationDecision(true) : refusal;
        }
        if (who.getAuthorities().contains(BasicLogin.MUST_CHANGE_PASSWORD)) {
            return OWN_PASSWORD.matches(request) ? new AuthorizationDecision(true) : Refusal.of("choosePassword");
        }
        return person(who, request);
    }

    private AuthorizationDecision person(Authentication who, HttpServletRequest request) {
        if (who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .noneMatch(each -> each.startsWith(ROLE))) {
            return OWN_LOGIN.matches(request) ? new AuthorizationDecision(true) : Refusal.of("noRoleYet");
        }
        boolean changes = !READING.contains(request.getMethod()) && !OWN.matches(request);
        return changes && !mayChangeAnything(who) ? Refusal.of("auditorsRead") : new AuthorizationDecision(true);
    }

    private boolean mayChangeAnything(Authentication who) {
        try {
            return currentPerson.of(who).mayChangeAnything();
        } catch (Forbidden deactivated) {
            return false;
        }
    }
}
