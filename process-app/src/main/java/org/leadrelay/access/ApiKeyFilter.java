package org.leadrelay.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TooManyRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authentication filter for API keys: {@code Authorization: Bearer lr_...} or {@code X-API-Key}. */
class ApiKeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final LoginThrottle throttle;
    private final AuthenticationEntryPoint refusal;

    ApiKeyFilter(ApiKeys keys, LoginThrottle throttle, AuthenticationEntryPoint refusal) {
        this.keys = keys;
        this.throttle = throttle;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = secret(request);
        if (secret == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Actor> system = keys.authenticate(secret);
        if (system.isEmpty()) {
            refusal.commence(request, response, unknown(request));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Authentications.of(system.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private AuthenticationException unknown(HttpServletRequest request) {
        try {
            throttle.unknownKey(ClientAddress.of(request.getRemoteAddr()));
            return new BadCredentialsException("This API key is unknown or revoked.");
        } catch (TooManyRequests tooMany) {
            return new LoginBlocked(tooMany);
        }
    }

    private static @Nullable String secret(HttpServletRequest request) {
        String header = request.getHeader("X-API-Key");
        if (header != null) {
            return header.strip();
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
