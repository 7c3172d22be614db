package org.leadrelay.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.leadrelay.platform.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** 401 and 403 of the API in the same form as every other refusal. */
@Component
class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String CHANGE_PASSWORD =
            "An administrator set your password. Choose your own first: POST /api/me/password.";
    private static final String FORBIDDEN = "Your role does not allow this.";

    private final ProblemWriter problems;

    ProblemResponses(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        problems.unauthorized(response);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean mustChange =
                who != null && who.getAuthorities().contains(BasicLogin.MUST_CHANGE_PASSWORD);
        problems.write(
                response,
                HttpStatus.FORBIDDEN,
                "Not allowed",
                mustChange ? CHANGE_PASSWORD : FORBIDDEN);
    }
}
