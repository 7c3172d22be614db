package org.leadrelay.ui.layout;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.shared.JsonConstants;
import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.leadrelay.access.OpenSessions;
import org.leadrelay.access.SessionEnd;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that refuses requests of a session that is over; the page is sent to the login page, which says
 * why. Uploads and connections for pushing are refused with 401.
 */
class EndedSessionFilter extends OncePerRequestFilter {

    private final OpenSessions sessions;
    private final RequestUtil requests;

    EndedSessionFilter(OpenSessions sessions, RequestUtil requests) {
        this.sessions = sessions;
        this.requests = requests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SessionEnd why = sessions.check(request);
        if (why == null) {
            chain.doFilter(request, response);
            return;
        }
        String login = request.getContextPath() + "/" + LoginView.address(why);
        if (isPageMessage(request)) {
            response.setContentType(JsonConstants.JSON_CONTENT_TYPE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(VaadinService.createCriticalNotificationJSON(null, null, null, login));
        } else if (requests.isFrameworkInternalRequest(request)
                || !request.getMethod().equals(HttpMethod.GET.name())) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            invalidate(request.getSession(false));
            response.sendRedirect(login);
        }
    }

    private boolean isPageMessage(HttpServletRequest request) {
        return requests.isFrameworkInternalRequest(request)
                && RequestType.UIDL
                        .getIdentifier()
                        .equals(request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }

    /** Its pages may be busy and leave later; this browser does not wait for them. */
    private static void invalidate(HttpSession session) {
        try {
            if (session != null) {
                session.invalidate();
            }
        } catch (IllegalStateException gone) {
            // The pages were quicker.
        }
    }
}
