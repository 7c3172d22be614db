package org.leadrelay.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Authentication failure handler of the login page: wrong login, or too many tries. */
@Component
class LoginRefusals implements AuthenticationFailureHandler {

    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        redirect.sendRedirect(
                request,
                response,
                failure instanceof LoginBlocked blocked
                        ? "/login?wait=" + blocked.refusal().retryAfterSeconds()
                        : "/login?error");
    }
}
