package org.leadrelay.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ProblemWriter;
import org.leadrelay.platform.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authentication filter for Camunda Modeler: a person's password or {@linkplain PersonTokens personal token} by HTTP Basic,
 * or the token as {@code Bearer}. API keys are refused: with one, nobody would have changed the process.
 */
class ModelerLogin extends OncePerRequestFilter {

    private static final Wording WORDING = Wording.of(ModelerLogin.class);

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final BasicLogin passwords;
    private final TokenLogin tokens;
    private final ProblemResponses refusals;
    private final ProblemWriter problems;

    ModelerLogin(BasicLogin passwords, TokenLogin tokens, ProblemResponses refusals, ProblemWriter problems) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.refusals = refusals;
        this.problems = problems;
    }

    /**
     * What came with a request.
     *
     * @param login null with a token alone
     */
    private record Sent(@Nullable String login, String secret) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Sent sent = sent(request.getHeader(HttpHeaders.AUTHORIZATION));
            if (request.getHeader("X-API-Key") != null || (sent != null && ApiKeys.isOne(sent.secret()))) {
                problems.write(
                        request, response, HttpStatus.FORBIDDEN, "Not allowed", WORDING.text("keysRedesignNothing"));
                return;
            }
            if (sent != null) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(who(sent, new WebAuthenticationDetails(request)));
                SecurityContextHolder.setContext(context);
            }
        } catch (AuthenticationException failure) {
            SecurityContextHolder.clearContext();
            refusals.commence(request, response, failure);
            return;
        }
        chain.doFilter(request, response);
    }

    private Authentication who(Sent sent, WebAuthenticationDetails details) {
        if (sent.login() == null || PersonTokens.isOne(sent.secret())) {
            return tokens.authenticate(sent.login(), sent.secret(), details);
        }
        UsernamePasswordAuthenticationToken given =
                UsernamePasswordAuthenticationToken.unauthenticated(sent.login(), sent.secret());
        given.setDetails(details);
        return passwords.authenticate(given);
    }

    private static @Nullable Sent sent(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Sent(null, header.substring(BEARER.length()).strip());
        }
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw new BadCredentialsException("Neither Basic nor Bearer.");
        }
        String pair = text(decoded(header.substring(BASIC.length()).strip()));
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new BadCredentialsException("No password.");
        }
        return new Sent(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new BadCredentialsException("Not Base64.", malformed);
        }
    }

    /** Modeler lets the browser encode, which takes ISO 8859-1: an umlaut is one byte, and no UTF-8. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
