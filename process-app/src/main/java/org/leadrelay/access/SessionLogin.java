package org.leadrelay.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Session authentication strategy that keeps a login in its session as a {@link SessionAuthentication}. The
 * access version is read before the password is checked: a reset in between ends what begins with the old
 * password.
 */
@Component
public class SessionLogin extends HttpSessionSecurityContextRepository
        implements AuthenticationDetailsSource<HttpServletRequest, WebAuthenticationDetails> {

    private static final String LOGIN_FIELD = "username";
    private static final long NOBODYS = -1;

    private final OpenSessions sessions;
    private final PersonRepository persons;

    SessionLogin(OpenSessions sessions, PersonRepository persons) {
        this.sessions = sessions;
        this.persons = persons;
    }

    @Override
    public WebAuthenticationDetails buildDetails(HttpServletRequest request) {
        String typed = request.getParameter(LOGIN_FIELD);
        long version = typed == null
                ? NOBODYS
                : persons.activeAccess(Credentials.normalised(typed))
                        .map(PersonRepository.ActiveAccess::getVersion)
                        .orElse(NOBODYS);
        return new LoginDetails(request, version);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication somebody = context.getAuthentication();
        if (somebody != null
                && !(somebody instanceof SessionAuthentication)
                && somebody.getDetails() instanceof LoginDetails details) {
            context.setAuthentication(
                    sessions.begin(somebody.getName(), details.version(), details, request.getSession()));
        }
        super.saveContext(context, request, response);
    }
}
