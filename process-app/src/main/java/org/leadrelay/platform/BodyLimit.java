package org.leadrelay.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Maximum request body size, checked before anything is read: by the announced length, and by what
 * comes where a length need not be announced. Who may send a file at all is checked by the security
 * chains, also before it is read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    private static final Wording WORDING = Wording.of(BodyLimit.class);

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = UploadPath.of(request);
        BodyKind kind = BodyKind.of(request.getMethod(), path);
        if (isPacked(request)) {
            refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "packed");
        } else if (isInParts(request) && !kind.inParts()) {
            refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "noParts");
        } else if (isWithoutLength(request) && mustSayItsLength(request, path, kind)) {
            refuse(request, response, HttpStatus.LENGTH_REQUIRED, "noLength");
        } else if (request.getContentLengthLong() > kind.bytes()) {
            refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "tooLarge", kind.megabytes());
        } else {
            limited(request, response, chain, kind);
        }
    }

    private void limited(HttpServletRequest request, HttpServletResponse response, FilterChain chain, BodyKind kind)
            throws ServletException, IOException {
        try {
            chain.doFilter(new Limited(request, kind), response);
        } catch (TooLarge e) {
            problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, e.title(), String.valueOf(e.detail()));
        }
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String key,
            Object... arguments)
            throws IOException {
        LocaleContextHolder.setLocale(request.getLocale());
        try {
            problems.write(request, response, status, WORDING.text(key + "Title"), WORDING.text(key, arguments));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    /** Nothing here unpacks a body, so that a small one cannot become a large one. */
    private static boolean isPacked(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
    }

    private static boolean isInParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isWithoutLength(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null && request.getContentLengthLong() < 0;
    }

    /**
     * The container unpacks parts past every wrapper, and a page's message is read by Vaadin, which
     * would take the refusal for a failure; browsers announce the length of both. A file that is
     * imported over REST is counted by the container.
     */
    private static boolean mustSayItsLength(HttpServletRequest request, String path, BodyKind kind) {
        boolean ofSystems =
                path.startsWith("/api/") || path.startsWith("/intake/") || path.startsWith(BodyKind.MAIL_LINK);
        return !ofSystems || (isInParts(request) && kind != BodyKind.FILE);
    }

    /** For a body whose length nobody announced. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final BodyKind kind;
        private @Nullable ServletInputStream stream;
        private @Nullable BufferedReader reader;

        Limited(HttpServletRequest request, BodyKind kind) {
            super(request);
            this.kind = kind;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new LimitedStream(super.getInputStream(), kind.bytes(), this::tooLarge);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            if (reader == null) {
                @Nullable String encoding = getCharacterEncoding();
                reader = new BufferedReader(new InputStreamReader(
                        getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
            }
            return reader;
        }

        private TooLarge tooLarge() {
            return new TooLarge(WORDING.text("tooLarge", kind.megabytes()));
        }
    }
}
