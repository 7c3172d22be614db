package org.leadrelay.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.leadrelay.platform.EngineRestErrors;
import org.leadrelay.platform.UploadPath;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * CORS for Camunda Modeler, which is a page of the file system: its requests come from {@code file://} or, of some versions,
 * {@code null}. No other origin is answered. Nothing is let in that way: there is no cookie here, and whoever sends
 * credentials has them. It stands before all that refuses, so that Modeler can read what is refused too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class ModelerOrigins extends OncePerRequestFilter {

    private static final Set<String> MODELER = Set.of("file://", "null");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !EngineRestErrors.isAsked(request) && !UploadPath.of(request).startsWith(ModelerSecurity.WELL_KNOWN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !MODELER.contains(origin)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (!HttpMethod.OPTIONS.matches(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Authorization, Content-Type");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }
}
