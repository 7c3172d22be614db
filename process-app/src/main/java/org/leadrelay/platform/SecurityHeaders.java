package org.leadrelay.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * HTTP security headers on every answer, those of both security chains, of static files and of
 * refusals. What is no page may load and show nothing; pages widen the content security policy for
 * themselves, and built files the caching.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {

    /** By name, on every answer. */
    static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors" + " 'none'",
            "X-Frame-Options",
            "DENY",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=()," + " usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    /** Over TLS only. */
    static final String TRANSPORT = "Strict-Transport-Security";

    static final String TRANSPORT_YEAR = "max-age=31536000";

    /** Files whose name holds the hash of what is in them. */
    private static final Pattern BUILT = Pattern.compile("/VAADIN/build/(?:.*/)?[^/]+-[\\w-]{8}\\.[a-z0-9]+");

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        write(response, request.isSecure());
        boolean built = BUILT.matcher(UploadPath.of(request)).matches();
        chain.doFilter(request, built ? new Immutable(response) : response);
    }

    /** What the container refuses before any filter is dispatched as an error only. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static void write(HttpServletResponse response, boolean secure) {
        ALWAYS.forEach(response::setHeader);
        if (secure) {
            response.setHeader(TRANSPORT, TRANSPORT_YEAR);
        }
    }

    /** Vaadin lets every file be kept for an hour. */
    private static final class Immutable extends HttpServletResponseWrapper {

        Immutable(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            boolean kept = name.equals(HttpHeaders.CACHE_CONTROL) && value.startsWith("max-age");
            super.setHeader(name, kept ? FOR_GOOD : value);
        }
    }
}
