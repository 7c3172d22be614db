package org.leadrelay.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Allow-list of the operations that an API key may call, each with the scope that opens it. What is
 * not listed is closed to every key.
 */
final class KeyOperations {

    private static final List<Operation> OPEN = List.of(
            operation(HttpMethod.POST, "/api/leads", KeyScope.LEADS),
            operation(HttpMethod.POST, "/api/leads/{id}/signals", KeyScope.SIGNALS),
            operation(HttpMethod.POST, "/api/leads/{id}/consents", KeyScope.CONSENTS),
            operation(HttpMethod.POST, "/api/mail/events", KeyScope.CONSENTS),
            operation(HttpMethod.GET, "/api/me", null),
            operation(HttpMethod.POST, "/api/redesign/check", null));

    private KeyOperations() {}

    /**
     * @param scope null when every key may
     */
    private record Operation(
            RequestMatcher matcher, @Nullable KeyScope scope) {}

    private static Operation operation(HttpMethod method, String path, @Nullable KeyScope scope) {
        return new Operation(PathPatternRequestMatcher.withDefaults().matcher(method, path), scope);
    }

    /** Why this key may not; null when it may. */
    static @Nullable Refusal refusal(Actor key, HttpServletRequest request) {
        for (Operation each : OPEN) {
            if (each.matcher().matches(request)) {
                KeyScope scope = each.scope();
                return scope == null || key.scopes().contains(scope) ? null : Refusal.of("needsScope", scope.code());
            }
        }
        return Refusal.of("closedToKeys");
    }
}
