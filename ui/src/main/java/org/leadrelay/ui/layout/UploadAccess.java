package org.leadrelay.ui.layout;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.ProblemWriter;
import org.leadrelay.platform.UploadPath;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authorization of uploads from a page, before anything asks for a parameter: the container would
 * unpack the whole file into its temporary folder to answer that, whoever sent it.
 */
final class UploadAccess extends OncePerRequestFilter {

    private final CurrentPerson person;
    private final ProblemWriter problems;

    UploadAccess(CurrentPerson person, ProblemWriter problems) {
        this.person = person;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UploadPath.isFromPage(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mayImport()) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "Not allowed", "Your role does not allow to upload files.");
        }
    }

    /** Before the filter that makes nobody an anonymous person, nobody is the product itself. */
    private boolean mayImport() {
        try {
            Actor actor = person.get();
            return !actor.isProduct() && actor.may(Permission.BRING_IN_LEADS);
        } catch (Forbidden deactivated) {
            return false;
        }
    }
}
