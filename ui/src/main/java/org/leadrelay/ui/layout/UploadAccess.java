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
 * unpack the whole file into its temporary folder to answer that, whoever sent it. Whoever brings in no leads uploads
 * models, which are small.
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
        if (may(Permission.BRING_IN_LEADS)) {
            chain.doFilter(request, response);
        } else if (!may(Permission.REDESIGN)) {
            problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "Not allowed",
                    "Your role does not allow to upload files.");
        } else if (request.getContentLengthLong() > UploadPath.LARGEST_MODELS_BYTES) {
            problems.write(
                    request,
                    response,
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "Too large",
                    "Models and tables may have at most 10 MB together.");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Before the filter that makes nobody an anonymous person, nobody is the product itself. */
    private boolean may(Permission permission) {
        try {
            Actor actor = person.get();
            return !actor.isProduct() && actor.may(permission);
        } catch (Forbidden deactivated) {
            return false;
        }
    }
}
